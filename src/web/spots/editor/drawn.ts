import { planFilmTimes } from '../../../engine/graphics/film-times.ts';
import { frames } from '../../../kernel/frames.ts';
import { type EditedDocument, FRAME_RATE } from './document.ts';

const WAIT_MS = 150;

/** The film's own letters over the player: drawn anew for what is typed, standing as long as they will in the film. */
export function drawnLetters(box: HTMLElement | null, current: () => EditedDocument) {
  const [opening, mark] = ['opening', 'mark'].map((part) =>
    box?.querySelector<HTMLImageElement>(`[data-over=${part}]`),
  );
  let timer: ReturnType<typeof setTimeout> | undefined;
  let shown = asked();

  /** What decides how they look. */
  function asked(): string {
    const { name, village, scheme, look } = current();
    return `${look}?${new URLSearchParams({ for: 'player', name, village, scheme })}`;
  }

  /** Draws anew, soon, if anything that they depend on has changed. */
  function follow(): void {
    if (box) box.dataset['look'] = current().look;
    clearTimeout(timer);
    timer = setTimeout(() => void draw(), WAIT_MS);
  }

  async function draw(): Promise<void> {
    const address = asked();
    if (address === shown) return;
    shown = address;
    await Promise.all([show(opening, 'opening', address), show(mark, 'mark', address)]);
  }

  async function show(image: HTMLImageElement | null | undefined, part: string, address: string): Promise<void> {
    const next = new Image();
    next.src = `${box?.dataset['drawn']}${address}&part=${part}`;
    try {
      await next.decode();
      if (image && address === shown) image.src = next.src;
    } catch (notDrawn) {
      // The line is down: what stands stays.
      if (!(notDrawn instanceof DOMException)) throw notDrawn;
    }
  }

  return {
    follow,
    /** At a frame of the film. */
    at(frame: number): void {
      const length = frames((current().cuts[0]?.lengthSeconds ?? 0) * FRAME_RATE);
      const stands = frame < (planFilmTimes(length).lowerThird[0]?.endFrame ?? 0);
      box?.classList.toggle('opening', stands);
      opening?.toggleAttribute('hidden', !stands);
      mark?.toggleAttribute('hidden', stands);
    },
  };
}
