import type { Box } from '../graphics/drawing.ts';
import type { ShownFace } from '../graphics/shown-face.ts';

/** Air that a graphic keeps of a face, in shares of the canvas's height: below the mouth, and beside the face. */
export interface FaceAir {
  readonly below: number;
  readonly beside: number;
}

/** A name stands so far below the mouth, or beside the face [film-looks.md, Faces]. */
export const NAME_AIR: FaceAir = { below: 0.08, beside: 0.06 };
/** A caption may touch the chin: looks are a second apart, and a head nods by less than this in between. */
export const CAPTION_AIR: FaceAir = { below: 0.025, beside: 0 };
/** Eyes and mouth alone: where nothing keeps its distance, this is kept free. */
export const LEAST_AIR: FaceAir = { below: 0.008, beside: 0 };

// A box of the net begins at the brows; a forehead above them is a quarter as high, hair may be touched.
const FOREHEAD = 0.25;
// Eyes and mouth lie in the middle four fifths of a face's width.
const EDGE = 0.1;

/** How much of a face's eyes, nose and mouth (0–1, of the face worst hit) lies under these boxes, with that air round it. */
export function faceCovered(boxes: readonly Box[], faces: readonly ShownFace[], air: FaceAir, height: number): number {
  const shares = faces.flatMap((face) => {
    const { x, y, width, height: tall } = featuresOf(face, air, height);
    return boxes.map((box) => {
      const across = Math.min(x + width, box.x + box.width) - Math.max(x, box.x);
      const down = Math.min(y + tall, box.y + box.height) - Math.max(y, box.y);
      return across > 0 && down > 0 ? (across * down) / (width * tall) : 0;
    });
  });
  return Math.max(0, ...shares);
}

/** Whether a box touches a forehead or anything below it, down to the mouth. */
export function touchesForehead(box: Box, faces: readonly ShownFace[]): boolean {
  const raised = faces.map(({ box: { x, y, width, height }, mouthLine }) => ({
    box: { x, y: y - FOREHEAD * height, width, height: height * (1 + FOREHEAD) },
    mouthLine,
  }));
  return faceCovered([box], raised, { below: 0, beside: 0 }, 0) > 0;
}

/** From the brows to below the mouth. */
function featuresOf({ box, mouthLine }: ShownFace, { below, beside }: FaceAir, height: number): Box {
  const edge = EDGE * box.width - beside * height;
  const tall = Math.max(1, mouthLine + below * height - box.y);
  return { x: box.x + edge, y: box.y, width: Math.max(1, box.width - 2 * edge), height: tall };
}
