import { describe, expect, it } from 'vitest';
import { planFilm } from '../../../../src/engine/film/plan-film.ts';
import { changedRanges, roundOut } from '../../../../src/engine/film/segments/changed-ranges.ts';
import { readCaptionKeys } from '../../../../src/engine/film/segments/key-captions.ts';
import { keyEncoder, keySound } from '../../../../src/engine/film/segments/key-file.ts';
import { keyPictures } from '../../../../src/engine/film/segments/key-pictures.ts';
import type { FilmLayers, Png } from '../../../../src/engine/graphics/layers.ts';
import { frames } from '../../../../src/kernel/frames.ts';
import { clip, layers, presetsNamed, shot } from '../films.ts';

const time = (frame: number) =>
  `0:00:${String(Math.floor(frame / 25)).padStart(2, '0')}.${String((frame % 25) * 4).padStart(2, '0')}`;
const event = (from: number, to: number, text: string) =>
  `Dialogue: 0,${time(from)},${time(to)},caption,,0,0,0,,${text}`;
const ass = (...events: readonly string[]) => ['[V4+ Styles]', 'Style: caption', '[Events]', ...events, ''].join('\n');

const usual = {
  shots: [shot(clip(), 50, 110), shot(clip({ sha256: '1'.repeat(64) }), 0, 40)],
  graphics: layers,
  captions: ass(event(20, 50, 'पहला'), event(55, 80, 'दूसरा')),
};

async function keysOf(different: Partial<typeof usual> = {}) {
  const { shots, graphics, captions } = { ...usual, ...different };
  const presets = await presetsNamed('sd-mpeg2');
  const burned = { file: '/work/captions.ass', fontsFolder: '/work/fonts' };
  const plan = planFilm({ lengthFrames: frames(150), shots, graphics, captions: burned, presets });
  return keyPictures(plan, { graphics, captions });
}

async function changed(different: Partial<typeof usual>): Promise<number[][]> {
  const ranges = changedRanges(await keysOf(), await keysOf(different));
  return ranges.map(({ fromFrame, toFrame }) => [fromFrame, toFrame]);
}

const ink: Png = Uint8Array.of(1);
const redrawn = (name: string, part: 'still' | 'entry'): FilmLayers => ({
  ...layers,
  layers: layers.layers.map((layer) => {
    if (layer.name !== name) return layer;
    return part === 'entry' && 'entry' in layer
      ? { ...layer, entry: [ink, ...layer.entry.slice(1)] }
      : { ...layer, still: ink };
  }),
});

describe('the keys of a film’s pictures', () => {
  it('cover the film from its first frame to its last', async () => {
    const spans = await keysOf();
    expect(spans.at(-1)?.toFrame).toBe(150);
    expect(spans.map(({ toFrame }) => toFrame)).toEqual(spans.map(({ toFrame }) => toFrame).toSorted((a, b) => a - b));
  });

  it.each([
    ['nothing', {}, []],
    ['a word', { captions: ass(event(20, 50, 'पहला'), event(55, 80, 'तीसरा')) }, [[55, 80]]],
    ['a cue that begins later', { captions: ass(event(20, 50, 'पहला'), event(60, 80, 'दूसरा')) }, [[55, 60]]],
    [
      'a cue that moves',
      { captions: ass(event(20, 50, 'पहला'), event(57, 82, 'दूसरा')) },
      [
        [55, 57],
        [80, 82],
      ],
    ],
    ['a cue that is dropped', { captions: ass(event(20, 50, 'पहला')) }, [[55, 80]]],
    [
      'the captions’ style',
      { captions: usual.captions.replace('Style: caption', 'Style: other') },
      [
        [20, 50],
        [55, 80],
      ],
    ],
    ['the name at rest', { graphics: redrawn('lower-third', 'still') }, [[28, 68]]],
    ['how the name comes in', { graphics: redrawn('lower-third', 'entry') }, [[25, 28]]],
    ['the mark', { graphics: redrawn('mark', 'still') }, [[0, 103]]],
    ['the end card', { graphics: redrawn('end-card', 'still') }, [[105, 150]]],
    [
      'another clip first',
      { shots: [shot(clip({ sha256: '2'.repeat(64) }), 50, 110), shot(clip({ sha256: '1'.repeat(64) }), 0, 40)] },
      [[0, 60]],
    ],
    [
      'another part of the second clip',
      { shots: [shot(clip(), 50, 110), shot(clip({ sha256: '1'.repeat(64) }), 1, 41)] },
      [[60, 103]],
    ],
    [
      'where the clip lies',
      { shots: [shot(clip({ path: '/elsewhere.mp4' }), 50, 110), shot(clip({ sha256: '1'.repeat(64) }), 0, 40)] },
      [],
    ],
  ])('differ where %s changes a picture, and nowhere else', async (_, different, ranges) => {
    expect(await changed(different)).toEqual(ranges);
  });
});

describe('captions that meet on screen', () => {
  it('carry each other’s times: they push each other away', () => {
    const { events } = readCaptionKeys(ass(event(0, 30, 'एक'), event(20, 40, 'दो'), event(50, 60, 'तीन')));
    const later = readCaptionKeys(ass(event(0, 30, 'एक'), event(21, 40, 'दो'), event(50, 60, 'तीन'))).events;
    expect(events.map(({ text }, index) => text === later[index]?.text)).toEqual([false, false, true]);
  });

  it('belong to their time when they move', () => {
    const [moving] = readCaptionKeys(ass(event(0, 30, '{\\fad(200,0)}एक'))).events;
    const [later] = readCaptionKeys(ass(event(5, 30, '{\\fad(200,0)}एक'))).events;
    expect(moving?.text).not.toBe(later?.text);
  });
});

describe('changed frames in a file', () => {
  const range = (from: number, to: number) => ({ fromFrame: frames(from), toFrame: frames(to) });
  it.each([
    ['groups of 12', [0, 12, 24, 36, 48], [range(13, 23)], [range(12, 24)]],
    ['a range on the seams', [0, 12, 24, 36, 48], [range(12, 24)], [range(12, 24)]],
    ['groups that meet', [0, 12, 24, 36, 48], [range(13, 20), range(25, 26)], [range(12, 36)]],
    ['groups apart', [0, 12, 24, 36, 48], [range(1, 2), range(40, 41)], [range(0, 12), range(36, 48)]],
    ['uneven groups up to the end', [0, 17, 31], [range(30, 40)], [range(17, 60)]],
  ])('are rounded out to whole groups: %s', (_, starts, ranges, rounded) => {
    expect(roundOut(ranges, starts, frames(60))).toEqual(rounded);
  });
});

describe('the keys of a file', () => {
  const words = {
    texts: { name: 'सुनीता', place: [] },
    scheme: undefined,
    department: 'विभाग',
    markCorner: 'left',
    cues: [],
  } as const;

  it('tell sound by everything but what is only seen', async () => {
    const presets = await presetsNamed('sd-mpeg2');
    const order = {
      ...words,
      shots: usual.shots,
      lengthFrames: frames(150),
      endCardFrom: frames(100),
      look: { name: 'sober' },
      language: 'hi',
      presets,
    };
    // A look of one word: what it holds is hashed, not read.
    const keyOf = (different: object) => keySound({ ...order, ...different } as never);
    const said = { cues: [{ startFrame: frames(0), endFrame: frames(25), lines: ['नमस्ते'] }] };
    expect(keyOf(said)).toBe(keyOf({}));
    expect(keyOf({ texts: { name: 'सरिता', place: ['उज्जैन'] } })).toBe(keyOf({}));
    expect(keyOf({ shots: [shot(clip(), 51, 111), shot(clip(), 0, 40)] })).not.toBe(keyOf({}));
    expect(keyOf({ shots: usual.shots.map((one) => ({ ...one, framing: 'left' })) })).toBe(keyOf({}));
    expect(keyOf({ look: { name: 'bold' }, quote: '₹1,20,000' })).toBe(keyOf({}));
    const music = { bed: 'bold', spoken: [] };
    expect(keyOf({ music })).not.toBe(keyOf({}));
    // A bed meets the big figure, which comes in when its words are said.
    const figure = { music, quote: '₹1,20,000', lengthFrames: frames(750), endCardFrom: frames(675) };
    const at = (from: number) => [{ startFrame: frames(from), endFrame: frames(from + 50), lines: ['₹1,20,000 मिले'] }];
    expect(keyOf({ ...figure, cues: at(300) })).not.toBe(keyOf({ ...figure, cues: at(400) }));
  });

  it('tell encoders by their very words', async () => {
    const [sd, india] = await presetsNamed('sd-mpeg2', 'xdcam-hd422');
    if (!sd || !india) throw new Error('no preset');
    const plan = planFilm({
      lengthFrames: frames(150),
      shots: usual.shots,
      graphics: layers,
      captions: undefined,
      presets: [sd],
    });
    const faster = {
      ...sd,
      picture: { ...sd.picture, bitrate: { kind: 'constant' as const, kbps: 15000, bufferBits: 1835008 } },
    };
    expect(keyEncoder(sd, plan)).toBe(keyEncoder(sd, plan));
    expect(new Set([sd, india, faster].map((preset) => keyEncoder(preset, plan))).size).toBe(3);
  });
});
