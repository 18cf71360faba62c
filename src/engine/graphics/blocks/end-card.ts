import { allow, type Decision } from '../../../kernel/refusal.ts';
import type { Part, Shape } from '../drawing.ts';
import { type CallText, type EndCard, fitCall, fitDepartment, fitHeadline, type Headline } from '../end-card.ts';
import type { EndCardTexts } from '../end-card-texts.ts';
import { fitCardHeight, MARK_AIR } from '../fit-card-height.ts';
import type { BlocksLook } from '../look.ts';
import { giantMark, markTile } from '../mark.ts';
import { ease, openedSince, type Pose, poses, wiped } from '../motion.ts';
import { aspectOf, type Stage } from '../stage.ts';
import { lineInBlock } from '../text-line.ts';
import { type Contact, layContact } from './contact.ts';

/** Black, the call on a band from the left edge, the helpline huge. Refuses texts that fit in none of their forms. */
export function drawEndCard(stage: Stage<BlocksLook>, texts: EndCardTexts): Decision<EndCard> {
  const headline = fitHeadline(stage, texts, 1.2);
  if (!headline.ok) return headline;
  const contact = layContact(stage, texts);
  if (!contact.ok) return contact;
  const fittedCall = fitCall(stage, texts);
  if (!fittedCall.ok) return fittedCall;
  const department = fitDepartment(stage, texts, 1.1);
  if (!department.ok) return department;
  const {
    headline: fitted,
    call,
    ...places
  } = placesOf(stage, {
    ...{ headline: headline.value, call: fittedCall.value, contact: contact.value },
  });
  const parts: CardParts = {
    ground: groundPart(stage, texts.department, {
      ...{ headline: fitted, y: places.headlineY, departmentEm: department.value },
    }),
    call: call && callPart(stage, call, { y: places.callY, height: places.callHeight }),
    number: contact.value?.number,
    rest: contact.value?.rest,
  };
  const all = [parts.ground, parts.call, parts.number, parts.rest].filter((part) => part !== undefined);
  const movement = { parts: all, entry: entryOf(parts, stage.look), exit: [] };
  return allow({ movement, schemeForm: headline.value.form });
}

interface Blocks {
  readonly headline: Headline;
  readonly call: CallText | undefined;
  readonly contact: Contact | undefined;
}

/** What is left between the blocks is shared out: most above the headline, less above the call. */
function placesOf(stage: Stage<BlocksLook>, { headline, call, contact }: Blocks) {
  const { canvas, mark, safe } = aspectOf(stage);
  const top = safe[1] + mark.size;
  const shares = canvas[0] > canvas[1] ? 3.2 : 4;
  const room = safe[3] - top - (contact?.height ?? 0);
  const fitted = fitCardHeight(
    stage,
    { headline, call },
    { height: room - shares * MARK_AIR, callLeading: 1.34, gap: 0 },
  );
  const { height, callHeight } = fitted;
  const gap = (room - height) / shares;
  const headlineY = top + gap;
  return { ...fitted, headlineY, callY: headlineY + height - callHeight + gap * 0.6 };
}

function groundPart(
  stage: Stage<BlocksLook>,
  department: string,
  { headline, y, departmentEm }: { headline: Headline; y: number; departmentEm: number | undefined },
): Part {
  const { look, colours } = stage;
  const aspect = aspectOf(stage);
  const { canvas, endCard, mark, safe } = aspect;
  const { ink, paper, shade } = look.colours;
  const box = { x: 0, y: 0, width: canvas[0], height: canvas[1] };
  const tile = { x: endCard.x, y: safe[1], width: mark.size, height: mark.size };
  const beside = { x: tile.x + tile.width + 24, y: tile.y, height: tile.height };
  const besideMark = departmentEm && { font: look.fonts.text, em: departmentEm, fill: paper, ground: ink };
  const style = { font: look.fonts.display, em: headline.em, fill: paper, ground: ink };
  const shapes: Shape[] = [
    { kind: 'slab', box, fill: ink },
    ...giantMark(look, aspect, endCard.shade, endCard.shade.inScheme ? colours.ground : shade),
    ...markTile(look, tile, { tile: colours.ground, mark: ink }).shapes,
    // Where the department is the headline, it is not said twice.
    ...(besideMark ? [lineInBlock(department, beside, besideMark)] : []),
    ...headline.lines.map((line, index) =>
      lineInBlock(line, { x: endCard.x, y: y + index * headline.pitch, height: headline.pitch }, style),
    ),
  ];
  return { box, shapes };
}

function callPart(stage: Stage<BlocksLook>, call: CallText, { y, height }: { y: number; height: number }): Part {
  const { look, colours } = stage;
  const { x } = aspectOf(stage).endCard;
  const box = { x: 0, y, width: x + call.width + 50, height };
  const style = { font: look.fonts.display, em: call.em, fill: colours.text, ground: colours.ground };
  return { box, shapes: [{ kind: 'slab', box, fill: colours.ground }, lineInBlock(call.text, { ...box, x }, style)] };
}

interface CardParts {
  readonly ground: Part;
  readonly call: Part | undefined;
  readonly number: Part | undefined;
  readonly rest: Part | undefined;
}

/** Black wipes up with the scheme's name; call, number and the rest come from the left. */
function entryOf({ ground, call, number, rest }: CardParts, { motion }: BlocksLook): Pose[] {
  const { ground: groundFrames, part: frames, callAt, contactAt, restAt } = motion.endCard;
  const comers = [
    { part: call, at: callAt },
    { part: number, at: contactAt },
    { part: rest, at: restAt },
  ];
  return poses(restAt + frames, (frame) => [
    wiped(ground, 'bottom', ease(motion.in, (frame + 1) / groundFrames)),
    ...comers.flatMap(({ part, at }) =>
      part && frame >= at ? [openedSince(part, frame, at, { frames, curve: motion.in })] : [],
    ),
  ]);
}
