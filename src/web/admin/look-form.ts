import type { Look } from '../../engine/graphics/look.ts';
import { type LookChange, lookChange } from '../../engine/graphics/look-change.ts';
import { COLOUR_ROLES, type ColourRole, lookColours } from '../../engine/graphics/look-colours.ts';

/** The words that an end card says, and whose film it is. */
export const LOOK_WORDS = ['call', 'helpline', 'office', 'scan', 'department'] as const;
export type LookWord = (typeof LOOK_WORDS)[number];
const LANGUAGES = ['hi', 'en'] as const;

export type LookField = `colour.${ColourRole}` | `${'hi' | 'en'}.${LookWord}` | 'mark';

const LOOK_FIELDS: readonly LookField[] = [
  ...COLOUR_ROLES.map((role) => `colour.${role}` as const),
  ...LANGUAGES.flatMap((language) => LOOK_WORDS.map((word) => `${language}.${word}` as const)),
  'mark',
];

/** A look as its form shows it: colours as #RRGGBB, the mark by its hash or `drawn`; a role that the look has not is empty. */
export type LookTyped = Readonly<Record<LookField, string>>;

/** What was typed, from wherever fields come. */
export function typedFields(field: (name: LookField) => string | undefined): LookTyped {
  const typed = LOOK_FIELDS.map((name) => [name, (field(name) ?? '').trim().normalize('NFC').slice(0, 200)]);
  return Object.fromEntries(typed);
}

/** What stands, as the form shows it. */
export function typeLook(look: Look, change: LookChange): LookTyped {
  return typedFields((name) => {
    if (name === 'mark') return change.mark ?? 'drawn';
    const [part, word] = name.split('.');
    if (part === 'colour') return { ...lookColours(look), ...ownRoles(look, change) }[word as ColourRole];
    const language = part === 'en' ? 'en' : 'hi';
    if (word === 'department') return change.department[language];
    return { ...look.words[language], ...change.words[language] }[word as 'call'];
  });
}

/** What was typed as a change of the look, or the fields at fault. */
export function readLookForm(typed: LookTyped, look: Look): { wished: LookChange } | { faults: LookField[] } {
  const words = (language: 'hi' | 'en') =>
    Object.fromEntries(
      LOOK_WORDS.flatMap((word) => (word === 'department' ? [] : [[word, typed[`${language}.${word}`]]])),
    );
  const colours = Object.keys(lookColours(look)).map((role) => [
    role,
    typed[`colour.${role as ColourRole}`].toUpperCase(),
  ]);
  const read = lookChange.safeParse({
    colours: Object.fromEntries(colours),
    words: { hi: words('hi'), en: words('en') },
    department: { hi: typed['hi.department'], en: typed['en.department'] },
    mark: typed.mark === '' ? 'drawn' : typed.mark,
  });
  const latin = LOOK_WORDS.map((word) => `hi.${word}` as const).filter(
    (name) => !/\p{Script=Devanagari}/u.test(typed[name]),
  );
  const faults = [...latin, ...(read.error?.issues ?? []).map(({ path }) => fieldOf(path))];
  return read.success && faults.length === 0 ? { wished: read.data } : { faults: [...new Set(faults)] };
}

function ownRoles(look: Look, { colours }: LookChange) {
  const known = lookColours(look);
  return Object.fromEntries(Object.entries(colours).filter(([role]) => role in known));
}

function fieldOf(path: readonly PropertyKey[]): LookField {
  const [part, one, two] = path.map(String);
  const name = part === 'colours' ? `colour.${one}` : part === 'department' ? `${one}.department` : `${one}.${two}`;
  return LOOK_FIELDS.find((field) => field === name) ?? 'mark';
}
