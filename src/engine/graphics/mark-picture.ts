import { renderAsync } from '@resvg/resvg-js';
import { allow, type Decision, type Refusal, refuse } from '../../kernel/refusal.ts';

/** A department's mark as we keep it. */
export interface MarkPicture {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** What a mark's file may weigh; a logo has some 20 kB. */
export const MARK_MAX_BYTES = 2 * 2 ** 20;
/** Px of a side: the largest tile is 124 px on the canvas, and a picture is never scaled up. More than the most is a poster, not a mark. */
const [LEAST_SIDE, MOST_SIDE] = [128, 4096];
/** The longer side of what is kept. */
const KEPT_SIDE = 512;

/**
 * Looks at what is said to be a mark, by its bytes alone, and draws it anew as a PNG of our own: no chunk, text or trick of
 * the file that came goes further. Refuses what is no PNG, too large, too small, broken, or shows nothing.
 */
export async function recodeMark(bytes: Uint8Array): Promise<Decision<MarkPicture>> {
  if (bytes.byteLength > MARK_MAX_BYTES) return refuse(refusal('big', `${bytes.byteLength} bytes`));
  const size = pngSize(bytes);
  if (!size) return refuse(refusal('notPng', 'no PNG signature with its header'));
  const [short, long] = [Math.min(size.width, size.height), Math.max(size.width, size.height)];
  if (long > MOST_SIDE) return refuse(refusal('big', `${size.width}×${size.height}`));
  if (short < LEAST_SIDE) return refuse(refusal('small', `${size.width}×${size.height}`));
  const image = await redraw(bytes, size);
  if (!showsAnything(image.pixels)) return refuse(refusal('empty', 'broken, or every pixel is seen through'));
  return allow({ png: new Uint8Array(image.asPng()), width: image.width, height: image.height });
}

/** A look names a mark whose file is not there: nothing is drawn in its place, for nobody would notice on air. */
export function missingMark(look: string, picture: string): Refusal {
  return {
    code: 'look.mark-missing',
    user: 'look.refused.markMissing',
    tech: `look ${look} names ${picture}, which is not there`,
    params: { look, picture },
  };
}

// PNG: eight bytes of signature, then the IHDR chunk (length, name, width, height).
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

function pngSize(bytes: Uint8Array): { width: number; height: number } | undefined {
  if (bytes.byteLength < 33 || SIGNATURE.some((byte, at) => bytes[at] !== byte)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  if (view.getUint32(12) !== 0x49484452) return undefined;
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** On glass, scaled down to what is kept. */
function redraw(bytes: Uint8Array, { width, height }: { width: number; height: number }) {
  const scale = Math.min(1, KEPT_SIDE / Math.max(width, height));
  const size = `width="${Math.round(width * scale)}" height="${Math.round(height * scale)}"`;
  const href = `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size}><image ${size} preserveAspectRatio="none" href="${href}"/></svg>`;
  return renderAsync(svg, { font: { loadSystemFonts: false } });
}

/** A file that cannot be decoded is drawn as nothing. */
function showsAnything(rgba: Uint8Array): boolean {
  for (let at = 3; at < rgba.length; at += 4) if ((rgba[at] ?? 0) > 16) return true;
  return false;
}

const SENTENCES = {
  big: 'look.refused.markBig',
  notPng: 'look.refused.markNotPng',
  small: 'look.refused.markSmall',
  empty: 'look.refused.markEmpty',
} as const;

function refusal(what: keyof typeof SENTENCES, tech: string): Refusal {
  const params = { mb: MARK_MAX_BYTES / 2 ** 20, least: LEAST_SIDE, most: MOST_SIDE };
  return { code: `look.mark-${what.toLowerCase()}`, user: SENTENCES[what], tech: `mark: ${tech}`, params };
}
