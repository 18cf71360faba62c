import type { Frames } from '../../kernel/frames.ts';
import { allow, type Decision, type Refusal, refuse } from '../../kernel/refusal.ts';
import { type Chip, layChip, type MarkCorner, markBox } from './chip.ts';
import type { Part } from './drawing.ts';
import { type EndCard, layEndCard } from './end-card.ts';
import { type FilmTimes, planFilmTimes, SHORTEST_FILM } from './film-times.ts';
import type { Aspect, FilmLayers } from './layers.ts';
import type { Look, LookAspect } from './look.ts';
import { type LowerThird, type LowerThirdTexts, layLowerThird } from './lower-third.ts';
import { markTile } from './mark.ts';
import { schemeColours } from './scheme-colour.ts';
import { laySides } from './sides.ts';
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
}

/** What is drawn over one film on one canvas. Texts are plain, in any Unicode form. */
export interface FilmOrder {
  readonly look: Look;
  readonly aspect: Aspect;
  readonly language: 'hi' | 'en';
  /** The whole film, end card included. */
  readonly lengthFrames: Frames;
  readonly texts: LowerThirdTexts;
  readonly scheme?: FilmScheme | undefined;
  readonly department: string;
  readonly markCorner: MarkCorner;
  /** The clip is portrait: the wide canvas shows sides, and the lower third keeps narrow. */
  readonly portrait: boolean;
  /** Times other than the usual ones of a film of this length. */
  readonly times?: Partial<FilmTimes> | undefined;
}

/** Everything of a film in its place, nothing drawn yet: cheap enough to ask at every keystroke whether a text fits. */
export interface FilmLayout {
  readonly aspect: LookAspect;
  readonly times: FilmTimes;
  readonly sides: readonly Part[];
  readonly mark: Part;
  readonly chip: Part | undefined;
  readonly lowerThird: Pick<LowerThird, 'bar' | 'slabs'> | undefined;
  readonly endCard: EndCard;
  readonly notes: FilmLayers['notes'];
}

/** Places all graphics of a film; refuses a text that fits nowhere, a letter that no font has, and a film too short to read. */
export function layFilm(order: FilmOrder): Decision<FilmLayout> {
  const { look, texts, scheme } = composed(order);
  const aspect = look.aspects[order.aspect];
  const refusal = tooShort(order.lengthFrames) ?? unknownLetters(look, allTexts(order));
  if (refusal) return refuse(refusal);
  const colours = schemeColours(scheme?.colour ?? look.colours.plain, look);
  const lowerThird = layLowerThird(look, aspect, texts, { colours, portrait: order.portrait });
  if (!lowerThird.ok) return lowerThird;
  const chip = scheme
    ? layChip(look, aspect, scheme.chipNames ?? scheme.names, { colours, corner: order.markCorner })
    : undefined;
  if (chip && !chip.ok) return chip;
  const endCard = layEndCard(look, aspect, endCardTexts(composed(order)), colours);
  if (!endCard.ok) return endCard;
  return allow({
    aspect,
    times: { ...planFilmTimes(order.lengthFrames), ...order.times },
    sides: order.portrait ? laySides(look, aspect, colours) : [],
    mark: cornerMark(look, aspect, order.markCorner),
    chip: chip?.value.part,
    lowerThird: lowerThird.value,
    endCard: endCard.value,
    notes: notesOf({ order, chip: chip?.value, lowerThird: lowerThird.value, endCard: endCard.value }),
  });
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

function endCardTexts({ scheme, department, language }: FilmOrder) {
  return { scheme: scheme?.names, helpline: scheme?.helpline, office: scheme?.office, department, language };
}

function allTexts({ texts, scheme, department }: FilmOrder): string[] {
  const { names = [], chipNames = [], helpline = '', office = '' } = scheme ?? {};
  return [texts.name ?? '', texts.benefit ?? '', ...texts.place, ...names, ...chipNames, helpline, office, department];
}

function tooShort(length: Frames): Refusal | undefined {
  if (length >= SHORTEST_FILM) return undefined;
  const tech = `${length} frames leave no time to read; ${SHORTEST_FILM} are the least`;
  return { code: 'graphics.too-short', user: 'graphics.refused.tooShort', tech };
}

function unknownLetters(look: Look, texts: readonly string[]): Refusal | undefined {
  const letters = missingLetters(look.fonts.display, texts.join('').normalize('NFC')).join(' ');
  if (letters === '') return undefined;
  const tech = `the fonts of ${look.name} lack: ${letters}`;
  return { code: 'graphics.unknown-letter', user: 'graphics.refused.unknownLetter', tech, params: { letters } };
}

function cornerMark(look: Look, aspect: LookAspect, corner: MarkCorner): Part {
  const { ink, paper } = look.colours;
  return { ...markTile(look, markBox(aspect, corner), { tile: ink, mark: paper }), opacity: look.mark.opacity };
}

interface Taken {
  readonly order: FilmOrder;
  readonly chip: Chip | undefined;
  readonly lowerThird: LowerThird | undefined;
  readonly endCard: EndCard;
}

function notesOf({ order, chip, lowerThird, endCard }: Taken): FilmLayers['notes'] {
  const { texts, scheme } = order;
  const shorter = (code: string, forms: readonly string[], form: number) =>
    form === 0 ? [] : [{ code, text: forms[form] ?? '' }];
  return [
    ...shorter('shorter-place', texts.place, lowerThird?.placeForm ?? 0),
    ...shorter('shorter-chip', scheme?.chipNames ?? scheme?.names ?? [], chip?.form ?? 0),
    ...shorter('shorter-scheme', scheme?.names ?? [], endCard.schemeForm),
  ];
}
