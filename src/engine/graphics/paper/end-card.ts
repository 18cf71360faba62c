import { allow, type Decision } from '../../../kernel/refusal.ts';
import { circle, evenUnion, type Part, type Shape, turned, widened } from '../drawing.ts';
import { type CallText, type EndCard, fitCall, fitDepartment, fitHeadline, type Headline } from '../end-card.ts';
import type { EndCardTexts } from '../end-card-texts.ts';
import { fitCardHeight, MARK_AIR } from '../fit-card-height.ts';
import type { PaperLook } from '../look.ts';
import { drawMark, markGround } from '../mark.ts';
import { fadeAt, type Pose, poses, risenSince } from '../motion.ts';
import { aspectOf, type Stage } from '../stage.ts';
import { centredLine, lineInBlock } from '../text-line.ts';
import { textWidth } from '../text-width.ts';
import { drawContact } from './contact.ts';
import { brushLine, printBorder, sheet } from './ornament.ts';

/** From the scheme's last line to the call, the brush line between, px. */
const GAP = 56;
/** A page of paper with printed borders, everything in the middle. Refuses texts that fit in none of their forms. */
export function drawEndCard(stage: Stage<PaperLook>, texts: EndCardTexts): Decision<EndCard> {
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
  const bottom = contact.value ? endCard.contactTop - 36 : safe[3];
  const block = { headline: headline.value, call: fittedCall.value };
  const fitted = fitCardHeight(stage, block, { height: bottom - top - 2 * MARK_AIR, callLeading: 1.55, gap: GAP });
  const { call, callHeight, height } = fitted;
  const y = top + (bottom - top - height) / 2;
  const parts: CardParts = {
    ground: groundPart(stage, texts, department.value),
    scheme: headlinePart(stage, fitted.headline, { y, underlined: call !== undefined }),
    call: call && callPart(stage, call, { y: y + height - callHeight, height: callHeight }),
    contact: contact.value,
  };
  const all = [parts.ground, parts.scheme, parts.call, parts.contact].filter((part) => part !== undefined);
  return allow({
    movement: { parts: all, entry: entryOf(parts, stage.look), exit: [] },
    schemeForm: headline.value.form,
  });
}

function middleOf(stage: Stage<PaperLook>): number {
  const { safe } = aspectOf(stage);
  return (safe[0] + safe[2]) / 2;
}

function groundPart(stage: Stage<PaperLook>, texts: EndCardTexts, departmentEm: number | undefined): Part {
  const [width, height] = aspectOf(stage).canvas;
  const box = { x: 0, y: 0, width, height };
  return {
    box,
    shapes: [
      sheet(stage, box, { radius: 0, shadow: false }),
      ...borders(stage),
      ...departmentLine(stage, texts.department, departmentEm),
    ],
  };
}

/** One row at the top; below one, or on a tall canvas several, in turns. */
function borders(stage: Stage<PaperLook>): Shape[] {
  const { canvas, endCard } = aspectOf(stage);
  const [width, height] = canvas;
  const main = stage.colours.ground;
  const dot = stage.look.colours.ochre;
  const top = printBorder({ x: 0, y: 12, width, height: 32 }, 62, { main, dot });
  if (endCard.bottomRows === 1)
    return [...top, ...printBorder({ x: 0, y: height - 44, width, height: 32 }, 62, { main, dot })];
  const rows = Array.from({ length: endCard.bottomRows }, (_, row) => {
    const inks = row % 2 === 0 ? { main, dot } : { main: dot, dot: main };
    return printBorder({ x: 0, y: height - 60 - row * 84, width, height: 56 }, 108, inks);
  });
  return [...top, ...rows.flat()];
}

/** Disc and department's name side by side, in the middle; where the department is the headline, the disc alone. */
function departmentLine(stage: Stage<PaperLook>, department: string, em: number | undefined): Shape[] {
  const { look, colours } = stage;
  const { mark, endCard } = aspectOf(stage);
  const { quiet, paper: ground } = look.colours;
  const style = em && { font: look.fonts.text, em, fill: quiet, ground };
  const radius = mark.size / 2;
  const wide = style ? 22 + textWidth(style.font, style.em, department) : 0;
  const x = middleOf(stage) - (mark.size + wide) / 2;
  const y = endCard.top;
  const beside = { x: x + mark.size + 22, y, height: mark.size };
  return [
    { kind: 'figure', outline: circle(x + radius, y + radius, radius), fill: markGround(look, colours.ground) },
    // A little larger than on the film: no rim of paper is needed here.
    ...drawMark(look, { x: x + radius, y: y + radius, radius: mark.size * (look.mark.scale + 0.02) }, ground),
    ...(style ? [lineInBlock(department, beside, style)] : []),
  ];
}

function headlinePart(
  stage: Stage<PaperLook>,
  { lines, em, pitch, width }: Headline,
  at: { y: number; underlined: boolean },
): Part {
  const { look } = stage;
  const x = middleOf(stage);
  const style = { font: look.fonts.display, em, fill: look.colours.ink, ground: look.colours.paper };
  const shapes: Shape[] = lines.map((line, index) =>
    centredLine(line, { x, y: at.y + index * pitch, height: pitch }, style),
  );
  const below = at.y + lines.length * pitch + 12;
  if (at.underlined) shapes.push(brushLine({ x: x - width / 4, y: below, width: width / 2 }, 10, look.colours.ochre));
  return {
    box: { x: x - width / 2 - 30, y: at.y - pitch / 2, width: width + 60, height: pitch * (lines.length + 1) },
    shapes,
  };
}

function callPart(stage: Stage<PaperLook>, call: CallText, { y, height }: { y: number; height: number }): Part {
  const { look, colours } = stage;
  const x = middleOf(stage);
  const width = call.width + 110;
  const box = { x: x - width / 2, y, width, height };
  const back = { ...box, x: box.x + 8, y: y + 10 };
  const turn = { degrees: -1, x, y: y + height / 2 };
  const style = { font: look.fonts.display, em: call.em, fill: colours.text, ground: colours.ground };
  return {
    box: evenUnion([turned(back, turn), widened(box, 4)]),
    shapes: [
      { kind: 'slab', box: back, fill: look.colours.ochre, radius: height / 2, turn },
      { kind: 'slab', box, fill: colours.ground, radius: height / 2 },
      centredLine(call.text, { x, y, height }, style),
    ],
  };
}

interface CardParts {
  readonly ground: Part;
  readonly scheme: Part;
  readonly call: Part | undefined;
  readonly contact: Part | undefined;
}

/** The page fades in over the film; scheme, call and contact rise one after the other. */
function entryOf({ ground, scheme, call, contact }: CardParts, { motion }: PaperLook): Pose[] {
  const { ground: groundFrames, part: frames, schemeAt, callAt, contactAt, rise } = motion.endCard;
  const comers = [
    { part: scheme, at: schemeAt },
    { part: call, at: callAt },
    { part: contact, at: contactAt },
  ];
  return poses(contactAt + frames, (frame) => [
    { part: ground, opacity: fadeAt(frame, 0, groundFrames) },
    ...comers.flatMap(({ part, at }) =>
      part && frame >= at ? [risenSince(part, frame, at, { frames, curve: motion.in, rise, fade: frames / 2 })] : [],
    ),
  ]);
}
