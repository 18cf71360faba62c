import * as blocks from './blocks/draw.ts';
import type { Drawer } from './drawer.ts';
import * as paper from './paper/draw.ts';
import * as slabs from './slabs/draw.ts';
import type { Stage } from './stage.ts';

/** The drawer for the stage's look. */
export function drawerOf(stage: Stage): Drawer {
  const { look, ...rest } = stage;
  if (look.style === 'slabs') return slabs.drawer({ ...rest, look });
  if (look.style === 'paper') return paper.drawer({ ...rest, look });
  return blocks.drawer({ ...rest, look });
}
