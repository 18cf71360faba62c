import type { PictureFacts } from './film-facts.ts';
import type { StreamHeader } from './probe-header.ts';

type Orientation = Pick<PictureFacts, 'rotation' | 'mirrored'>;

const UPRIGHT: Orientation = { rotation: 0, mirrored: false };

/**
 * How the display matrix turns a film. ffprobe's own `rotation` is blind to mirrors: it calls a mirrored film upside down.
 * Only whole quarter turns are believed; a skewed or broken matrix counts as none.
 */
export function readOrientation(sideData: StreamHeader['side_data_list']): Orientation {
  const matrix = sideData.find((it) => it.displaymatrix !== undefined)?.displaymatrix;
  const rotation = sideData.find((it) => it.rotation !== undefined)?.rotation;
  if (matrix !== undefined) return fromMatrix(matrix);
  return rotation === undefined ? UPRIGHT : { rotation: quarterTurn(-rotation), mirrored: false };
}

/** ffprobe prints three rows, each behind its number: a b u, c d v, x y w in 1/65536. */
function fromMatrix(text: string): Orientation {
  const rows = [...text.matchAll(/^\d+:\s+(-?\d+)\s+(-?\d+)/gm)].map(([, left, right]) => [
    Number(left),
    Number(right),
  ]);
  const [[a = 0, b = 0] = [], [c = 0, d = 0] = []] = rows;
  const mirrored = a * d - b * c < 0;
  // Turned over first, then rotated: without the mirror the first row has its sign back.
  const [cos, sin] = mirrored ? [-a, -b] : [a, b];
  if (a * d - b * c === 0 || (cos !== 0 && sin !== 0)) return UPRIGHT;
  return { rotation: quarterTurn((Math.atan2(sin, cos) * 180) / Math.PI), mirrored };
}

/** Degrees clockwise → counter-clockwise as the facts have it. */
function quarterTurn(clockwise: number): PictureFacts['rotation'] {
  const turn = ((clockwise % 360) + 360) % 360;
  if (turn === 90) return -90;
  if (turn === 180) return 180;
  return turn === 270 ? 90 : 0;
}
