import { allow, type Decision } from '../../../kernel/refusal.ts';
import type { Part, Shape } from '../drawing.ts';
import type { EndCardTexts } from '../end-card-texts.ts';
import type { PaperLook } from '../look.ts';
import { drawQrCode } from '../qr-code.ts';
import { aspectOf, type Stage } from '../stage.ts';
import { lineInBlock, lineOn, middleBaseline } from '../text-line.ts';
import { textWidth } from '../text-width.ts';
import { refuseTooLong } from '../too-long.ts';
import type { FontName } from '../typeface.ts';

/** Helpline, office and QR code in a centred row, an upright rule between; undefined when none is known. */
export function drawContact(stage: Stage<PaperLook>, texts: EndCardTexts): Decision<Part | undefined> {
  if (!texts.scheme) return allow(undefined);
  const { endCard, canvas, leastEm } = aspectOf(stage);
  const url = endCard.qr > 0 ? texts.url : undefined;
  if (!texts.helpline && !texts.office && !url) return allow(undefined);
  const row = fitRow(stage, texts, url);
  const smallest = Math.min(...row.columns.map(({ em }) => em));
  if (smallest < leastEm || row.width > endCard.maxWidth)
    return refuseTooLong(texts.office ? 'office' : 'helpline', texts.office ?? texts.helpline ?? '');
  const box = { x: 0, y: endCard.contactTop - 20, width: canvas[0], height: canvas[1] - endCard.contactTop + 20 };
  return allow({ box, shapes: drawRow(stage, row, url) });
}

interface Column {
  readonly label: string;
  readonly value: string;
  readonly font: FontName;
  readonly em: number;
  readonly width: number;
}

interface Row {
  readonly columns: readonly Column[];
  /** The row's own size: its number's em. */
  readonly em: number;
  readonly width: number;
}

/** All smaller together until the row fits, labels excepted. */
function fitRow(stage: Stage<PaperLook>, { helpline, office }: EndCardTexts, url: string | undefined): Row {
  const { look, language } = stage;
  const { endCard } = aspectOf(stage);
  const words = look.words[language];
  const column = (label: string, value: string, font: FontName, em: number): Column => ({
    ...{ label, value, font, em },
    width: Math.max(textWidth(look.fonts.text, endCard.label, label), textWidth(font, em, value)),
  });
  const rowAt = (em: number): Row => {
    const columns = [
      ...(helpline ? [column(words.helpline, helpline, look.fonts.figure, em)] : []),
      ...(office ? [column(words.office, office, look.fonts.display, em * 0.72)] : []),
    ];
    const cells = columns.length + (url ? 1 : 0);
    const width = columns.reduce((sum, one) => sum + one.width, 0) + (cells - 1) * endCard.gap + (url ? endCard.qr : 0);
    return { columns, em, width };
  };
  let row = rowAt(endCard.value);
  while (row.width > endCard.maxWidth && row.em > endCard.label * 1.2) row = rowAt(row.em - 2);
  return row;
}

function drawRow(stage: Stage<PaperLook>, { columns, em, width }: Row, url: string | undefined): Shape[] {
  const { look } = stage;
  const { endCard, safe } = aspectOf(stage);
  const { ink, quiet, paper: ground, ochre } = look.colours;
  const y = endCard.contactTop + (url ? 10 : 0);
  const labelHeight = endCard.label * 1.5;
  const valueMiddle = y + labelHeight + em * 0.6;
  // Number and office stand on one baseline, whatever their sizes.
  const baseline = middleBaseline({ font: look.fonts.figure, em }, valueMiddle);
  const start = (safe[0] + safe[2]) / 2 - width / 2;
  let x = start;
  const shapes: Shape[] = [];
  for (const [index, column] of columns.entries()) {
    const label = { font: look.fonts.text, em: endCard.label, fill: quiet, ground };
    shapes.push(lineInBlock(column.label, { x, y, height: labelHeight }, label));
    shapes.push(lineOn(column.value, { x, baseline }, { font: column.font, em: column.em, fill: ink, ground }));
    x += column.width + endCard.gap;
    if (index < columns.length - 1) {
      const rule = { x: x - endCard.gap / 2 - 2, y: y + 12, width: 4, height: labelHeight + em * 1.1 };
      shapes.push({ kind: 'slab', box: rule, fill: ochre, radius: 2 });
    }
  }
  const corner = { x: start + width - endCard.qr, y: endCard.contactTop - 6, width: endCard.qr, height: endCard.qr };
  return url ? [...shapes, ...drawQrCode(url, corner, ink)] : shapes;
}
