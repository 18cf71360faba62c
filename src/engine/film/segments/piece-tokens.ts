import type { Frames } from '../../../kernel/frames.ts';
import type { Token } from '../../ffmpeg/run-order.ts';
import type { DeliveryPreset } from '../delivery-preset.ts';
import { groupClock, pictureTokens } from '../encoder-tokens.ts';

/** How the pictures of a preset are kept between their encoder and the joined file. */
export type PieceForm = 'nut' | 'mpeg2video';

/** MXF refuses NUT's clock and takes bare pictures; the others need the stamps. */
export function pieceForm({ container }: DeliveryPreset): PieceForm {
  return container.kind === 'mxf-op1a' || container.kind === 'mxf-d10' ? 'mpeg2video' : 'nut';
}

/** Where a piece begins: the time code of its first picture, and how full a decoder's buffer is there (0–1). */
export interface PieceStart {
  readonly timecode: Frames;
  readonly fullness: number;
}

/** The preset's own picture encoder, for pictures that continue a film. */
export function pieceTokens(preset: DeliveryPreset, start: PieceStart): Token[] {
  const { picture } = preset;
  const tokens = pictureTokens(picture).map((token) => continued(token, preset, start));
  const own: Token[] =
    picture.codec === 'mpeg2'
      ? groupClock(preset, start.timecode)
      : [['-x264opts', `vbv-init=${x264Fullness(start.fullness)}`]];
  return [...tokens, ...own, ['-an', '-f', pieceForm(preset)]];
}

function continued(token: Token, { container, picture }: DeliveryPreset, { fullness }: PieceStart): Token {
  if (!token) return token;
  const [option, value] = token;
  // A buffer that is said to be full where it is not would let a decoder run dry.
  if (option === '-rc_init_occupancy') return [option, String(Math.floor(picture.bitrate.bufferBits * fullness))];
  // NUT would take the headers out of the stream: a transport stream has them before every group, for who tunes in.
  if (option === '-flags' && container.kind === 'mpeg-ts') return [option, `${value}-global_header`];
  return token;
}

// 0.9 is x264's own start: it keeps a tenth in hand for its headers.
const X264_FULLEST = 0.9;

function x264Fullness(fullness: number): string {
  return Math.min(X264_FULLEST, Math.max(0.1, fullness)).toFixed(3);
}
