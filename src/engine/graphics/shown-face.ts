import type { Box } from './drawing.ts';

/** A face as it stands on a canvas (px) at one look: from the brows to the chin, and the lower edge of the mouth. */
export interface ShownFace {
  readonly box: Box;
  readonly mouthLine: number;
}
