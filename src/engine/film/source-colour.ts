import type { PictureFacts } from '../ffmpeg/film-facts.ts';

/** What a clip's numbers mean as light, decided from its tags and, where they are missing or can't be, from what it is. */
export interface SourceColour {
  readonly light: 'sdr' | 'hlg' | 'pq';
  readonly matrix: 'bt709' | 'bt601' | 'bt2020';
  readonly primaries: 'bt709' | 'bt2020';
  /** `full`: black is 0 and white 255, as phones write it; television's is 16–235. */
  readonly range: 'tv' | 'full';
}

type Tagged = Pick<PictureFacts, 'codec' | 'height' | 'pixelFormat' | 'colour'>;

/** Untagged is BT.709, but for television's own SD codecs, which never carry tags, and HDR, which is always BT.2020. */
export function decideColour(picture: Tagged): SourceColour {
  const { colour } = picture;
  const light = LIGHTS.get(colour.transfer ?? '') ?? 'sdr';
  const wide = colour.primaries === undefined ? light !== 'sdr' : colour.primaries === 'bt2020';
  return {
    light,
    matrix: decideMatrix(picture, light),
    primaries: wide ? 'bt2020' : 'bt709',
    range: colour.range === 'pc' || picture.pixelFormat.startsWith('yuvj') ? 'full' : 'tv',
  };
}

const LIGHTS: ReadonlyMap<string, SourceColour['light']> = new Map([
  ['arib-std-b67', 'hlg'],
  ['smpte2084', 'pq'],
]);

const MATRICES: ReadonlyMap<string, SourceColour['matrix']> = new Map([
  ['bt709', 'bt709'],
  ['bt470bg', 'bt601'],
  ['smpte170m', 'bt601'],
  ['fcc', 'bt601'],
  ['bt2020nc', 'bt2020'],
  ['bt2020c', 'bt2020'],
]);

// The two primaries of standard definition, 625 and 525 lines.
const SD_PRIMARIES = ['bt470bg', 'smpte170m'];
const SD_CODECS = ['dvvideo', 'mpeg2video'];
const MOST_SD_LINES = 576;

/** A tag that no such picture can have (`gbr`, `ycgco`) counts as missing. */
function decideMatrix({ colour, codec, height }: Tagged, light: SourceColour['light']): SourceColour['matrix'] {
  const said = MATRICES.get(colour.matrix ?? '');
  if (said) return said;
  if (light !== 'sdr' || colour.primaries === 'bt2020') return 'bt2020';
  const sd = SD_PRIMARIES.includes(colour.primaries ?? '') || (SD_CODECS.includes(codec) && height <= MOST_SD_LINES);
  return sd ? 'bt601' : 'bt709';
}
