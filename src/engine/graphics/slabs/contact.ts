import { allow, type Decision } from '../../../kernel/refusal.ts';
import type { Part, Shape } from '../drawing.ts';
import type { EndCardTexts } from '../end-card-texts.ts';
import { type FittedText, fitText } from '../fit-text.ts';
import type { SlabsLook } from '../look.ts';
import { drawQrCode } from '../qr-code.ts';
import { aspectOf, type Stage } from '../stage.ts';
import { centredLine, lineInBlock } from '../text-line.ts';
import { textWidth } from '../text-width.ts';
import { refuseTooLong } from '../too-long.ts';

/** The lower rows of the end card: helpline and office under their labels, the QR code at the right; undefined when none is known. */
export function drawContact(stage: Stage<SlabsLook>, texts: EndCardTexts): Decision<Part | undefined> {
  const { helpline, office, scheme } = texts;
  const url = aspectOf(stage).endCard.qr > 0 ? texts.url : undefined;
  if (!scheme || (!helpline && !office && !url)) return allow(undefined);
  const { endCard, canvas } = aspectOf(stage);
  const rows = drawRows(stage, texts, rightOf(stage, url));
  if ('ok' in rows) return rows;
  const y = endCard.contactTop;
  const line = { x: endCard.x, y, width: rightOf(stage, url) - endCard.x, height: 4 };
  const code = url ? drawCode(stage, url) : [];
  const top = Math.min(y, aspectOf(stage).safe[3] - endCard.qr - 10 - 2 * endCard.label);
  const box = { x: endCard.x - 20, y: top, width: canvas[0] - endCard.x + 20, height: canvas[1] - top };
  return allow({ box, shapes: [{ kind: 'slab', box: line, fill: stage.look.colours.rule }, ...rows, ...code] });
}

/** How far the rows may go to the right. */
function rightOf(stage: Stage<SlabsLook>, url: string | undefined): number {
  const { safe, endCard } = aspectOf(stage);
  return url ? safe[2] - endCard.qr - 60 : safe[2];
}

function drawCode(stage: Stage<SlabsLook>, url: string): Shape[] {
  const { look, language } = stage;
  const { safe, endCard } = aspectOf(stage);
  const box = { x: safe[2] - endCard.qr, y: safe[3] - endCard.qr - 10, width: endCard.qr, height: endCard.qr };
  const label = { font: look.fonts.text, em: endCard.label, fill: look.colours.quiet, ground: look.colours.ink };
  const above = { x: box.x + box.width / 2, y: box.y - 22 - endCard.label * 1.1, height: endCard.label * 1.5 };
  return [...drawQrCode(url, box, look.colours.ink), centredLine(look.words[language].scan, above, label)];
}

type Refused = ReturnType<typeof refuseTooLong>;

function drawRows(stage: Stage<SlabsLook>, { helpline, office }: EndCardTexts, right: number): Shape[] | Refused {
  const { endCard } = aspectOf(stage);
  const words = stage.look.words[stage.language];
  const number = helpline ? fitNumber(stage, helpline, right) : undefined;
  if (helpline && !number) return refuseTooLong('helpline', helpline);
  const shown = number
    ? column(stage, { x: endCard.x, label: words.helpline, value: number, font: 'figure' })
    : undefined;
  if (!office) return shown?.lines ?? [];
  const x = shown ? endCard.x + shown.width + endCard.gap : endCard.x;
  const beside = fitOffice(stage, office, right - x);
  if (beside)
    return [
      ...(shown?.lines ?? []),
      ...column(stage, { x, label: words.office, value: beside, font: 'display' }).lines,
    ];
  const below = officeBelow(stage, `${words.office}: ${office}`, right);
  return below ? [...(shown?.lines ?? []), below] : refuseTooLong('office', office);
}

// A number is never broken over two lines: somebody writes it down from the screen.
function fitNumber(stage: Stage<SlabsLook>, helpline: string, right: number): FittedText | undefined {
  const { endCard, leastEm } = aspectOf(stage);
  const maxWidth = Math.min(endCard.maxWidth, right - endCard.x);
  const rule = { em: endCard.value, maxWidth, least: 0.5, leastEm, maxLines: 1 } as const;
  return fitText([helpline], { font: stage.look.fonts.figure, ...rule });
}

function fitOffice(stage: Stage<SlabsLook>, office: string, maxWidth: number): FittedText | undefined {
  const { endCard, leastEm } = aspectOf(stage);
  const rule = { em: endCard.value * 0.72, maxWidth, least: 0.7, leastEm, maxLines: 1 } as const;
  return maxWidth > 0 ? fitText([office], { font: stage.look.fonts.display, ...rule }) : undefined;
}

interface Column {
  readonly x: number;
  readonly label: string;
  readonly value: FittedText;
  readonly font: 'figure' | 'display';
}

function column(stage: Stage<SlabsLook>, { x, label, value, font }: Column): { lines: Shape[]; width: number } {
  const { look } = stage;
  const { endCard } = aspectOf(stage);
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
function officeBelow(stage: Stage<SlabsLook>, text: string, right: number): Shape | undefined {
  const { endCard, safe, leastEm } = aspectOf(stage);
  const font = stage.look.fonts.text;
  const { quiet: fill, ink: ground } = stage.look.colours;
  const rule = { em: endCard.label, maxWidth: right - endCard.x, least: 0.84, leastEm, maxLines: 1 } as const;
  const fitted = fitText([text], { font, ...rule });
  const height = endCard.label * 1.5;
  const y = Math.min(endCard.contactTop + 34 + height + endCard.value * 1.2, safe[3] - height);
  return fitted && lineInBlock(text, { x: endCard.x, y, height }, { font, em: fitted.em, fill, ground });
}
