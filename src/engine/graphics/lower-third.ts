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
}

function placeOf(look: Look, { lowerThird, portrait }: LookAspect, isPortrait: boolean): Place {
  const narrow = isPortrait ? portrait : undefined;
  const maxWidth = narrow?.lowerThirdMaxWidth ?? lowerThird.maxWidth;
  const { x, bottom, pad } = lowerThird;
  const minWidth = narrow ? 0 : lowerThird.minWidth;
  return { x, bottom, pad, barWidth: look.barWidth, minWidth, textWidth: maxWidth - 2 * pad - look.barWidth };
}

function nameRow(look: Look, { lowerThird }: LookAspect, name: string | undefined, maxWidth: number) {
  if (!name) return undefined;
  const font = look.fonts.display;
  const { em, height } = lowerThird.name;
  const fitted = fitText([name], { font, em, maxWidth, least: 0.84, maxLines: 2 });
  if (!fitted) return 'too long' as const;
  const style = { font, em: fitted.em, fill: look.colours.ink, ground: look.colours.paper };
  const oneLine = Math.max((height * fitted.em) / em, ...fitted.lines.map((line) => leastBlockHeight(line, style)));
  // Two lines of one name stand closer than two blocks.
  return { fitted, style, height: even(fitted.lines.length === 1 ? oneLine : oneLine * 0.92 * 2) };
}

function lineRow(
  { lowerThird }: LookAspect,
  forms: readonly string[],
  look: Omit<LineStyle, 'em'>,
  room: { readonly textWidth: number; readonly least: number },
): Row | 'too long' | undefined {
  if (forms.length === 0) return undefined;
  const { em, height } = lowerThird.row;
  const fitted = fitText(forms, { font: look.font, em, maxWidth: room.textWidth, least: room.least, maxLines: 1 });
  if (!fitted) return 'too long';
  const style = { ...look, em: fitted.em };
  return { fitted, style, height: even(Math.max(height, leastBlockHeight(fitted.lines[0] ?? '', style))) };
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
