import { z } from 'zod';
import { type Look, lookWords } from './look.ts';
import { COLOUR_ROLES, lookColours, recolour } from './look-colours.ts';
import { colour, lookWord } from './look-fields.ts';

const roles = z.partialRecord(z.enum(COLOUR_ROLES), colour);
const some = lookWords.shape.hi.partial();

/** What an office has changed in a look that ships; what is not named stays as it ships. */
export const lookChange = z.strictObject({
  colours: roles.default({}),
  words: z.strictObject({ hi: some.default({}), en: some.default({}) }).default({ hi: {}, en: {} }),
  /** Whose film it is, as the end card says it. */
  department: z.strictObject({ hi: lookWord.optional(), en: lookWord.optional() }).default({}),
  /** A picture by its hash, or the mark that we draw. */
  mark: z.union([z.string().regex(/^[0-9a-f]{64}$/), z.literal('drawn')]).optional(),
});
export type LookChange = z.infer<typeof lookChange>;

export const NO_CHANGE: LookChange = lookChange.parse({});

/** The look with a change laid over it; `markPicture` is the picture that the change names, in base64. */
export function changeLook(look: Look, change: LookChange, markPicture: string | undefined): Look {
  const { hi, en } = look.words;
  const words = { hi: { ...hi, ...change.words.hi }, en: { ...en, ...change.words.en } };
  const mark = change.mark === undefined ? look.markPicture : change.mark === 'drawn' ? undefined : markPicture;
  return { ...recolour(look, change.colours), words: lookWords.parse(words), markPicture: mark };
}

/** One change over another: the second has the last word. */
export function joinChanges(below: LookChange, above: LookChange): LookChange {
  return {
    colours: { ...below.colours, ...above.colours },
    words: { hi: { ...below.words.hi, ...above.words.hi }, en: { ...below.words.en, ...above.words.en } },
    department: { ...below.department, ...above.department },
    mark: above.mark ?? below.mark,
  };
}

/** What of `wished` differs from what stands below it: the rest is not this place's own. */
export function ownChange(wished: LookChange, below: LookChange, shipped: Look): LookChange {
  const colours = differing({ ...lookColours(shipped), ...below.colours }, wished.colours);
  const words = (language: 'hi' | 'en') =>
    differing({ ...shipped.words[language], ...below.words[language] }, wished.words[language]);
  const mark = wished.mark ?? 'drawn';
  return lookChange.parse({
    colours,
    words: { hi: words('hi'), en: words('en') },
    department: differing(below.department, wished.department),
    ...(mark !== (below.mark ?? 'drawn') && { mark }),
  });
}

function differing<T extends object>(below: T, wished: T): Partial<T> {
  const own = Object.entries(wished).filter(([name, value]) => value !== below[name as keyof T]);
  return Object.fromEntries(own) as Partial<T>;
}

/** What was changed, by names like `colours.ink` and `words.hi.call`: for the trail. */
export function changedNames(before: LookChange, after: LookChange): string[] {
  const flat = (change: LookChange): ReadonlyMap<string, unknown> => new Map(leaves(change, ''));
  const [was, is] = [flat(before), flat(after)];
  return [...new Set([...was.keys(), ...is.keys()])].filter((name) => was.get(name) !== is.get(name)).sort();
}

function leaves(value: unknown, name: string): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return value === undefined ? [] : [[name, value]];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, name === '' ? key : `${name}.${key}`));
}
