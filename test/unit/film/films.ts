import { join } from 'node:path';
import type { DeliveryPreset } from '../../../src/engine/film/delivery-preset.ts';
import { readDeliveryPresets } from '../../../src/engine/film/delivery-preset.ts';
import type { Shot, ShotSource } from '../../../src/engine/film/film-order.ts';
import type { FilmLayers } from '../../../src/engine/graphics/layers.ts';
import { frames } from '../../../src/kernel/frames.ts';

export const PRESET_FOLDER = join(import.meta.dirname, '../../../presets/delivery');

export async function presetsNamed(...names: readonly string[]): Promise<DeliveryPreset[]> {
  const presets = await readDeliveryPresets(PRESET_FOLDER);
  return names.map((name) => {
    const preset = presets.get(name);
    if (!preset) throw new Error(`no preset ${name}`);
    return preset;
  });
}

/** A landscape phone clip, 1080p with sound; give what differs. */
export function clip(different: Partial<ShotSource> = {}): ShotSource {
  return {
    path: '/clips/a.mp4',
    sha256: '0'.repeat(64),
    demuxer: 'mov',
    videoStreamIndex: 0,
    picture: { width: 1920, height: 1080, pixelAspect: { num: 1, den: 1 }, rotation: 0 },
    colour: { light: 'sdr', matrix: 'bt709', primaries: 'bt709', range: 'tv' },
    fields: undefined,
    picturesPerSecond: 30,
    sound: { streamIndex: 1, channels: 2 },
    ...different,
  };
}

export function shot(source: ShotSource, from: number, to: number): Shot {
  return { source, fromFrame: frames(from), toFrame: frames(to) };
}

const png = new Uint8Array();

/** A mark, a lower third that comes and goes, an end card from frame 100 to 150 that comes in over five frames and covers all from its fourth. */
export const layers: FilmLayers = {
  aspect: 'sd',
  canvas: { width: 1920, height: 1080 },
  notes: [],
  layers: [
    { name: 'mark', x: 136, y: 62, width: 104, height: 104, startFrame: frames(0), endFrame: frames(100), still: png },
    {
      ...{ name: 'lower-third', x: 136, y: 700, width: 800, height: 300, startFrame: frames(25) },
      ...{ entry: [png, png, png], still: png, holdFrames: frames(40), exit: [png, png] },
    },
    {
      ...{ name: 'end-card', x: 0, y: 0, width: 1920, height: 1080, startFrame: frames(100) },
      ...{ entry: [png, png, png, png, png], still: png, holdFrames: frames(45), exit: [], coversFrom: 3 },
    },
  ],
};
