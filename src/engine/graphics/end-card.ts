import { allow, type Decision } from '../../kernel/refusal.ts';
import type { Box, Part, Shape } from './drawing.ts';
import { layContact } from './end-card-contact.ts';
import type { EndCardTexts } from './end-card-texts.ts';
import { type FittedText, fitText } from './fit-text.ts';
import type { Look, LookAspect } from './look.ts';
import { drawMark, markTile } from './mark.ts';
import type { SchemeColours } from './scheme-colour.ts';
import { leastBlockHeight, lineInBlock } from './text-line.ts';
import { textWidth } from './text-width.ts';
import { refuseTooLong } from './too-long.ts';

/** Parts in the order of their coming: the ground with the department, then scheme, call and contact. */
export interface EndCard {
  readonly ground: Part;
  readonly scheme: Part;
  readonly call: Part | undefined;
  readonly contact: Part | undefined;
  /** Which form of the scheme's name stands. */
  readonly schemeForm: number;
}

/** The card that covers the whole picture at the end. Refuses texts that fit in none of their forms. */
export function layEndCard(
  look: Look,
  aspect: LookAspect,
  texts: EndCardTexts,
  colours: SchemeColours,
): Decision<EndCard> {
  const { endCard } = aspect;
  const headline = fitHeadline(look, aspect, texts);
  if (!headline) return refuseTooLong(texts.scheme ? 'scheme' : 'department', texts.scheme?.at(-1) ?? texts.department);
  const contact = layContact(look, aspect, texts);
  if (!contact.ok) return contact;
  const pitch = linePitch(headline, look);
  const call = texts.scheme ? callSize(look, aspect, texts.language) : undefined;
  const height = pitch * headline.lines.length + (call ? GAP + call.height : 0);
  const top = endCard.top + aspect.mark.size;
  // Without anything below, the block stands in the middle of what is left.
  const bottom = contact.value ? endCard.contactTop - 30 : aspect.safe[3];
  const y = top + (bottom - top - height) / 2;
  return allow({
    ground: groundPart(look, aspect, texts, colours),
    scheme: headlinePart(look, aspect, headline, { y, pitch }),
    call: call && callPart(look, aspect, call, { y: y + height - call.height, colours }),
    contact: contact.value,
    schemeForm: headline.form,
  });
}

/** Between the scheme's name and the call. */
const GAP = 34;

function fitHeadline(look: Look, { endCard, leastEm }: LookAspect, texts: EndCardTexts): FittedText | undefined {
  const { scheme: em, maxWidth } = endCard;
  const forms = texts.scheme ?? [texts.department];
  return fitText(forms, { font: look.fonts.display, em, maxWidth, least: 0.8, leastEm, maxLines: 2 });
}

function linePitch({ lines, em }: FittedText, { fonts }: Look): number {
  const least = lines.map((line) => leastBlockHeight(line, { font: fonts.display, em }));
  // Lines under each other share the air between them.
  return Math.max(em * 1.28, ...least.map((height) => height - (lines.length > 1 ? 0.16 * em : 0)));
}

function groundPart(look: Look, aspect: LookAspect, texts: EndCardTexts, { ground }: SchemeColours): Part {
  const { canvas, endCard, mark } = aspect;
  const [width, height] = canvas;
  const { ink, paper, quiet, shade } = look.colours;
  const box = { x: 0, y: 0, width, height };
  const radius = endCard.shade.radius * Math.min(width, height);
  const tile: Box = { x: endCard.x, y: endCard.top, width: mark.size, height: mark.size };
  const beside = { x: tile.x + tile.width + 26, y: tile.y, height: tile.height };
  const style = { font: look.fonts.text, em: endCard.label * 1.08, fill: quiet, ground: ink };
  const shapes: Shape[] = [
    { kind: 'slab', box, fill: ink },
    ...drawMark(look, { x: width * endCard.shade.x, y: height * endCard.shade.y, radius }, shade),
    { kind: 'slab', box: { ...box, width: endCard.bar }, fill: ground },
    ...markTile(look, tile, { tile: paper, mark: ink }).shapes,
    // Where the department is the headline, it is not said twice.
    ...(texts.scheme ? [lineInBlock(texts.department, beside, style)] : []),
  ];
  return { box, shapes };
}

function headlinePart(
  look: Look,
  { endCard, canvas }: LookAspect,
  { lines, em }: FittedText,
  at: { y: number; pitch: number },
): Part {
  const { paper: fill, ink: ground } = look.colours;
  const style = { font: look.fonts.display, em, fill, ground };
  const shapes = lines.map((line, index) =>
    lineInBlock(line, { x: endCard.x, y: at.y + index * at.pitch, height: at.pitch }, style),
  );
  return { box: across(canvas[0], endCard.x, at.y - at.pitch / 2, at.pitch * (lines.length + 1)), shapes };
}

interface CallSize {
  readonly text: string;
  readonly em: number;
  readonly width: number;
  readonly height: number;
}

function callSize(look: Look, { endCard }: LookAspect, language: 'hi' | 'en'): CallSize {
  const text = look.words[language].call;
  const font = look.fonts.display;
  const room = endCard.maxWidth - 110;
  const em = Math.min(endCard.call, Math.floor((endCard.call * room) / textWidth(font, endCard.call, text)));
  return { text, em, width: textWidth(font, em, text) + 80, height: em * 1.6 };
}

function callPart(
  look: Look,
  { endCard }: LookAspect,
  call: CallSize,
  at: { y: number; colours: SchemeColours },
): Part {
  const box = { x: endCard.x, y: Math.round(at.y), width: Math.round(call.width), height: Math.round(call.height) };
  const style = { font: look.fonts.display, em: call.em, fill: at.colours.text, ground: at.colours.ground };
  const line = lineInBlock(call.text, { ...box, x: box.x + 40 }, style);
  return { box, shapes: [{ kind: 'slab', box, fill: at.colours.ground }, line] };
}

function across(canvasWidth: number, x: number, y: number, height: number): Box {
  return { x: x - 20, y, width: canvasWidth - x + 20, height };
}
