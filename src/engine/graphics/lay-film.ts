import { SHORTEST_FILM } from '../../kernel/film-length.ts';
import { type Frames, toSeconds } from '../../kernel/frames.ts';
import { allow, type Decision, type Refusal, refuse } from '../../kernel/refusal.ts';
import { fitChip } from './chip.ts';
import { drawerOf } from './choose-drawer.ts';
import type { Drawer } from './drawer.ts';
import { type Box, evenUnion, type Part, straightSlabs } from './drawing.ts';
import type { EndCard } from './end-card.ts';
import type { Figure } from './figure.ts';
import { readFigure } from './figure-text.ts';
import { type FilmTimes, planFilmTimes } from './film-times.ts';
import { fitFigure } from './fit-figure.ts';
import { type LaidLowerThird, layLowerThird } from './lay-lower-third.ts';
import type { Aspect, FilmLayers } from './layers.ts';
import type { Look, LookAspect } from './look.ts';
import type { LowerThirdTexts } from './lower-third.ts';
import type { Movement } from './movement.ts';
import type { NameStand } from './name-stand.ts';
import { schemeColours } from './scheme-colour.ts';
import type { MarkCorner, Stage } from './stage.ts';
import { missingLetters } from './text-width.ts';

/** A scheme as a film shows it. Lists hold forms of one text, longest first; what is undefined is not drawn. */
export interface FilmScheme {
  readonly names: readonly string[];
  /** Forms for the chip where they differ. */
  readonly chipNames?: readonly string[] | undefined;
  /** `#RRGGBB`, as the directory has it; the look makes it safe. */
  readonly colour: string;
  readonly helpline?: string | undefined;
  readonly office?: string | undefined;
  /** Its page, for a QR code. */
  readonly url?: string | undefined;
}

/** What is drawn over one film on one canvas. Texts are plain, in any Unicode form. */
export interface FilmOrder {
  readonly look: Look;
  readonly aspect: Aspect;
  readonly language: 'hi' | 'en';
  /** The whole film, end card included. */
  readonly lengthFrames: Frames;
  readonly texts: LowerThirdTexts;
  /** What the big figure says; without it there is none. */
  readonly quote?: string | undefined;
  readonly scheme?: FilmScheme | undefined;
  readonly department: string;
  readonly markCorner: MarkCorner;
  /** The clip is portrait: the wide canvas shows sides, and the lower third keeps narrow. */
  readonly portrait: boolean;
  /** The middle of the speaker's head while the big figure stands, in shares of the canvas; missing: where the look expects it. */
  readonly head?: { readonly x: number; readonly y: number } | undefined;
  /** How the lower third stands; missing: as the look is drawn. */
  readonly name?: NameStand | undefined;
  /** Forms of the scheme's name that the chip leaves out; `none`: the mark stands alone. */
  readonly chipFrom?: number | 'none' | undefined;
  /** Times other than the usual ones of a film of this length. */
  readonly times?: Partial<FilmTimes> | undefined;
}

/** Everything of a film in its place, nothing drawn yet: cheap enough to ask at every keystroke whether a text fits. */
export interface FilmLayout {
  readonly aspect: LookAspect;
  readonly times: FilmTimes;
  readonly sides: readonly Part[];
  readonly mark: Part;
  readonly chip: Movement | undefined;
  readonly lowerThird: LaidLowerThird | undefined;
  readonly figure: Figure | undefined;
  readonly endCard: EndCard;
  readonly notes: FilmLayers['notes'];
}

/** Places all graphics of a film; refuses a text that fits nowhere, a letter that no font has, and a film too short to read. */
export function layFilm(order: FilmOrder): Decision<FilmLayout> {
  const said = composed(order);
  const refusal = tooShort(order.lengthFrames) ?? unknownLetters(order.look, allTexts(said));
  if (refusal) return refuse(refusal);
  const stage = stageOf(said);
  const drawer = drawerOf(stage);
  const times = { ...planFilmTimes(order.lengthFrames, { figure: said.quote ? {} : undefined }), ...order.times };
  const lowerThird = layName(said, times);
  if (!lowerThird.ok) return lowerThird;
  const chip = layChip(said);
  if (!chip.ok) return chip;
  const figure = layFigure(stage, drawer, { ...said, quote: times.figure ? said.quote : undefined });
  if (!figure.ok) return figure;
  const endCard = drawer.endCard(endCardTexts(said));
  if (!endCard.ok) return endCard;
  return allow({
    aspect: order.look.aspects[order.aspect],
    times,
    sides: order.portrait ? drawer.sides() : [],
    mark: drawer.mark(),
    chip: chip.value?.movement,
    lowerThird: lowerThird.value,
    figure: figure.value,
    endCard: endCard.value,
    notes: notesOf(said, {
      ...{ place: lowerThird.value?.placeForm ?? 0, chip: chip.value?.form ?? 0, scheme: endCard.value.schemeForm },
      figure: said.quote !== undefined && figure.value === undefined,
      unsaid: lowerThird.value?.unsaid ?? [],
      crowded: lowerThird.value?.crowded ?? [],
      chipLong: said.scheme !== undefined && !fitsChip(said),
    }),
  });
}

/** What the lower third of that order covers while it stands, px of the canvas; undefined without any text. */
export function measureName(order: FilmOrder): Decision<Box | undefined> {
  const laid = layName(composed(order), { ...planFilmTimes(order.lengthFrames), ...order.times });
  return laid.ok ? allow(laid.value?.box) : laid;
}

/** What the scheme's name beside the mark covers, and which form of it stands; undefined where the mark stands alone. */
export function measureChip(order: FilmOrder): Decision<{ readonly box: Box; readonly form: number } | undefined> {
  const laid = layChip(composed(order));
  if (!laid.ok || !laid.value) return laid.ok ? allow(undefined) : laid;
  const { movement, form } = laid.value;
  return allow({ box: evenUnion(straightSlabs(movement.parts.slice(0, 1))), form });
}

function stageOf({ look, aspect, scheme, markCorner, language, portrait, head }: FilmOrder): Stage {
  const colours = schemeColours(scheme?.colour ?? look.colours.plain, look);
  return { look, at: aspect, colours, corner: markCorner, language, portrait, head };
}

function layName(said: FilmOrder, { lowerThird: [first] }: FilmTimes): Decision<LaidLowerThird | undefined> {
  const stayFrames = first ? first.endFrame - first.startFrame : 0;
  return layLowerThird(stageOf(said), drawerOf, said.texts, { stand: said.name, stayFrames });
}

function layChip(said: FilmOrder): Decision<{ movement: Movement; form: number } | undefined> {
  const { scheme, chipFrom = 0 } = said;
  // A name too long for it in every form stands on the end card alone.
  if (!scheme || chipFrom === 'none' || !fitsChip(said)) return allow(undefined);
  const stage = stageOf(said);
  const drawer = drawerOf(stage);
  const text = fitChip(stage, chipForms(scheme).slice(chipFrom), drawer.chipHeight);
  return text.ok ? allow({ movement: drawer.chip(text.value), form: chipFrom + text.value.form }) : text;
}

function fitsChip(said: FilmOrder): boolean {
  const stage = stageOf(said);
  return said.scheme !== undefined && fitChip(stage, chipForms(said.scheme), drawerOf(stage).chipHeight).ok;
}

/** Forms of the scheme's name for the chip, longest first. */
export function chipForms({ names, chipNames = names }: FilmScheme): readonly string[] {
  return chipNames;
}

function layFigure(stage: Stage, drawer: Drawer, { quote, scheme }: FilmOrder): Decision<Figure | undefined> {
  if (!quote) return allow(undefined);
  const said = { text: readFigure(quote), label: scheme && chipForms(scheme).at(-1) };
  const fitted = fitFigure(stage, said, drawer.figureWidths);
  return fitted.ok ? allow(drawer.figure(fitted.value)) : fitted;
}

/** All texts in NFC (ड़ as ड + ़), as the fonts' tables and our word lists have them. */
function composed(order: FilmOrder): FilmOrder {
  const nfc = (text: string) => text.normalize('NFC').trim();
  const { texts, scheme } = order;
  const given = <T>(value: T | undefined, change: (value: T) => T) => (value === undefined ? undefined : change(value));
  return {
    ...order,
    texts: {
      place: texts.place.map(nfc).filter((form) => form !== ''),
      ...(texts.name ? { name: nfc(texts.name) } : {}),
      ...(texts.benefit ? { benefit: nfc(texts.benefit) } : {}),
    },
    quote: given(order.quote, nfc) || undefined,
    scheme: scheme && {
      ...scheme,
      names: scheme.names.map(nfc),
      chipNames: given(scheme.chipNames, (forms) => forms.map(nfc)),
      helpline: given(scheme.helpline, nfc),
      office: given(scheme.office, nfc),
    },
    department: nfc(order.department),
  };
}

function endCardTexts({ scheme, department }: FilmOrder) {
  const { names, helpline, office, url } = scheme ?? {};
  return { scheme: names, helpline, office, url, department };
}

function allTexts({ texts, quote, scheme, department }: FilmOrder): string[] {
  const { names = [], chipNames = [], helpline, office } = scheme ?? {};
  const all = [texts.name, texts.benefit, quote, ...texts.place, ...names, ...chipNames, helpline, office, department];
  return all.filter((text) => text !== undefined);
}

function tooShort(length: Frames): Refusal | undefined {
  if (length >= SHORTEST_FILM) return undefined;
  const tech = `${length} frames leave no time to read; ${SHORTEST_FILM} are the least`;
  const params = { least: toSeconds(SHORTEST_FILM) };
  return { code: 'graphics.too-short', user: 'graphics.refused.tooShort', tech, params };
}

function unknownLetters(look: Look, texts: readonly string[]): Refusal | undefined {
  const { display, text, benefit, figure } = look.fonts;
  const letters = [...new Set([display, text, benefit, figure])].flatMap((font) =>
    missingLetters(font, texts.join('')),
  );
  if (letters.length === 0) return undefined;
  const params = { letters: [...new Set(letters)].join(' ') };
  const tech = `the fonts of ${look.name} lack: ${params.letters}`;
  return { code: 'graphics.unknown-letter', user: 'graphics.refused.unknownLetter', tech, params };
}

/** Which form of each text was taken; whether the quote found no time. */
interface Taken {
  readonly place: number;
  readonly chip: number;
  readonly scheme: number;
  readonly figure: boolean;
  readonly unsaid: LaidLowerThird['unsaid'];
  readonly crowded: LaidLowerThird['crowded'];
  /** No form of the scheme's name fits beside the mark. */
  readonly chipLong: boolean;
}

function notesOf({ texts, scheme, quote, chipFrom }: FilmOrder, taken: Taken): FilmLayers['notes'] {
  const shorter = (code: string, forms: readonly string[], form: number) =>
    form === 0 ? [] : [{ code, text: forms[form] ?? '' }];
  return [
    ...shorter('shorter-place', texts.place, taken.place),
    ...shorter('shorter-chip', scheme ? chipForms(scheme) : [], taken.chip),
    ...(scheme && taken.chipLong ? [{ code: 'long-chip', text: chipForms(scheme).at(-1) ?? '' }] : []),
    ...(scheme && chipFrom === 'none' && !taken.chipLong
      ? [{ code: 'no-chip', text: chipForms(scheme)[0] ?? '' }]
      : []),
    ...taken.crowded.map((what) => ({ code: 'long-text', text: textOf(texts, what, taken.place) })),
    ...taken.unsaid.map((what) => ({ code: 'no-time-for-row', text: textOf(texts, what, taken.place) })),
    ...shorter('shorter-scheme', scheme?.names ?? [], taken.scheme),
    ...(taken.figure ? [{ code: 'no-time-for-figure', text: quote ?? '' }] : []),
  ];
}

function textOf({ name, place, benefit }: LowerThirdTexts, what: 'name' | 'place' | 'benefit', form: number): string {
  return { name, place: place[form], benefit }[what] ?? '';
}
