import { lettersOf, MOST_LETTERS } from '../../kernel/letters.ts';
import { allow, type Decision } from '../../kernel/refusal.ts';
import { even } from './drawing.ts';
import { fitLongText } from './fit-long-text.ts';
import { type FittedText, fitText } from './fit-text.ts';
import { aspectOf, type Stage } from './stage.ts';
import { leastBlockHeight } from './text-line.ts';
import { textWidth } from './text-width.ts';
import { refuseTooLong } from './too-long.ts';
import type { FontName } from './typeface.ts';

/** Texts of the lower third; each list holds forms of the same text, longest first. An empty text has no row. */
export interface LowerThirdTexts {
  readonly name?: string;
  readonly place: readonly string[];
  readonly benefit?: string;
}

/** One text of the lower third, fitted. */
export interface FittedRow {
  readonly what: 'name' | 'place' | 'benefit';
  readonly lines: readonly string[];
  readonly font: FontName;
  readonly em: number;
  /** Of all its lines together, px. */
  readonly height: number;
  /** Of its widest line, px. */
  readonly width: number;
  /** Smaller or in more lines than the look is drawn for. */
  readonly crowded: boolean;
}

export interface LowerThirdFit {
  /** Name, place, benefit: those that there are. */
  readonly rows: readonly FittedRow[];
  readonly placeForm: number;
}

/** Room that a look takes beside the words (its bar or printed strip), and how close it sets two lines of one name. */
export interface LowerThirdRoom {
  readonly strip: number;
  readonly nameLeading: number;
}

/** undefined when there is no text at all. Refuses a text that fits in none of its forms. */
export function fitLowerThird(
  stage: Stage,
  texts: LowerThirdTexts,
  room: LowerThirdRoom,
): Decision<LowerThirdFit | undefined> {
  const { fonts } = stage.look;
  const place = placeOf(stage, room.strip);
  const name = fitName(stage, texts.name, place);
  const home = fitRow(stage, texts.place, { ...place, font: fonts.text, least: 0.92 });
  const benefit = fitRow(stage, texts.benefit ? [texts.benefit] : [], { ...place, font: fonts.benefit, least: 0.84 });
  if (name === TOO_LONG) return refuseTooLong('name', texts.name ?? '');
  if (home === TOO_LONG) return refuseTooLong('place', texts.place.at(-1) ?? '');
  if (benefit === TOO_LONG) return refuseTooLong('benefit', texts.benefit ?? '');
  const oneRow = Math.max(place.rowHeight, ...[home, benefit].map((row) => (row ? leastLineHeight(row) : 0)));
  const rows = [
    name && rowOf('name', name, nameHeight(stage, name, room.nameLeading)),
    home && rowOf('place', home, heightOfLines(home, oneRow, 0.92)),
    benefit && rowOf('benefit', benefit, heightOfLines(benefit, oneRow, 0.92)),
  ].filter((row) => row !== undefined);
  return allow(rows.length === 0 ? undefined : { rows, placeForm: home?.form ?? 0 });
}

type Fitted = FittedText & { readonly font: FontName; readonly crowded: boolean };
const TOO_LONG = 'too long' as const;

interface Place {
  readonly textWidth: number;
  /** Beside a portrait shot too, for what does not fit in the narrow room. */
  readonly wideWidth: number;
  readonly rowHeight: number;
  /** Lines that a row may take when no form fits on one. */
  readonly rowLines: 1 | 2;
}

function placeOf(stage: Stage, strip: number): Place {
  const { lowerThird, portrait } = aspectOf(stage);
  const narrow = stage.portrait ? portrait : undefined;
  const around = 2 * lowerThird.pad + strip;
  const wideWidth = lowerThird.maxWidth - around;
  const room = narrow ? narrow.lowerThirdMaxWidth - around : wideWidth;
  return { textWidth: room, wideWidth, rowHeight: lowerThird.row.height, rowLines: narrow ? 2 : 1 };
}

// Half of what a film holds: such a name fills two lines, and a shorter form of it is read more easily.
const MANY_LETTERS = MOST_LETTERS / 2;

function fitName(stage: Stage, name: string | undefined, place: Place): Fitted | typeof TOO_LONG | undefined {
  if (!name) return undefined;
  const { lowerThird, leastEm } = aspectOf(stage);
  const font = stage.look.fonts.display;
  const rule = { font, em: lowerThird.name.em, maxWidth: place.textWidth, leastEm, maxLines: 2 } as const;
  const usual = fitText([name], { ...rule, least: 0.84 });
  if (usual) return { ...usual, font, crowded: lettersOf(name).length > MANY_LETTERS };
  // A name has no shorter form: before it is refused it may be smaller than any other text.
  const fitted = fitText([name], { ...rule, least: 0.6 }) ?? fitLong(name, rule, place);
  return fitted ? { ...fitted, font, crowded: true } : TOO_LONG;
}

function fitRow(
  stage: Stage,
  forms: readonly string[],
  { font, least, ...place }: Place & { readonly font: FontName; readonly least: number },
): Fitted | typeof TOO_LONG | undefined {
  const shortest = forms.at(-1);
  if (shortest === undefined) return undefined;
  const { lowerThird, leastEm } = aspectOf(stage);
  const rule = { font, em: lowerThird.row.em, maxWidth: place.textWidth, least, leastEm };
  const usual = fitText(forms, { ...rule, maxLines: 1 }) ?? fitText(forms, { ...rule, maxLines: place.rowLines });
  if (usual) return { ...usual, font, crowded: false };
  const fitted = fitLong(shortest, rule, place);
  return fitted ? { ...fitted, form: forms.length - 1, font, crowded: true } : TOO_LONG;
}

function fitLong(text: string, rule: Parameters<typeof fitLongText>[1], { wideWidth }: Place): FittedText | undefined {
  return fitLongText(text, rule) ?? fitLongText(text, { ...rule, maxWidth: wideWidth });
}

function rowOf(what: FittedRow['what'], { lines, font, em, crowded }: Fitted, height: number): FittedRow {
  const width = Math.max(...lines.map((line) => textWidth(font, em, line)));
  return { what, lines, font, em, height, width, crowded };
}

function nameHeight(stage: Stage, name: Fitted, leading: number): number {
  const { em, height } = aspectOf(stage).lowerThird.name;
  return heightOfLines(name, Math.max((height * name.em) / em, leastLineHeight(name)), leading);
}

function leastLineHeight({ lines, font, em }: Fitted): number {
  return Math.max(...lines.map((line) => leastBlockHeight(line, { font, em })));
}

// Two lines of one text stand closer than two blocks.
function heightOfLines({ lines }: FittedText, oneLine: number, leading: number): number {
  return even(lines.length === 1 ? oneLine : oneLine * leading * lines.length);
}
