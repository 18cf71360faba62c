import { allow, type Decision } from '../../kernel/refusal.ts';
import type { Drawer } from './drawer.ts';
import { type Box, even, evenUnion, straightSlabs, unionOf } from './drawing.ts';
import { type FittedRow, fitLowerThird, type LowerThirdTexts } from './lower-third.ts';
import { swapping } from './motion.ts';
import type { Movement } from './movement.ts';
import { type NameForm, type NameStand, USUAL_NAME } from './name-stand.ts';
import { aspectOf, lowerThirdOf, type Stage } from './stage.ts';

/** The lower third in its place. */
export interface LaidLowerThird {
  /** Shown one after another at one place, each coming over the one before. */
  readonly turns: readonly [Movement, ...Movement[]];
  /** What the eye sees of it while it stands (a sheet, not its shadow), px of the canvas. */
  readonly box: Box;
  readonly placeForm: number;
  /** Rows that found no time to be shown. */
  readonly unsaid: readonly FittedRow['what'][];
  /** Rows whose text is so long that it stands smaller, or in more lines, than the look is drawn for. */
  readonly crowded: readonly FittedRow['what'][];
}

const SWAP_FRAMES = 6;
/** Between the mark and a lower third that stands high, px of a canvas 1080 high. */
const BELOW_MARK = 24;
// A row that comes after the name stands at least so long, or nobody could read it.
const SHORTEST_ROW = 36;

/**
 * Name, place and benefit as `stand` says, for so many frames. undefined without any text; refuses a text that fits in
 * none of its forms.
 */
export function layLowerThird(
  stage: Stage,
  drawer: (stage: Stage) => Drawer,
  texts: LowerThirdTexts,
  {
    stand = USUAL_NAME,
    stayFrames = Infinity,
  }: { readonly stand?: NameStand | undefined; readonly stayFrames?: number },
): Decision<LaidLowerThird | undefined> {
  const fit = fitLowerThird(stage, texts, drawer(stage).lowerThirdRoom);
  if (!fit.ok || fit.value === undefined) return fit.ok ? allow(undefined) : fit;
  const { rows, placeForm } = fit.value;
  const shown = turnsOf(rows, stand.form);
  const most = stand.form === 'single' ? 1 + Math.floor(stayFrames / 2 / SHORTEST_ROW) : shown.length;
  const kept = shown.slice(0, most);
  const unsaid = shown.slice(most).flatMap((turn) => turn.map(({ what }) => what));
  const usual = drawTurns(stage, drawer(stage), kept);
  const moved = placedStage(stage, usual.box, stand);
  const { turns, box } = moved === stage ? usual : drawTurns(moved, drawer(moved), kept);
  const crowded = rows.filter((row) => row.crowded).map(({ what }) => what);
  return allow({ turns, box, placeForm, unsaid, crowded });
}

/** The rows that stand together, turn by turn. */
function turnsOf(rows: readonly FittedRow[], form: NameForm): FittedRow[][] {
  const has = (what: FittedRow['what']) => rows.some((row) => row.what === what);
  const without = (what: FittedRow['what']) => rows.filter((row) => row.what !== what);
  if (form === 'single') return rows.map((row) => [row]);
  if (form === 'compact' && has('place') && has('benefit')) return [without('benefit'), without('place')];
  return [[...rows]];
}

function drawTurns(stage: Stage, drawer: Drawer, shown: readonly FittedRow[][]): Pick<LaidLowerThird, 'turns' | 'box'> {
  const widest = Math.max(...shown.flat().map((row) => row.width));
  const [first, ...others] = shown.map((rows) => drawer.lowerThird(rows, widest));
  if (!first) throw new Error('a lower third has a row at least');
  const swapped = others.map((next, index): Movement => {
    const before = index === 0 ? first : (others[index - 1] ?? first);
    const over = evenUnion([...before.parts, ...next.parts].map((part) => part.box));
    const beat = { frames: SWAP_FRAMES, curve: stage.look.motion.in };
    return { ...next, entry: swapping(before.parts, next.parts, over, beat) };
  });
  return {
    turns: [first, ...swapped],
    box: unionOf([first, ...others].map((one, at) => seenBox(stage, one, shown[at]))),
  };
}

function placedStage(stage: Stage, { width, height }: Box, { place }: NameStand): Stage {
  const { safe, mark, canvas } = aspectOf(stage);
  const { x, bottom } = lowerThirdOf(stage);
  if (place === 'mirrored') return { ...stage, nameAt: { x: safe[2] - width, bottom } };
  if (place === 'home') return stage;
  const top = mark.y + mark.size + BELOW_MARK * Math.max(1, canvas[1] / 1080);
  return { ...stage, nameAt: { x, bottom: even(top) + height } };
}

/** The slabs that lie straight; a look whose sheet hangs over keeps the height of its rows at least. */
function seenBox(stage: Stage, { parts }: Movement, rows: readonly FittedRow[] = []): Box {
  const { x, y, width, height } = unionOf(straightSlabs(parts));
  const { bottom } = lowerThirdOf(stage);
  const top = Math.min(y, bottom - rows.reduce((sum, row) => sum + row.height, 0));
  return { x, y: top, width, height: Math.max(y + height, bottom) - top };
}
