import { z } from 'zod';
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

// 120 letters: what the lower third and the end card can hold in two lines with the district.
export const beneficiary = z.object({
  name: line(120).pipe(z.string().min(1)),
  nameLatin: optionalLine(120),
  village: optionalLine(120),
  scheme: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  changeLine: optionalLine(200),
  /** Whole rupees. */
  amountRupees: z.number().int().positive().max(1_000_000_000).optional(),
  minor: z.boolean().default(false),
});

/** What is still missing before a film of this person can be sent, by field. */
export function checkWho(who: {
  name?: string | undefined;
  scheme?: string | undefined;
}): Readonly<Partial<Record<'name' | 'scheme', Refusal>>> {
  return {
    ...(who.name?.trim() ? {} : { name: missing('who.nameMissing', 'no name') }),
    ...(who.scheme?.trim() ? {} : { scheme: missing('who.schemeMissing', 'no scheme') }),
  };
}

function missing(code: string, tech: string): Refusal {
  return { code, user: code, tech };
}
