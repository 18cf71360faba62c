import { allow, type Decision } from '../../../kernel/refusal.ts';
import type { Part, Shape } from '../drawing.ts';
import { type CallText, type EndCard, fitCall, fitDepartment, fitHeadline, type Headline } from '../end-card.ts';
import type { EndCardTexts } from '../end-card-texts.ts';
import { fitCardHeight, MARK_AIR } from '../fit-card-height.ts';
import type { SlabsLook } from '../look.ts';
import { giantMark, markTile } from '../mark.ts';
import { openedSince, type Pose, poses } from '../motion.ts';
import { aspectOf, type Stage } from '../stage.ts';
import { lineInBlock } from '../text-line.ts';
import { drawContact } from './contact.ts';

/** Between the scheme's name and the call, px. */
const GAP = 34;
/** Ink, everything at the left, a giant quiet mark. Refuses texts that fit in none of their forms. */
export function drawEndCard(stage: Stage<SlabsLook>, texts: EndCardTexts): Decision<EndCard> {
  const headline = fitHeadline(stage, texts, 1.28);
  if (!headline.ok) return headline;
  const contact = drawContact(stage, texts);
  if (!contact.ok) return contact;
  const { endCard, mark, safe } = aspectOf(stage);
  const fittedCall = fitCall(stage, texts);
  if (!fittedCall.ok) return fittedCall;
  const department = fitDepartment(stage, texts, 1.08);
  if (!department.ok) return department;
  const top = endCard.top + mark.size;
  // Without anything below, the block stands in the middle of what is left.
  const bottom = contact.value ? endCard.contactTop - 30 : safe[3];
  const block = { headline: headline.value, call: fittedCall.value };
  const fitted = fitCardHeight(stage, block, { height: bottom - top - 2 * MARK_AIR, callLeading: 1.6, gap: GAP });
  const { call, callHeight, height } = fitted;
  const y = top + (bottom - top - height) / 2;
  const parts = {
    ground: groundPart(stage, texts, department.value),
    scheme: headlinePart(stage, fitted.headline, y),
    call: call && callPart(stage, call, { y: y + height - callHeight, height: callHeight }),
    contact: contact.value,
  };
  const all = [parts.ground, parts.scheme, parts.call, parts.contact].filter((part) => part !== undefined);
  return allow({
    movement: { parts: all, entry: entryOf(parts, stage.look), exit: [] },
    schemeForm: headline.value.form,
  });
}

function groundPart(stage: Stage<SlabsLook>, texts: EndCardTexts, departmentEm: number | undefined): Part {
  const { look, colours } = stage;
  const aspect = aspectOf(stage);
  const { canvas, endCard, mark } = aspect;
  const { ink, paper, quiet, shade } = look.colours;
  const box = { x: 0, y: 0, width: canvas[0], height: canvas[1] };
  const tile = { x: endCard.x, y: endCard.top, width: mark.size, height: mark.size };
  const beside = { x: tile.x + tile.width + 26, y: tile.y, height: tile.height };
  const shapes: Shape[] = [
    { kind: 'slab', box, fill: ink },
    ...giantMark(look, aspect, endCard.shade, shade),
    { kind: 'slab', box: { ...box, width: endCard.bar }, fill: colours.ground },
    ...markTile(look, tile, { tile: paper, mark: ink }).shapes,
    // Where the department is the headline, it is not said twice.
    ...(departmentEm
      ? [lineInBlock(texts.department, beside, { font: look.fonts.text, em: departmentEm, fill: quiet, ground: ink })]
      : []),
  ];
  return { box, shapes };
}

function headlinePart(stage: Stage<SlabsLook>, { lines, em, pitch }: Headline, y: number): Part {
  const { canvas, endCard } = aspectOf(stage);
  const { paper: fill, ink: ground } = stage.look.colours;
  const style = { font: stage.look.fonts.display, em, fill, ground };
  const shapes = lines.map((line, index) =>
    lineInBlock(line, { x: endCard.x, y: y + index * pitch, height: pitch }, style),
  );
  const box = {
    x: endCard.x - 20,
    y: y - pitch / 2,
    width: canvas[0] - endCard.x + 20,
    height: pitch * (lines.length + 1),
  };
  return { box, shapes };
}

function callPart(stage: Stage<SlabsLook>, call: CallText, at: { y: number; height: number }): Part {
  const { look, colours } = stage;
  const { x } = aspectOf(stage).endCard;
  const box = { x, y: Math.round(at.y), width: Math.round(call.width + 80), height: Math.round(at.height) };
  const style = { font: look.fonts.display, em: call.em, fill: colours.text, ground: colours.ground };
  return {
    box,
    shapes: [{ kind: 'slab', box, fill: colours.ground }, lineInBlock(call.text, { ...box, x: box.x + 40 }, style)],
  };
}

interface CardParts {
  readonly ground: Part;
  readonly scheme: Part;
  readonly call: Part | undefined;
  readonly contact: Part | undefined;
}

/** The ground wipes over the film from the left, then scheme, call and contact open one after the other; then all is still. */
function entryOf({ ground, scheme, call, contact }: CardParts, { motion }: SlabsLook): Pose[] {
  const { ground: groundFrames, part: partFrames, schemeAt, callAt, contactAt } = motion.endCard;
  const comers = [
    { part: ground, at: 0, frames: groundFrames },
    { part: scheme, at: schemeAt, frames: partFrames },
    { part: call, at: callAt, frames: partFrames },
    { part: contact, at: contactAt, frames: partFrames },
  ];
  return poses(contactAt + partFrames, (frame) =>
    comers.flatMap(({ part, at, frames }) =>
      part && frame >= at ? [openedSince(part, frame, at, { frames, curve: motion.in })] : [],
    ),
  );
}
