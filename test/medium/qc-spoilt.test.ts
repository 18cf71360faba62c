import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { qc } from '../../src/cli/qc.ts';
import type { Media } from '../../src/engine/ffmpeg/media.ts';
import { checkFilm } from '../../src/engine/qc/check-film.ts';
import { parseTradeNames, readTradeNames } from '../../src/engine/qc/media-info.ts';
import type { QcCheck } from '../../src/engine/qc/qc-report.ts';
import { frames } from '../../src/kernel/frames.ts';
import { presetsNamed } from '../unit/film/films.ts';
import { filmFolder, openMedia } from './lavfi.ts';
import { encodeFilm, littlePictures, type Recipe, spoilBytes } from './spoilt-films.ts';

const { folder, remove } = filmFolder('spoilt');
const at = (name: string) => join(folder, name);
let media: Media;

beforeAll(async () => {
  media = await openMedia();
});
afterAll(remove);

const FRAMES = 125;
const cue = (startFrame: number, endFrame: number) => ({ startFrame, endFrame, lines: ['नमस्ते'] });

async function check(path: string, preset: string, pictures: string[] = []): Promise<readonly QcCheck[]> {
  const [wanted] = await presetsNamed(preset);
  if (!wanted) throw new Error(`no preset ${preset}`);
  const seconds = pictures.map((text) => new Uint8Array(Buffer.from(text, 'base64')));
  const witness = pictures.length > 0 ? { seconds } : undefined;
  const expected = { frames: frames(FRAMES), sound: 'voice' as const, witness };
  return (await checkFilm(media.runner, { path, preset: wanted, expected })).report.checks;
}

const failed = (checks: readonly QcCheck[]) => checks.filter(({ passed }) => passed === false);

describe('a good film of five seconds', () => {
  it.each(['sd-mpeg2', 'h264-ts-sd', 'whatsapp'])('passes every check of %s', async (preset) => {
    const film = await encodeFilm(at(`good-${preset}`), preset);
    const pictures = littlePictures(preset, at(`${preset}.gray`));
    expect(failed(await check(film, preset, pictures))).toEqual([]);
  });

  it('passes by command, and what nobody told is not measured', async () => {
    const film = await encodeFilm(at('good-sd-mpeg2'), 'sd-mpeg2');
    const { code, data } = await command(film, { preset: 'sd-mpeg2' });
    expect(code).toBe(0);
    const open = { measured: 'not-measured', passed: null };
    const ids = ['frames', 'right-picture', 'captions-inside'];
    expect(data).toMatchObject({
      passed: true,
      checks: expect.arrayContaining(ids.map((id) => expect.objectContaining({ id, ...open }))),
    });
  });

  it('fails by command with a caption after its end, in words of both languages', async () => {
    const film = await encodeFilm(at('good-sd-mpeg2'), 'sd-mpeg2');
    const spot = { lengthFrames: FRAMES, cues: [cue(20, 60), cue(100, 140)] };
    writeFileSync(at('spot.json'), JSON.stringify({ spot }));
    const { code, data } = await command(film, { preset: 'sd-mpeg2', spot: at('spot.json') });
    expect(code).toBe(1);
    const message = { hi: expect.stringContaining('कैप्शन'), en: expect.stringContaining('Captions') };
    expect(data).toMatchObject({
      passed: false,
      checks: expect.arrayContaining([expect.objectContaining({ id: 'captions-inside', at: 4, message })]),
    });
  });
});

const native = spawnSync('mediainfo', ['--Version']).status === 0;

describe('the library that names files', () => {
  it.skipIf(!native).each(['sd-mpeg2', 'h264-ts-sd', 'whatsapp'])('agrees with the program on %s', async (preset) => {
    const film = await encodeFilm(at(`good-${preset}`), preset);
    const { stdout } = spawnSync('mediainfo', ['--Output=JSON', film], { encoding: 'utf8' });
    expect(await readTradeNames(film)).toEqual(parseTradeNames(stdout));
  });
});

async function command(film: string, values: Record<string, string>) {
  let data: unknown;
  const answer = (json: unknown) => {
    data = json;
  };
  return { code: await qc.run({ values, positionals: [film], json: true, answer }), data };
}

const without =
  (...words: readonly string[]) =>
  (tokens: readonly string[]) =>
    tokens.filter((word, index) => !words.includes(word) && !words.includes(tokens[index - 1] ?? ''));
const instead = (old: string, word: string) => (tokens: readonly string[]) =>
  tokens.map((each) => (each === old ? word : each));

/** Eight bars of three quarters' colour; for less than half a second, so that nothing else is amiss. */
const BARS = ['white', '0xbfbf00', '0x00bfbf', '0x00bf00', '0xbf00bf', '0xbf0000', '0x0000bf', 'black']
  .map((colour, at) => `drawbox=x=${at}*iw/8:w=iw/8:h=ih:t=fill:c=${colour}:enable='between(t,2,2.39)'`)
  .join(',');

/** What is done to the film, and the one check that must tell. */
const SPOILT: readonly (readonly [said: string, id: string, preset: string, recipe: Recipe])[] = [
  ['bottom field first', 'field-order', 'sd-mpeg2', { last: 'setfield=bff' }],
  ['fields in the other order than their flag', 'field-order', 'sd-mpeg2', { fields: 'interleave_bottom' }],
  ['black in its fourth second', 'black', 'sd-mpeg2', { picture: "drawbox=t=fill:c=black:enable='between(t,3,3.4)'" }],
  [
    'frozen for over a second',
    'freeze',
    'sd-mpeg2',
    { picture: 'loop=loop=40:size=1:start=50,setpts=N/25/TB,trim=end_frame=125' },
  ],
  ['flashing', 'flash', 'sd-mpeg2', { picture: "drawbox=t=fill:c=white:enable='between(t,2,3)*lt(mod(n,6),3)'" }],
  ['with blacks below black', 'legal-range', 'sd-mpeg2', { last: "lutyuv=y='if(lt(val,90),4,val)',setfield=tff" }],
  ['with colour bars left in it', 'bars', 'sd-mpeg2', { picture: BARS }],
  ['in the wrong shape', 'aspect', 'sd-mpeg2', { last: 'setsar=16/15' }],
  ['one frame short', 'frames', 'sd-mpeg2', { last: 'trim=end_frame=124', sound: 'atrim=end=4.968' }],
  ['at −30 LUFS', 'loudness', 'sd-mpeg2', { sound: 'volume=-7dB' }],
  [
    'with a click over full scale',
    'true-peak',
    'sd-mpeg2',
    { sound: "aeval='val(0)+if(between(n,96000,96030),0.95,0)|val(1)'" },
  ],
  ['silent on the left', 'channels-alive', 'sd-mpeg2', { sound: 'pan=stereo|c0=0*c0|c1=1.41*c1' }],
  ['out of phase', 'phase', 'sd-mpeg2', { sound: 'pan=stereo|c0=c0|c1=-1*c1' }],
  ['silent for over two seconds', 'silence', 'sd-mpeg2', { sound: "volume=0.8dB,volume=0:enable='between(t,1,3.5)'" }],
  [
    'without colour tags',
    'colour-tags',
    'sd-mpeg2',
    { encoder: without('-color_primaries', '-color_trc', '-colorspace') },
  ],
  ['with open groups', 'gop', 'sd-mpeg2', { encoder: instead('+ildct+ilme+cgop', '+ildct+ilme') }],
  ['at half the rate', 'bitrate', 'sd-mpeg2', { encoder: instead('14500k', '7000k') }],
  ['in a stream at another rate', 'bitrate', 'h264-ts-sd', { encoder: instead('5000k', '6000k') }],
  ['in a stream of no constant rate', 'bitrate', 'h264-ts-sd', { encoder: without('-muxrate') }],
  ['with its index at the end', 'container', 'whatsapp', { encoder: without('-movflags') }],
  ['combed in a progressive file', 'field-order', 'whatsapp', { fields: 'interleave_top', last: 'setfield=prog' }],
];

describe('a film spoilt on purpose', () => {
  it.each(SPOILT)('%s fails by "%s"', async (said, id, preset, recipe) => {
    const film = await encodeFilm(at(said.replaceAll(/\W+/g, '-')), preset, recipe);
    const faults = failed(await check(film, preset));
    expect(faults.map(({ thumbnail, ...fault }) => fault)).toEqual([expect.objectContaining({ id })]);
  });

  it('shows the picture at the fault', async () => {
    const film = await encodeFilm(at('thumb'), 'sd-mpeg2', {
      picture: "drawbox=t=fill:c=black:enable='between(t,3,3.4)'",
    });
    const [fault] = failed(await check(film, 'sd-mpeg2'));
    expect(fault).toMatchObject({ id: 'black', at: 3 });
    const [type, jpeg = ''] = fault?.thumbnail?.split(',') ?? [];
    expect(type).toBe('data:image/jpeg;base64');
    // Start and end of a JPEG; a black one is small.
    expect(Buffer.from(jpeg, 'base64').toString('hex')).toMatch(/^ffd8.*ffd9$/);
    expect(jpeg.length).toBeLessThan(4000);
  });

  it('with another film’s picture fails by "right-picture"', async () => {
    const film = await encodeFilm(at('other'), 'sd-mpeg2', { picture: 'negate' });
    const pictures = littlePictures('sd-mpeg2', at('master.gray'));
    expect(failed(await check(film, 'sd-mpeg2', pictures)).map(({ id }) => id)).toEqual(['right-picture']);
  });

  it('in its bytes does not decode clean', async () => {
    const film = spoilBytes(await encodeFilm(at('bytes'), 'sd-mpeg2'));
    expect(failed(await check(film, 'sd-mpeg2')).map(({ id }) => id)).toContain('decodes-clean');
  });
});
