import { z } from 'zod';
import { districtRow, divisionRow, type PlaceWish } from '../../domain/directory/index.ts';

const text = z
  .string()
  .max(500)
  .default('')
  .transform((words) => words.trim().normalize('NFC'));

/** A place as it is typed; `division` only of a district. */
export const placeTyped = z.object({
  code: text,
  hi: text,
  en: text,
  division: text,
  source: text,
  checkedOn: text,
  version: text,
});
export type PlaceTyped = z.infer<typeof placeTyped>;
export type PlaceKind = 'district' | 'division';

const KINDS = { district: districtRow.omit({ aliases: true }), division: divisionRow } as const;

/** What was typed as a place, or the fields at fault. `today`: nothing is read tomorrow. */
export function readPlaceForm(
  kind: PlaceKind,
  { version: _version, division, ...typed }: PlaceTyped,
  today: string,
): { wish: PlaceWish } | { faults: (keyof PlaceTyped)[] } {
  const read = KINDS[kind].safeParse(kind === 'district' ? { ...typed, division } : typed);
  const later = typed.checkedOn > today;
  if (read.success && !later) return { wish: read.data };
  const faults = read.success ? [] : read.error.issues.map(({ path }) => String(path[0]) as keyof PlaceTyped);
  return { faults: [...new Set([...faults, ...(later ? (['checkedOn'] as const) : [])])] };
}
