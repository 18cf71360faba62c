import type { ConsentForm, ConsentProblems } from '../../domain/consent/index.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import type { FormFields } from '../http/read-form.ts';
import { type Language, messageIn } from '../locales/index.ts';
import type { ConsentView } from './consent-page.tsx';

/** The page's fields, as they were typed. */
export type TypedConsent = Pick<ConsentView, 'kind' | 'cable' | 'social' | 'minor' | 'guardian' | 'date'>;

export function readConsent(fields: FormFields): TypedConsent {
  return {
    kind: fields.text('kind') === 'voice' ? 'voice' : 'form',
    cable: fields.all('scope').includes('cable'),
    social: fields.all('scope').includes('social'),
    minor: fields.text('minor') === 'yes',
    guardian: { name: fields.text('guardian'), relation: fields.text('relation') },
    date: fields.text('date'),
  };
}

/** What the domain decides on. */
export function toConsentForm(typed: TypedConsent, language: Language): ConsentForm {
  const guardian = [typed.guardian.name, typed.guardian.relation].map((text) => text.trim()).filter(Boolean);
  return {
    cable: typed.cable,
    social: typed.social,
    givenOn: readDay(typed.date),
    how: typed.kind === 'voice' ? 'spoken' : 'form',
    language,
    // A relation alone is no guardian.
    guardian: typed.minor && typed.guardian.name.trim() ? guardian.join(', ').slice(0, 200) : undefined,
  };
}

/** The sentences beside the fields. */
export function sayWhy(problems: ConsentProblems, proof: Refusal | undefined, language: Language): ConsentView['why'] {
  const say = (refusal: Refusal | undefined) => refusal && messageIn(language, refusal.user, refusal.params);
  const said = {
    proof: say(proof),
    scope: say(problems.scope),
    guardian: say(problems.guardian),
    date: say(problems.givenOn),
  };
  return Object.fromEntries(Object.entries(said).filter(([, text]) => text !== undefined));
}

/** `23-11-2026` (also with `/` or `.`, also Devanagari digits) as `2026-11-23`; anything else as it is. */
function readDay(text: string): string {
  const plain = text.trim().replace(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - 0x0966));
  const match = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(plain);
  if (!match) return plain;
  const [day = '', month = '', year = ''] = match.slice(1);
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
