import { z } from 'zod';
import { allow, type Decision, refuse } from '../../kernel/refusal.ts';

/** Own words of a tus upload; unknown ones are kept from the row. */
export const uploadMetadata = z.object({
  filename: z
    .string()
    .transform((name) => cleanFileName(name))
    .default('film'),
  district: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  scheme: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  beneficiary: z.string().max(40).optional(),
  consent: z.string().max(40).optional(),
  /** A refused clip that this film takes the place of: its person is this one's. */
  again: z.string().max(40).optional(),
});
export type UploadMetadata = z.infer<typeof uploadMetadata>;

// The gate takes no more (trust: limits of the profile `clip`); said before the bytes travel.
const MAX_BYTES = 2 * 2 ** 30;
// A phone that went out of range on a Friday goes on after the holidays.
export const UPLOAD_DAYS = 7;

/** Whether a film of this size is worth sending at all. */
export function decideSize(sizeBytes: number): Decision<number> {
  if (!Number.isSafeInteger(sizeBytes) || sizeBytes <= 0)
    return refuse({ code: 'clip.refused.empty', user: 'clip.refused.empty', tech: `size ${sizeBytes}` });
  if (sizeBytes > MAX_BYTES)
    return refuse({ code: 'clip.refused.big', user: 'clip.refused.big', tech: `${sizeBytes} bytes` });
  return allow(sizeBytes);
}

/** The name as it is shown back: never a path, never used as one. At most 120 letters, the ending kept. */
function cleanFileName(name: string): string {
  const base = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const letters = [...base.replace(/\p{C}/gu, '').trim()];
  const short = letters.length > 120 ? [...letters.slice(0, 110), '…', ...letters.slice(-9)] : letters;
  return short.join('') || 'film';
}
