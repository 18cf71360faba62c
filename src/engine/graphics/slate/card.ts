import { allow, type Decision } from '../../../kernel/refusal.ts';
import type { Part, Shape } from '../drawing.ts';
import { type FittedText, fitText } from '../fit-text.ts';
import { lineOn } from '../text-line.ts';
import { textWidth } from '../text-width.ts';
import { refuseTooLong } from '../too-long.ts';
import { layClock } from './clock.ts';
import type { SlateCanvas } from './slate-canvas.ts';

/** One row of the card: what it is in both languages, and what it says, the longest form first. */
export interface SlateRow {
  readonly label: string;
  readonly forms: readonly string[];
}

/** What a slate says of its film. */
export interface SlateCardTexts {
  /** Largest: the film's number, or what it is called where it has none. */
  readonly head: SlateRow;
  readonly rows: readonly SlateRow[];
  readonly department: string;
}

const GROUND = '#14181D';
const BRIGHT = '#F2F2F2';
const MUTED = '#A9B2BC';
const FONT = 'Mukta 700';
// A tenth on each side: old tube sets hid nearly as much.
const MARGIN = 0.1;
const CLOCK = 148;
const ROW = 104;
// Of 1080: 15 of an SD file's 576 lines.
const LEAST_EM = 28;

/** The card's ground and words. Refuses a text that fits in no form. */
export function layCard(canvas: SlateCanvas, texts: SlateCardTexts): Decision<Part> {
  const { width, height } = canvas;
  const x = width * MARGIN;
  const inner = width * (1 - 2 * MARGIN);
  const shapes: Shape[] = [
    { kind: 'slab', box: { x: 0, y: 0, width, height }, fill: GROUND },
    line(texts.department, { x, baseline: 140, em: 38, fill: MUTED }, inner - 2.4 * CLOCK),
    line(texts.head.label, { x, baseline: 236, em: 32, fill: MUTED }, inner),
  ];
  const head = fitRow(texts.head, { em: 104, maxWidth: inner - 2.5 * CLOCK });
  if (!head) return refuseTooLong('name', texts.head.forms.at(-1) ?? '');
  shapes.push(...fitted(head, { x, baseline: head.lines.length > 1 ? 308 : 340, fill: BRIGHT }));
  const column = Math.max(...texts.rows.map(({ label }) => textWidth(FONT, 32, label))) + 40;
  for (const [at, row] of texts.rows.entries()) {
    const baseline = 480 + at * ROW;
    const said = fitRow(row, { em: 46, maxWidth: inner - column });
    if (!said) return refuseTooLong('name', row.forms.at(-1) ?? '');
    shapes.push(line(row.label, { x, baseline, em: 32, fill: MUTED }, column));
    shapes.push(...fitted(said, { x: x + column, baseline: baseline - (said.lines.length - 1) * 22, fill: BRIGHT }));
  }
  return allow({ box: { x: 0, y: 0, width, height }, shapes });
}

/** The clock in the card's right upper corner, so many seconds before the programme. */
export function layCardClock({ width }: SlateCanvas, secondsLeft: number): Part {
  return layClock({ x: width * (1 - MARGIN) - CLOCK, y: 100 + CLOCK, radius: CLOCK }, secondsLeft, {
    ...{ font: FONT, fill: BRIGHT, ground: GROUND, muted: '#4A5560' },
  });
}

function fitRow({ forms }: SlateRow, { em, maxWidth }: { em: number; maxWidth: number }): FittedText | undefined {
  return fitText(forms, { font: FONT, em, maxWidth, least: 0.4, leastEm: LEAST_EM, maxLines: 2 });
}

interface Place {
  readonly x: number;
  readonly baseline: number;
  readonly fill: string;
}

function fitted({ lines, em }: FittedText, { x, baseline, fill }: Place): Shape[] {
  return lines.map((text, at) => lineOn(text, { x, baseline: baseline + at * em * 1.22 }, style(em, fill)));
}

/** One line, smaller where it would run out of its room. */
function line(text: string, { x, baseline, em, fill }: Place & { readonly em: number }, room: number): Shape {
  const own = Math.min(em, (em * room) / textWidth(FONT, em, text));
  return lineOn(text, { x, baseline }, style(own, fill));
}

function style(em: number, fill: string) {
  return { font: FONT, em, fill, ground: GROUND } as const;
}
