import { type Look, lookFile } from './look.ts';

/** The colours of a look that a person may choose; a scheme's own colour is the scheme's. Not every look has every one. */
export const COLOUR_ROLES = ['ink', 'paper', 'quiet', 'plain', 'rule', 'shade', 'ochre'] as const;
export type ColourRole = (typeof COLOUR_ROLES)[number];
export type ChosenColours = Readonly<Partial<Record<ColourRole, string>>>;

/** The look's own colours by role. */
export function lookColours({ colours }: Pick<Look, 'colours'>): ChosenColours {
  return Object.fromEntries(COLOUR_ROLES.flatMap((role) => (role in colours ? [[role, colours[role as 'ink']]] : [])));
}

/**
 * The look in other colours. A caption's colours that were those of a role go with it. Roles that this look has not are left
 * out; throws ZodError for what is no colour.
 */
export function recolour(look: Look, chosen: ChosenColours): Look {
  const before = lookColours(look);
  const changes = Object.entries(chosen).filter(([role, colour]) => role in before && colour !== undefined);
  const follow = (colour: unknown) => {
    const [role] = COLOUR_ROLES.filter((one) => chosen[one] !== undefined && before[one] === colour);
    return role ? chosen[role] : colour;
  };
  const { words, markShape, markPicture, ...file } = look;
  const caption = Object.fromEntries(Object.entries(file.caption).map(([name, value]) => [name, follow(value)]));
  const colours = { ...file.colours, ...Object.fromEntries(changes) };
  return { ...lookFile.parse({ ...file, colours, caption }), words, markShape, markPicture };
}
