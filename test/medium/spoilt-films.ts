import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { flattenTokens } from '../../src/engine/ffmpeg/run-order.ts';
import { encoderTokens } from '../../src/engine/film/encoder-tokens.ts';
import { presetsNamed } from '../unit/film/films.ts';
import { makeFilm } from './lavfi.ts';

/** What is done to a good film; nothing in it is the good film itself. */
export interface Recipe {
  /** Filters on the picture before it is brought to the preset's raster. */
  readonly picture?: string;
  /** Filters right before the encoder, over what the preset wants. */
  readonly last?: string;
  /** Real fields, woven from twice the pictures in this way. */
  readonly fields?: 'interleave_top' | 'interleave_bottom';
  readonly sound?: string;
  encoder?(tokens: readonly string[]): readonly string[];
}

// −23 dBFS of 1 kHz on both sides is −23 LUFS (EBU Tech 3341).
const tone = (seconds: number) => `aevalsrc='0.0708*sin(2*PI*1000*t)|0.0708*sin(2*PI*1000*t)':s=48000:d=${seconds}`;
// 209 whole frames of layer II: the last one would be lost.
const LAYER_2_SECONDS = 5.016;

function source(raster: string, rate: number): string {
  return `testsrc2=s=${raster}:r=${rate}:d=5,noise=alls=6:allf=t,format=yuv420p`;
}

/** Five seconds in a preset, with our own encoder words and plain ffmpeg; made once for a name. */
export async function encodeFilm(stem: string, name: string, recipe: Recipe = {}): Promise<string> {
  const [preset] = await presetsNamed(name);
  if (!preset) throw new Error(`no preset ${name}`);
  const path = `${stem}.${preset.extension}`;
  if (existsSync(path)) return path;
  const { raster, pixelAspect, scan, chroma } = preset.picture;
  const size = `${raster.width}x${raster.height}`;
  const mono = preset.sound.layout === 'two-mono';
  const picture = [
    recipe.picture,
    recipe.fields && `tinterlace=${recipe.fields},setpts=N/25/TB`,
    `format=yuv${chroma}p`,
    `setsar=${pixelAspect.num}/${pixelAspect.den}`,
    scan === 'progressive' ? 'setfield=prog' : 'setfield=tff',
    recipe.last,
  ];
  const sound = [recipe.sound ?? 'anull', mono ? 'channelsplit' : undefined];
  const join = (filters: readonly (string | undefined)[]) => filters.filter(Boolean).join(',');
  const graph = `[0:v]${join(picture)}[v];[1:a]${join(sound)}${mono ? '[l][r]' : '[a]'}`;
  const heard = tone(preset.sound.codec === 'mp2' ? LAYER_2_SECONDS : 5);
  const inputs = ['-f', 'lavfi', '-i', source(size, recipe.fields ? 50 : 25), '-f', 'lavfi', '-i', heard];
  const maps = mono ? ['-map', '[l]', '-map', '[r]'] : ['-map', '[a]'];
  const tokens = flattenTokens(encoderTokens(preset));
  const encoder = recipe.encoder ? recipe.encoder(tokens) : tokens;
  return makeFilm(path, [...inputs, '-filter_complex', graph, '-map', '[v]', ...maps, ...encoder]);
}

/** The good film's pictures in little, as `make` writes them into its answer, taken from the source by plain ffmpeg. */
export function littlePictures(name: string, to: string): string[] {
  const raster = name === 'whatsapp' ? '848x480' : '720x576';
  // An SD file says that its luma is BT.601's; masters are BT.709.
  const matrix = raster === '720x576' ? ':in_color_matrix=bt601:out_color_matrix=bt709' : '';
  const scale = `scale=320:180:flags=area,scale=64:36:flags=area${matrix},format=yuv444p,scale=16:9:flags=area`;
  const little = `${source(raster, 25)},framestep=25,${scale},format=yuv444p,extractplanes=y`;
  makeFilm(to, ['-f', 'lavfi', '-i', little, '-fps_mode', 'passthrough', '-f', 'rawvideo']);
  const bytes = readFileSync(to);
  return Array.from({ length: bytes.length / 144 }, (_, at) =>
    bytes.subarray(at * 144, (at + 1) * 144).toString('base64'),
  );
}

/** Damages the middle of a file's coded picture. */
export function spoilBytes(path: string): string {
  const bytes = readFileSync(path);
  const middle = Math.floor(bytes.length / 2);
  for (let at = middle; at < middle + 6000; at += 7) bytes[at] = (bytes[at] ?? 0) ^ 0x5a;
  writeFileSync(path, bytes);
  return path;
}
