import type { Refusal } from '../../kernel/refusal.ts';

const SENTENCES = {
  name: { user: 'graphics.refused.nameTooLong' },
  place: { user: 'graphics.refused.placeTooLong' },
  benefit: { user: 'graphics.refused.benefitTooLong' },
  call: { user: 'graphics.refused.callTooLong' },
  scheme: { user: 'graphics.refused.schemeTooLong' },
  department: { user: 'graphics.refused.departmentTooLong' },
  helpline: { user: 'graphics.refused.helplineTooLong' },
  figure: { user: 'graphics.refused.figureTooLong' },
  office: { user: 'graphics.refused.officeTooLong' },
} as const;

/** No form of this text fits where it must stand: a person has to write it shorter. */
export function refuseTooLong(
  what: keyof typeof SENTENCES,
  text: string,
): { readonly ok: false; readonly refusal: Refusal } {
  const tech = `${what} does not fit on the picture in any form: ${text}`;
  return { ok: false, refusal: { code: `graphics.${what}-too-long`, ...SENTENCES[what], tech, params: { text } } };
}
