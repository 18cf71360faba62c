import { allow, type Decision } from '../../kernel/refusal.ts';
import { type Box, even, type Part, type Slab } from './drawing.ts';
import { type FittedText, fitText } from './fit-text.ts';
import type { Look, LookAspect } from './look.ts';
import type { SchemeColours } from './scheme-colour.ts';
import { type LineStyle, leastBlockHeight, lineInBlock } from './text-line.ts';
import { textWidth } from './text-width.ts';
import { refuseTooLong } from './too-long.ts';

/** Texts of the lower third; each list holds forms of the same text, longest first. An empty text has no row. */
export interface LowerThirdTexts {
  readonly name?: string;
  readonly place: readonly string[];
  readonly benefit?: string;
}

/** The scheme's bar and the slabs to its right, top first, with the place's form that was taken. */
export interface LowerThird {
  readonly bar: Part;
  readonly slabs: readonly Part[];
  readonly placeForm: number;
}

interface Row {
  readonly fitted: FittedText;
  readonly style: LineStyle;
  readonly height: number;
}

/** undefined when there is no text at all. Refuses a text that fits in none of its forms. */
export function layLowerThird(
  look: Look,
  aspect: LookAspect,
  texts: LowerThirdTexts,
  { colours, portrait }: { readonly colours: SchemeColours; readonly portrait: boolean },
): Decision<LowerThird | undefined> {
  const place = placeOf(look, aspect, portrait);
  const name = nameRow(look, aspect, texts.name, place.textWidth);
  const home = lineRow(
    aspect,
    texts.place,
    { font: look.fonts.text, fill: look.colours.paper, ground: look.colours.ink },
    { ...place, least: 0.92 },
  );
  const benefit = lineRow(
    aspect,
    texts.benefit ? [texts.benefit] : [],
    { font: look.fonts.text, fill: colours.text, ground: colours.ground },
    { ...place, least: 0.84 },
  );
  if (name === 'too long') return refuseTooLong('name', texts.name ?? '');
  if (home === 'too long') return refuseTooLong('place', texts.place.at(-1) ?? '');
  if (benefit === 'too long') return refuseTooLong('benefit', texts.benefit ?? '');
  const rows = [name, home, benefit].filter((row) => row !== undefined);
  if (rows.length === 0) return allow(undefined);
  return allow({ ...stack(rows, place, colours), placeForm: home?.fitted.form ?? 0 });
}

interface Place {
  readonly x: number;
  readonly bottom: number;
  readonly pad: number;
  readonly barWidth: number;
  readonly minWidth: number;
  readonly textWidth: number;
  /** Lines that a row may take when no form fits on one. */
  readonly rowLines: 1 | 2;
}

function placeOf(look: Look, { lowerThird, portrait }: LookAspect, isPortrait: boolean): Place {
  const narrow = isPortrait ? portrait : undefined;
  const maxWidth = narrow?.lowerThirdMaxWidth ?? lowerThird.maxWidth;
  const { x, bottom, pad } = lowerThird;
  const minWidth = narrow ? 0 : lowerThird.minWidth;
  const room = maxWidth - 2 * pad - look.barWidth;
  return { x, bottom, pad, barWidth: look.barWidth, minWidth, textWidth: room, rowLines: narrow ? 2 : 1 };
}

function nameRow(look: Look, { lowerThird, leastEm }: LookAspect, name: string | undefined, maxWidth: number) {
  if (!name) return undefined;
  const font = look.fonts.display;
  const { em, height } = lowerThird.name;
  const fitted = fitText([name], { font, em, maxWidth, least: 0.84, leastEm, maxLines: 2 });
  if (!fitted) return 'too long' as const;
  const style = { font, em: fitted.em, fill: look.colours.ink, ground: look.colours.paper };
  const oneLine = Math.max((height * fitted.em) / em, ...fitted.lines.map((line) => leastBlockHeight(line, style)));
  return { fitted, style, height: heightOfLines(fitted, oneLine) };
}

function lineRow(
  { lowerThird, leastEm }: LookAspect,
  forms: readonly string[],
  look: Omit<LineStyle, 'em'>,
  room: Pick<Place, 'textWidth' | 'rowLines'> & { readonly least: number },
): Row | 'too long' | undefined {
  if (forms.length === 0) return undefined;
  const { em, height } = lowerThird.row;
  const rule = { font: look.font, em, maxWidth: room.textWidth, least: room.least, leastEm };
  const fitted = fitText(forms, { ...rule, maxLines: 1 }) ?? fitText(forms, { ...rule, maxLines: room.rowLines });
  if (!fitted) return 'too long';
  const style = { ...look, em: fitted.em };
  const oneLine = Math.max(height, ...fitted.lines.map((line) => leastBlockHeight(line, style)));
  return { fitted, style, height: heightOfLines(fitted, oneLine) };
}

// Two lines of one text stand closer than two blocks.
function heightOfLines({ lines }: FittedText, oneLine: number): number {
  return even(lines.length === 1 ? oneLine : oneLine * 0.92 * 2);
}

function stack(rows: readonly Row[], place: Place, colours: SchemeColours): Pick<LowerThird, 'bar' | 'slabs'> {
  const widest = Math.max(
    ...rows.flatMap(({ fitted, style }) => fitted.lines.map((line) => textWidth(style.font, style.em, line))),
  );
  const width = even(Math.max(place.minWidth, widest + 2 * place.pad));
  const height = rows.reduce((sum, row) => sum + row.height, 0);
  let y = place.bottom - height;
  const barBox = { x: place.x, y, width: place.barWidth, height };
  const slabs = rows.map((row) => {
    const box = { x: place.x + place.barWidth, y, width, height: row.height };
    y += row.height;
    return slabWithText(row, box, place.pad);
  });
  const bar: Part = { box: barBox, shapes: [{ kind: 'slab', box: barBox, fill: colours.ground }] };
  return { bar, slabs };
}

function slabWithText({ fitted, style, height }: Row, box: Box, pad: number): Part {
  const slab: Slab = { kind: 'slab', box, fill: style.ground };
  const pitch = height / fitted.lines.length;
  const lines = fitted.lines.map((line, index) =>
    lineInBlock(line, { x: box.x + pad, y: box.y + index * pitch, height: pitch }, style),
  );
  return { box, shapes: [slab, ...lines] };
}
