import { FRAME_RATE } from '../../kernel/frames.ts';
import { LUMA_RASTER } from './luma-frames.ts';

// Own rule after ITU-R BT.1702 (general flashes, a screen of 200 cd/m²): a flash is a pair of opposite changes of at
// least 20 cd/m², the darker side below 160, over a quarter of the picture or more; more than three in a second may harm.
const WHITE_CD = 200;
const CHANGE_CD = 20;
const DARKER_BELOW_CD = 160;
const AREA = 0.25;
const PIXELS = LUMA_RASTER.width * LUMA_RASTER.height;

/** Light of a television's luma byte, in cd/m². */
const LIGHT = Float32Array.from({ length: 256 }, (_, luma) => {
  const signal = Math.min(1, Math.max(0, (luma - 16) / 219));
  return WHITE_CD * signal ** 2.4;
});

export interface Flashes {
  /** Most flashes within any one second. */
  readonly most: number;
  /** Frame where that second begins. */
  readonly atFrame: number;
}

/** Counts flashes while the film's pictures pass by. */
export class FlashCounter {
  // Of each pixel: the light at its last turning point, and which way it has gone since (1 brighter, −1 darker).
  readonly #turn = new Float32Array(PIXELS);
  readonly #way = new Int8Array(PIXELS);
  readonly #changes: { readonly frame: number; readonly way: 1 | -1 }[] = [];
  #frame = 0;

  take(luma: Uint8Array): void {
    let [brighter, darker] = [0, 0];
    for (let pixel = 0; pixel < PIXELS; pixel += 1) {
      const way = this.#follow(pixel, LIGHT[luma[pixel] ?? 0] ?? 0);
      if (way > 0) brighter += 1;
      else if (way < 0) darker += 1;
    }
    this.#note(brighter, 1);
    this.#note(darker, -1);
    this.#frame += 1;
  }

  get flashes(): Flashes {
    const starts = this.#changes.slice(1).map((change, index) => ({
      frame: change.frame,
      begun: this.#changes[index]?.frame ?? 0,
    }));
    // Every second change completes a pair.
    const pairs = starts.filter((_, index) => index % 2 === 0);
    let worst: Flashes = { most: 0, atFrame: 0 };
    for (const pair of pairs) {
      const most = pairs.filter(({ frame }) => frame >= pair.frame && frame < pair.frame + FRAME_RATE).length;
      if (most > worst.most) worst = { most, atFrame: pair.begun };
    }
    return worst;
  }

  /** 1 or −1 when the pixel has just changed by enough against its last turning point. */
  #follow(pixel: number, light: number): number {
    const turn = this.#turn[pixel] ?? 0;
    const way = this.#way[pixel] ?? 0;
    if (this.#frame === 0 || (way > 0 && light > turn) || (way < 0 && light < turn)) {
      this.#turn[pixel] = light;
      return 0;
    }
    const change = light - turn;
    if (Math.abs(change) < CHANGE_CD || Math.min(light, turn) >= DARKER_BELOW_CD) return 0;
    this.#turn[pixel] = light;
    this.#way[pixel] = Math.sign(change);
    return Math.sign(change);
  }

  /** A change of much of the picture counts once, and only against the way of the change before it. */
  #note(pixels: number, way: 1 | -1): void {
    if (pixels < AREA * PIXELS || this.#changes.at(-1)?.way === way) return;
    this.#changes.push({ frame: this.#frame, way });
  }
}
