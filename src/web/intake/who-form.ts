import { type Beneficiary, type BeneficiaryRow, beneficiary, checkWho } from '../../domain/consent/index.ts';
import { formatRupees } from '../frame/format.ts';
import type { FormFields } from '../http/read-form.ts';
import { type Language, messageIn } from '../locales/index.ts';
import type { SendView } from './send-page.tsx';

type Typed = SendView['typed'];
type Why = SendView['why'];

/** What was typed, as it was typed. */
export function readWho(fields: Pick<FormFields, 'text'>, district: string): Typed {
  return {
    name: fields.text('name'),
    village: fields.text('village'),
    district,
    scheme: fields.text('scheme') || undefined,
    schemeQuery: fields.text('schemeQuery'),
    change: fields.text('change'),
    amount: fields.text('amount'),
  };
}

/** What is known already, for the form's fields. */
export function typedOf(row: BeneficiaryRow | undefined, district: string): Typed {
  return {
    name: row?.name ?? '',
    village: row?.village ?? '',
    district,
    scheme: row?.scheme ?? undefined,
    schemeQuery: '',
    change: row?.changeLine ?? '',
    amount: row?.amountRupees ? formatRupees(row.amountRupees) : '',
  };
}

/** The beneficiary, or a sentence beside each field that needs mending. */
export function parseWho(typed: Typed, language: Language): { who: Beneficiary } | { why: Why } {
  const amount = readRupees(typed.amount);
  const missing = Object.entries(checkWho(typed)).map(([field, refusal]) => [
    field,
    messageIn(language, refusal.user, refusal.params),
  ]);
  const why: Record<string, string> = Object.fromEntries(missing);
  if (amount === 'unread') why['amount'] = messageIn(language, 'who.amountUnread');
  if (amount === 'unread' || Object.keys(why).length > 0) return { why };
  const { name, village, scheme, change } = typed;
  const parsed = beneficiary.safeParse({ name, village, scheme, changeLine: change, amountRupees: amount });
  if (parsed.success) return { who: parsed.data };
  const fields: Record<string, string> = { changeLine: 'change', amountRupees: 'amount' };
  const long = parsed.error.issues.map((issue) => String(issue.path[0]));
  return { why: Object.fromEntries(long.map((field) => [fields[field] ?? field, messageIn(language, 'who.long')])) };
}

/** `₹1,20,000`, `1.2 lakh` is not read: no number is guessed. Devanagari digits count. */
function readRupees(text: string): number | undefined | 'unread' {
  const plain = text
    .replace(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - 0x0966))
    .replace(/[₹\s,]|रु(पये|\.)?|Rs\.?|\/-$/giu, '');
  if (plain === '') return undefined;
  return /^[1-9]\d{0,8}$/.test(plain) ? Number(plain) : 'unread';
}
