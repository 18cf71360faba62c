import type { FaceBox, RgbPicture } from './face-net.ts';
import type { Point } from './landmark-net.ts';

/** A face in the upright picture. All places are shares of its width and height, 0 left and top; a box may reach outside. */
export interface SeenFace {
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** The lower edge of the lower lip: what stands below it hides no mouth. */
  readonly mouthLine: number;
  /** Height of the eyes over their width: some 0.25–0.35 open, a third less closed; compare within one clip. */
  readonly eyesOpen: number;
  /** How far the lips are apart, over the mouth's width. */
  readonly lipsApart: number;
  /** How far the nose lies right (+) or left (−) of between the eyes, over their distance; missing: not measured. */
  readonly turned?: number | undefined;
  readonly score: number;
}

/** What 68 points tell of a face. */
export function describeFace({ width, height }: RgbPicture, box: FaceBox, points: readonly Point[]): SeenFace {
  const at = (index: number): Point => points[index] ?? { x: 0, y: 0 };
  const apart = (a: number, b: number) => Math.hypot(at(a).x - at(b).x, at(a).y - at(b).y);
  const eye = (first: number) =>
    (apart(first + 1, first + 5) + apart(first + 2, first + 4)) / Math.max(1e-6, 2 * apart(first, first + 3));
  const share = (value: number) => Math.round(value * 1000) / 1000;
  return {
    box: {
      x: share(box.x / width),
      y: share(box.y / height),
      width: share(box.width / width),
      height: share(box.height / height),
    },
    // 55–59 is the outer edge of the lower lip.
    mouthLine: share(Math.max(...[55, 56, 57, 58, 59].map((index) => at(index).y)) / height),
    eyesOpen: share((eye(36) + eye(42)) / 2),
    lipsApart: share(apart(62, 66) / Math.max(1e-6, apart(48, 54))),
    turned: share((at(30).x - (at(36).x + at(45).x) / 2) / Math.max(1e-6, apart(36, 45))),
    score: share(box.score),
  };
}
