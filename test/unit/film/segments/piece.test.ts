import { describe, expect, it } from 'vitest';
import { flattenTokens } from '../../../../src/engine/ffmpeg/run-order.ts';
import type { DeliveryPreset } from '../../../../src/engine/film/delivery-preset.ts';
import { programmeStart } from '../../../../src/engine/film/encoder-tokens.ts';
import { pieceCommand } from '../../../../src/engine/film/film-tokens.ts';
import { type FilmRange, planFilm } from '../../../../src/engine/film/plan-film.ts';
import { choosePieces, matchFormer } from '../../../../src/engine/film/segments/choose-pieces.ts';
import { joinList, joinTokens, splitTokens } from '../../../../src/engine/film/segments/join-tokens.ts';
import { pieceTokens } from '../../../../src/engine/film/segments/piece-tokens.ts';
import { planPiece } from '../../../../src/engine/film/segments/plan-piece.ts';
import { fullnessAfter } from '../../../../src/engine/qc/buffer-model.ts';
import { frames } from '../../../../src/kernel/frames.ts';
import { expectGolden } from '../../../golden/golden.ts';
import { clip, layers, presetsNamed, shot } from '../films.ts';
import { formatCommand, oneOptionALine } from '../format-command.ts';

const range = (from: number, to: number) => ({ fromFrame: frames(from), toFrame: frames(to) });

const startOf = (preset: DeliveryPreset, own: FilmRange | undefined) =>
  frames(programmeStart(preset) + (own?.fromFrame ?? 0));

async function planOf(...names: readonly string[]) {
  return planFilm({
    lengthFrames: frames(300),
    shots: [shot(clip(), 50, 210), shot(clip({ demuxer: 'mpegts', path: '/clips/b.ts' }), 10, 100)],
    graphics: {
      ...layers,
      layers: layers.layers.map((layer) => (layer.name === 'end-card' ? { ...layer, startFrame: frames(250) } : layer)),
    },
    captions: { file: '/work/captions.ass', fontsFolder: '/work/fonts' },
    presets: await presetsNamed(...names),
  });
}

describe('the command of a piece', () => {
  it('draws one stretch on the film’s clock and gives each encoder its own groups', async () => {
    const plan = await planOf('sd-mpeg2', 'xdcam-hd422', 'h264-ts', 'web');
    const ranges: Record<string, ReturnType<typeof range>> = {
      'sd-mpeg2': range(108, 168),
      'h264-ts': range(100, 175),
      web: range(100, 200),
    };
    const outputs = plan.outputs.map((output) => ({ ...output, range: ranges[output.preset.name] ?? range(108, 168) }));
    const command = pieceCommand(planPiece(plan, outputs), ({ preset, range: own }) =>
      pieceTokens(preset, { timecode: startOf(preset, own), fullness: 0.75 }),
    );
    expectGolden('commands/piece-four-presets.txt', formatCommand(command));
  });

  it('of the end card alone decodes nothing', async () => {
    const plan = await planOf('sd-mpeg2');
    const [output] = plan.outputs;
    if (!output) throw new Error('no output');
    const command = pieceCommand(planPiece(plan, [{ ...output, range: range(276, 300) }]), ({ preset, range: own }) =>
      pieceTokens(preset, { timecode: startOf(preset, own), fullness: 1 }),
    );
    expectGolden('commands/piece-end-card.txt', formatCommand(command));
  });

  it('decodes from whole seconds before its first picture where an index leads there, else from the shot’s start', async () => {
    const plan = await planOf('sd-mpeg2');
    const [output] = plan.outputs;
    if (!output) throw new Error('no output');
    const { shots } = planPiece(plan, [{ ...output, range: range(120, 240) }]);
    expect(shots.map(({ fromFrame, leadFrames, frames: count }) => ({ fromFrame, leadFrames, count }))).toEqual([
      { fromFrame: 100, leadFrames: 70, count: 40 },
      { fromFrame: 10, leadFrames: 0, count: 80 },
    ]);
  });

  it('holds a moving picture whole or not at all', async () => {
    const plan = await planOf('sd-mpeg2');
    const pose = { x: 0, y: 0, width: 960, height: 540 };
    const move = { startFrame: frames(100), entry: [pose], still: pose, holdFrames: frames(48), exit: [pose] };
    const [output] = plan.outputs;
    if (!output) throw new Error('no output');
    const moving = { ...plan, pictureMove: move };
    const piece = (from: number, to: number) => planPiece(moving, [{ ...output, range: range(from, to) }]);
    expect(piece(120, 132)).toMatchObject({ fromFrame: 99, lengthFrames: 151, pictureMove: { startFrame: 1 } });
    expect(piece(150, 162)).toMatchObject({ fromFrame: 150, lengthFrames: 162, pictureMove: undefined });
  });
});

describe('a joined file', () => {
  it('is cut and wrapped by the same words as a whole one', async () => {
    const [sd, xdcam, web] = await presetsNamed('sd-mpeg2', 'xdcam-hd422', 'web');
    if (!sd || !xdcam || !web) throw new Error('no preset');
    const order = { folder: '/work', former: '/blobs/former', soundOffset: 0.03, to: 'new' };
    const commands = [
      splitTokens(sd, '/blobs/former', { cuts: [108, 168], to: '/work/kept-%d.nut' }),
      joinTokens(sd, { ...order, pictures: 'list.txt' }),
      splitTokens(xdcam, '/blobs/former', { cuts: [108, 168], to: '/work/kept-%d.mpeg2video' }),
      joinTokens(xdcam, { ...order, pictures: 'kept-0.mpeg2video', soundOffset: 0 }),
      joinTokens(web, { ...order, pictures: 'list.txt' }),
    ];
    const list = joinList([
      { file: 'kept-0.nut', range: range(0, 108) },
      { file: 'piece-0.nut', range: range(108, 168) },
    ]);
    const text = commands.map((tokens) => `${oneOptionALine(flattenTokens(tokens))}\n`).join('\n');
    expectGolden('commands/join.txt', `${list}\n${text}`);
  });

  it('knows how full a decoder’s buffer is where a piece begins', () => {
    const buffer = { bufferBits: 1000, kbps: 2.5 };
    expect(fullnessAfter([], buffer)).toBe(1);
    // 100 bits come in with each picture.
    expect(fullnessAfter([50], buffer)).toBeCloseTo(0.7);
    expect(fullnessAfter([50, 2], buffer)).toBeCloseTo(0.784);
    expect(fullnessAfter([1, 1], buffer)).toBe(1);
  });
});

describe('what is kept of a former film', async () => {
  const plan = await planOf('sd-mpeg2', 'web');
  const pictures = [
    { toFrame: 100, key: 'a' },
    { toFrame: 300, key: 'b' },
  ];
  const now = {
    pictures,
    soundKey: 's',
    encoders: new Map([
      ['sd-mpeg2', 'e1'],
      ['web', 'e2'],
    ]),
  };
  const madeOf = (encoder: string) => ({
    pictures,
    encoder,
    sound: { key: 's', voice: 'voice' as const, faults: [] },
    witness: '',
  });
  const formers = new Map([
    ['sd-mpeg2', { path: '/1', madeOf: madeOf('e1') }],
    ['web', { path: '/2', madeOf: madeOf('e2') }],
  ]);
  const facts = (...gopLengths: number[]) => ({
    ...{ format: '', sizeBytes: 0, sounds: [], otherStreams: 0, timecode: undefined },
    pictures: [{ gopLengths } as never],
  });
  const everyTwelve = Array.from({ length: 24 }, () => 12);

  it.each([
    ['a preset was not made before', now, new Map([...formers].slice(1))],
    [
      'its encoder has other words',
      {
        ...now,
        encoders: new Map([
          ['sd-mpeg2', 'e1'],
          ['web', 'other'],
        ]),
      },
      formers,
    ],
    ['it sounds otherwise', { ...now, soundKey: 'other' }, formers],
    ['it is longer', { ...now, pictures: [{ toFrame: 310, key: 'a' }] }, formers],
  ])('is nothing when %s', (_, film, before) => {
    expect(matchFormer(plan, film, before)).toEqual({ whole: expect.any(String) });
  });

  it('is everything but the changed groups of each file', () => {
    const matched = matchFormer(plan, now, formers);
    if ('whole' in matched) throw new Error(matched.whole);
    const kept = matched.kept.map((one) => ({
      ...one,
      facts: one.output.preset.name === 'web' ? facts(70, 50, 50) : facts(...everyTwelve),
    }));
    const corrected = [
      { toFrame: 80, key: 'a' },
      { toFrame: 100, key: 'c' },
      { toFrame: 300, key: 'b' },
    ];
    const chosen = choosePieces(plan, { pictures: corrected }, kept);
    if ('whole' in chosen) throw new Error(chosen.whole);
    const made = chosen.pieces.map((piece) =>
      piece.map(({ preset, range: own }) => [preset.name, own.fromFrame, own.toFrame]),
    );
    expect(made).toEqual([
      [
        ['web', 70, 120],
        ['sd-mpeg2', 72, 108],
      ],
    ]);
    expect(choosePieces(plan, now, kept)).toEqual({ pieces: [] });
    expect(choosePieces(plan, { pictures: [{ toFrame: 300, key: 'z' }] }, kept)).toEqual({
      whole: '100 % of the film changed',
    });
  });
});
