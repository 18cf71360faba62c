import { allow, type Decision } from '../../../kernel/refusal.ts';
import type { Box, Part, Shape, TextLine } from '../drawing.ts';
import type { EndCardTexts } from '../end-card-texts.ts';
import { fitText } from '../fit-text.ts';
import type { BlocksLook } from '../look.ts';
import { drawQrCode } from '../qr-code.ts';
import { aspectOf, type Stage } from '../stage.ts';
import { lineInBlock } from '../text-line.ts';
import { textWidth } from '../text-width.ts';
import { refuseTooLong } from '../too-long.ts';
import type { FontName } from '../typeface.ts';

/** The foot of the end card: the number, and labels, office and QR code that come after it. */
export interface Contact {
  readonly number: Part | undefined;
  readonly rest: Part | undefined;
  /** What it takes of the card, px from the safe area's bottom. */
  readonly height: number;
}

/** undefined when neither helpline, office nor page is known. */
export function layContact(stage: Stage<BlocksLook>, texts: EndCardTexts): Decision<Contact | undefined> {
  const { canvas, endCard } = aspectOf(stage);
  const url = endCard.qr > 0 ? texts.url : undefined;
  if (!texts.scheme || (!texts.helpline && !texts.office && !url)) return allow(undefined);
  const right = url ? aspectOf(stage).safe[2] - endCard.qr - 60 : aspectOf(stage).safe[2];
  const em = texts.helpline ? fitNumber(stage, texts.helpline, right) : undefined;
  if (texts.helpline && em === undefined) return refuseTooLong('helpline', texts.helpline);
  const number = texts.helpline && em ? { text: texts.helpline, em } : undefined;
  const laid = canvas[0] > canvas[1] ? layBeside(stage, texts, number, right) : layBelow(stage, texts, number);
  if (!laid) return refuseTooLong('office', texts.office ?? '');
  const code = url ? drawCode(stage, url) : [];
  const rest = [...laid.rest, ...code];
  return allow({
    number: laid.number && partOf([laid.number], stage),
    rest: rest.length > 0 ? partOf(rest, stage) : undefined,
    height: url ? Math.max(laid.height, endCard.qr) : laid.height,
  });
}

interface BigNumber {
  readonly text: string;
  readonly em: number;
}

interface Laid {
  readonly number: TextLine | undefined;
  readonly rest: readonly Shape[];
  readonly height: number;
}

// A number is never broken over two lines: somebody writes it down from the screen.
function fitNumber(stage: Stage<BlocksLook>, helpline: string, right: number): number | undefined {
  const { endCard, leastEm } = aspectOf(stage);
  const rule = { em: endCard.value, maxWidth: right - endCard.x, least: 0.3, leastEm, maxLines: 1 } as const;
  return fitText([helpline], { font: stage.look.fonts.figure, ...rule })?.em;
}

/** Wide canvas: helpline's label over the office, both right of the number; a long number has them above it. */
function layBeside(
  stage: Stage<BlocksLook>,
  texts: EndCardTexts,
  number: BigNumber | undefined,
  right: number,
): Laid | undefined {
  const { endCard, safe } = aspectOf(stage);
  const { look } = stage;
  const words = look.words[stage.language];
  const { quiet, paper } = look.colours;
  const height = endCard.value * 0.92;
  const y = safe[3] - height;
  const x = number ? endCard.x + textWidth(look.fonts.figure, number.em, number.text) + 40 : endCard.x;
  const label = number ? words.helpline : words.office;
  const middle = y + height / 2;
  const rowHeight = endCard.label * 1.5;
  const office = texts.office ? fitOffice(stage, texts.office, right - x) : undefined;
  const labelWidth = textWidth(look.fonts.text, endCard.label, label);
  if ((texts.office && !office) || labelWidth > right - x) return layAbove(stage, texts, number, right);
  const rest = [
    ...(number || office
      ? [write(stage, label, { x, y: middle - rowHeight - 2, height: rowHeight }, { em: endCard.label, fill: quiet })]
      : []),
    ...(office
      ? [write(stage, office.text, { x, y: middle + 2, height: rowHeight * 1.25 }, { em: office.em, fill: paper })]
      : []),
  ];
  return { number: number && writeNumber(stage, number, { y, height }), rest, height: height + 10 };
}

/** Where the number leaves no room beside it: one row over it, "helpline · office". */
function layAbove(
  stage: Stage<BlocksLook>,
  texts: EndCardTexts,
  number: BigNumber | undefined,
  right: number,
): Laid | undefined {
  const { endCard, safe, leastEm } = aspectOf(stage);
  const { look } = stage;
  const words = look.words[stage.language];
  const said = [number && words.helpline, texts.office && `${words.office}: ${texts.office}`]
    .filter(Boolean)
    .join(' · ');
  const rule = { em: endCard.label, maxWidth: right - endCard.x, least: 0.7, leastEm, maxLines: 1 } as const;
  const fitted = fitText([said], { font: look.fonts.text, ...rule });
  if (!fitted) return undefined;
  const numberHeight = number ? number.em * 0.92 : 0;
  const rowHeight = endCard.label * 1.5;
  const y = safe[3] - numberHeight - rowHeight;
  const row = write(stage, said, { x: endCard.x, y, height: rowHeight }, { em: fitted.em, fill: look.colours.paper });
  return {
    number: number && writeNumber(stage, number, { y: safe[3] - numberHeight, height: numberHeight }),
    rest: [row],
    height: numberHeight + rowHeight + 10,
  };
}

/** Narrow canvas: label, number, and the office in one row at the bottom. */
function layBelow(stage: Stage<BlocksLook>, texts: EndCardTexts, number: BigNumber | undefined): Laid | undefined {
  const { endCard, safe, leastEm } = aspectOf(stage);
  const { look } = stage;
  const words = look.words[stage.language];
  const { quiet, paper } = look.colours;
  const row = endCard.label * 1.5;
  const height = endCard.value * 0.92;
  const x = endCard.x;
  const office = texts.office ? `${words.office}: ${texts.office}` : undefined;
  const rule = { em: endCard.label, maxWidth: safe[2] - x, least: 0.7, leastEm, maxLines: 1 } as const;
  const fitted = office ? fitText([office], { font: look.fonts.text, ...rule }) : undefined;
  if (office && !fitted) return undefined;
  const numberY = safe[3] - (office ? row * 1.2 : 0) - height;
  const rest = [
    ...(number
      ? [write(stage, words.helpline, { x, y: numberY - row, height: row }, { em: endCard.label, fill: quiet })]
      : []),
    ...(office && fitted
      ? [write(stage, office, { x, y: safe[3] - row, height: row }, { em: fitted.em, fill: paper })]
      : []),
  ];
  return {
    number: number && writeNumber(stage, number, { y: numberY, height }),
    rest,
    height: (number ? height + row : 0) + (office ? row : 0),
  };
}

function fitOffice(stage: Stage<BlocksLook>, office: string, maxWidth: number): BigNumber | undefined {
  const { endCard, leastEm } = aspectOf(stage);
  const rule = { em: endCard.label * 1.35, maxWidth, least: 0.7, leastEm, maxLines: 1 } as const;
  const fitted = maxWidth > 0 ? fitText([office], { font: stage.look.fonts.display, ...rule }) : undefined;
  return fitted && { text: office, em: fitted.em };
}

function writeNumber(stage: Stage<BlocksLook>, { text, em }: BigNumber, at: Pick<Box, 'y' | 'height'>): TextLine {
  const { look, colours } = stage;
  // A digit's own air at its left.
  const x = aspectOf(stage).endCard.x - em * 0.03;
  return lineInBlock(
    text,
    { x, ...at },
    { font: look.fonts.figure, em, fill: colours.ground, ground: look.colours.ink },
  );
}

function write(
  { look }: Stage<BlocksLook>,
  text: string,
  at: Pick<Box, 'x' | 'y' | 'height'>,
  { em, fill, font = look.fonts.text }: { em: number; fill: string; font?: FontName },
): TextLine {
  return lineInBlock(text, at, { font, em, fill, ground: look.colours.ink });
}

function drawCode(stage: Stage<BlocksLook>, url: string): Shape[] {
  const { safe, endCard } = aspectOf(stage);
  const box = { x: safe[2] - endCard.qr, y: safe[3] - endCard.qr, width: endCard.qr, height: endCard.qr };
  return drawQrCode(url, box, stage.look.colours.ink);
}

/** A strip across the card that its shapes come out of. */
function partOf(shapes: readonly Shape[], stage: Stage<BlocksLook>): Part {
  const { canvas, endCard } = aspectOf(stage);
  return { box: { x: endCard.x - 30, y: 0, width: canvas[0] - endCard.x + 30, height: canvas[1] }, shapes };
}
