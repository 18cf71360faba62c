import { allow, type Decision } from '../../kernel/refusal.ts';
import type { Part, Shape, TextLine } from './drawing.ts';
import type { EndCardTexts } from './end-card-texts.ts';
import { type FittedText, fitText } from './fit-text.ts';
import type { Look, LookAspect } from './look.ts';
import { lineInBlock } from './text-line.ts';
import { textWidth } from './text-width.ts';
import { refuseTooLong } from './too-long.ts';

/** The lower rows of the end card: helpline and office under their labels; undefined when neither is known. */
export function layContact(look: Look, aspect: LookAspect, texts: EndCardTexts): Decision<Part | undefined> {
  const { helpline, office, scheme } = texts;
  if (!scheme || (!helpline && !office)) return allow(undefined);
  const { endCard, safe, canvas } = aspect;
  const rows = layRows(look, aspect, texts);
  if ('ok' in rows) return rows;
  const y = endCard.contactTop;
  const line = { x: endCard.x, y, width: safe[2] - endCard.x, height: 4 };
  const box = { x: endCard.x - 20, y, width: canvas[0] - endCard.x + 20, height: canvas[1] - y };
  return allow({ box, shapes: [{ kind: 'slab', box: line, fill: look.colours.rule } satisfies Shape, ...rows] });
}

function layRows(look: Look, aspect: LookAspect, texts: EndCardTexts): TextLine[] | ReturnType<typeof refuseTooLong> {
  const { endCard } = aspect;
  const words = look.words[texts.language];
  const number = texts.helpline ? fitNumber(look, aspect, texts.helpline) : undefined;
  if (texts.helpline && !number) return refuseTooLong('helpline', texts.helpline);
  const shown = number
    ? column(look, aspect, { x: endCard.x, label: words.helpline, value: number, font: 'figure' })
    : undefined;
  if (!texts.office) return shown?.lines ?? [];
  const x = shown ? endCard.x + shown.width + endCard.gap : endCard.x;
  const beside = fitOffice(look, aspect, texts.office, x);
  if (beside)
    return [
      ...(shown?.lines ?? []),
      ...column(look, aspect, { x, label: words.office, value: beside, font: 'display' }).lines,
    ];
  const below = officeBelow(look, aspect, `${words.office}: ${texts.office}`);
  return below ? [...(shown?.lines ?? []), below] : refuseTooLong('office', texts.office);
}

// A number is never broken over two lines: somebody writes it down from the screen.
function fitNumber(look: Look, { endCard, safe, leastEm }: LookAspect, helpline: string): FittedText | undefined {
  const maxWidth = Math.min(endCard.maxWidth, safe[2] - endCard.x);
  return fitText([helpline], {
    font: look.fonts.figure,
    em: endCard.value,
    maxWidth,
    least: 0.5,
    leastEm,
    maxLines: 1,
  });
}

function fitOffice(look: Look, { endCard, safe, leastEm }: LookAspect, office: string, x: number) {
  const room = { em: endCard.value * 0.72, maxWidth: safe[2] - x, least: 0.7, leastEm };
  return room.maxWidth > 0 ? fitText([office], { font: look.fonts.display, ...room, maxLines: 1 }) : undefined;
}

interface Column {
  readonly x: number;
  readonly label: string;
  readonly value: FittedText;
  readonly font: 'figure' | 'display';
}

function column(
  look: Look,
  { endCard }: LookAspect,
  { x, label, value, font }: Column,
): { lines: TextLine[]; width: number } {
  const { quiet, paper, ink: ground } = look.colours;
  const y = endCard.contactTop + 34;
  const labelHeight = endCard.label * 1.5;
  const text = value.lines[0] ?? '';
  const labelStyle = { font: look.fonts.text, em: endCard.label, fill: quiet, ground };
  const valueStyle = { font: look.fonts[font], em: value.em, fill: paper, ground };
  const lines = [
    lineInBlock(label, { x, y, height: labelHeight }, labelStyle),
    lineInBlock(text, { x, y: y + labelHeight, height: endCard.value * 1.2 }, valueStyle),
  ];
  const width = Math.max(textWidth(labelStyle.font, labelStyle.em, label), textWidth(valueStyle.font, value.em, text));
  return { lines, width };
}

/** Where a long number leaves no room beside it, the office stands in one row below. */
function officeBelow(look: Look, { endCard, safe, leastEm }: LookAspect, text: string): TextLine | undefined {
  const font = look.fonts.text;
  const { quiet: fill, ink: ground } = look.colours;
  const fitted = fitText([text], {
    font,
    em: endCard.label,
    maxWidth: safe[2] - endCard.x,
    least: 0.84,
    leastEm,
    maxLines: 1,
  });
  const height = endCard.label * 1.5;
  const y = Math.min(endCard.contactTop + 34 + height + endCard.value * 1.2, safe[3] - height);
  return fitted && lineInBlock(text, { x: endCard.x, y, height }, { font, em: fitted.em, fill, ground });
}
