import { describe, expect, it } from 'vitest';
import { decideColour } from '../../../src/engine/film/source-colour.ts';

const untagged = { range: undefined, primaries: undefined, transfer: undefined, matrix: undefined };
const picture = { codec: 'h264', height: 1080, pixelFormat: 'yuv420p', colour: untagged };
const sdr = { light: 'sdr', matrix: 'bt709', primaries: 'bt709', range: 'tv' };

describe('what a clip’s colours mean', () => {
  it.each([
    ['untagged: high definition', {}, {}],
    ['a phone in full range', { pixelFormat: 'yuvj420p' }, { range: 'full' }],
    ['full range by tag alone', { colour: { ...untagged, range: 'pc' } }, { range: 'full' }],
    ['PAL', { colour: { ...untagged, matrix: 'bt470bg' } }, { matrix: 'bt601' }],
    ['NTSC by its primaries alone', { colour: { ...untagged, primaries: 'smpte170m' } }, { matrix: 'bt601' }],
    ['a DV tape', { codec: 'dvvideo', height: 576 }, { matrix: 'bt601' }],
    ['MPEG-2 of high definition', { codec: 'mpeg2video', height: 1080 }, {}],
    ['a small untagged phone clip', { height: 288 }, {}],
    ['RGB said of a picture that is none', { colour: { ...untagged, matrix: 'gbr' } }, {}],
    [
      'HLG',
      { colour: { ...untagged, transfer: 'arib-std-b67' } },
      { light: 'hlg', matrix: 'bt2020', primaries: 'bt2020' },
    ],
    ['PQ', { colour: { ...untagged, transfer: 'smpte2084' } }, { light: 'pq', matrix: 'bt2020', primaries: 'bt2020' }],
    [
      'wide colours without HDR',
      { colour: { ...untagged, primaries: 'bt2020' } },
      { matrix: 'bt2020', primaries: 'bt2020' },
    ],
  ])('%s', (_, different, wanted) => {
    expect(decideColour({ ...picture, ...different })).toEqual({ ...sdr, ...wanted });
  });
});
