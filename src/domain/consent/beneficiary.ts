import { z } from 'zod';
import { refuseLetters } from '../../kernel/letters.ts';
import type { Refusal } from '../../kernel/refusal.ts';

export type Beneficiary = z.infer<typeof beneficiary>;

/** One line of people's own words: no control characters, composed, no more spaces than needed. */
const line = (max: number) =>
  z
    .string()
    .transform((text) =>
      text
        .normalize('NFC')
        .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
        .trim(),
    )
    .pipe(z.string().max(max));
const optionalLine = (max: number) =>
  line(max)
    .transform((text) => text || undefined)
    .optional();

// A letter of Hindi may be four characters and more; how many letters a film holds, `refuseLetters` says.
const MOST_CHARACTERS = 320;
const fitting = (what: 'name' | 'place') =>
  line(MOST_CHARACTERS).refine((text) => !refuseLetters(what, text), { error: 'too many letters' });

export const beneficiary = z.object({
  name: fitting('name').pipe(z.string().min(1)),
  nameLatin: optionalLine(120),
  village: fitting('place')
    .transform((text) => text || undefined)
    .optional(),
  scheme: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  changeLine: optionalLine(200),
  /** Whole rupees. */
  amountRupees: z.number().int().positive().max(1_000_000_000).optional(),
  minor: z.boolean().default(false),
});

/** What is missing before a film of this person can be sent, or too long for one, by field. */
export function checkWho(who: {
  name?: string | undefined;
  village?: string | undefined;
  scheme?: string | undefined;
}): Readonly<Partial<Record<'name' | 'village' | 'scheme', Refusal>>> {
  const name = who.name?.trim() ? refuseLetters('name', who.name) : missing('who.nameMissing', 'no name');
  const village = refuseLetters('place', who.village ?? '');
  return {
    ...(name && { name }),
    ...(village && { village }),
    ...(who.scheme?.trim() ? {} : { scheme: missing('who.schemeMissing', 'no scheme') }),
  };
}

function missing(code: string, tech: string): Refusal {
  return { code, user: code, tech };
}
