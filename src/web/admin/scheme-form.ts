import { z } from 'zod';
import { type Scheme, type SchemeRow, type SchemeWish, schemeRow } from '../../domain/directory/index.ts';

const text = z
  .string()
  .max(2000)
  .default('')
  .transform((words) => words.trim().normalize('NFC'));

/** A scheme as it is typed: names one form a line, each fact that goes on air with where it was read. */
export const schemeTyped = z.object({
  code: text,
  level: text,
  mostUsed: text,
  icon: text,
  colour: text,
  namesHi: text,
  namesEn: text,
  alsoCalled: text,
  departmentHi: text,
  departmentEn: text,
  helpline: text,
  helplineFrom: text,
  benefitHi: text,
  benefitEn: text,
  benefitFrom: text,
  officeHi: text,
  officeEn: text,
  officeFrom: text,
  url: text,
  source: text,
  checkedOn: text,
  hidden: text,
  version: text,
});
export type SchemeTyped = z.infer<typeof schemeTyped>;
export type SchemeField = keyof SchemeTyped;

/** Drawings of frame/icon.tsx that stand for a scheme. */
export const SCHEME_ICONS = ['home', 'flame', 'heart', 'drop', 'sis', 'grain', 'shop', 'scis'] as const;

export const NEW_SCHEME: SchemeTyped = { ...schemeTyped.parse({}), level: 'state', colour: '#1565C0' };

/** What was typed as a scheme, or the fields at fault. */
export function readSchemeForm(typed: SchemeTyped): { wish: SchemeWish } | { faults: SchemeField[] } {
  const read = schemeRow.safeParse(rowOf(typed));
  if (read.success) return { wish: { row: read.data, hidden: typed.hidden !== '' } };
  return { faults: [...new Set(read.error.issues.map(({ path }) => fieldOf(path)))] };
}

/** A stored scheme as its form shows it. */
export function typeScheme(scheme: Scheme): SchemeTyped {
  const { names, department, quoted } = scheme;
  return {
    code: scheme.code,
    level: scheme.level,
    mostUsed: scheme.mostUsed ? '1' : '',
    icon: scheme.icon ?? '',
    colour: scheme.colour,
    namesHi: names.hi.join('\n'),
    namesEn: names.en.join('\n'),
    alsoCalled: scheme.alsoCalled.join('\n'),
    departmentHi: department.hi,
    departmentEn: department.en,
    helpline: scheme.helpline ?? '',
    helplineFrom: quoted.helpline ?? '',
    benefitHi: scheme.benefit?.hi ?? '',
    benefitEn: scheme.benefit?.en ?? '',
    benefitFrom: quoted.benefit ?? '',
    officeHi: scheme.office?.hi ?? '',
    officeEn: scheme.office?.en ?? '',
    officeFrom: quoted.office ?? '',
    url: scheme.url ?? '',
    source: scheme.source,
    checkedOn: scheme.checkedOn,
    hidden: scheme.hidden ? '1' : '',
    version: String(scheme.version),
  };
}

/** Empty means not sourced: then nothing is shown. A quotation of a fact that is not there goes with it. */
function rowOf(typed: SchemeTyped): z.input<typeof schemeRow> {
  const benefit = typed.benefitHi + typed.benefitEn === '' ? undefined : { hi: typed.benefitHi, en: typed.benefitEn };
  const office = typed.officeHi + typed.officeEn === '' ? undefined : { hi: typed.officeHi, en: typed.officeEn };
  const helpline = typed.helpline || undefined;
  return {
    code: typed.code,
    level: typed.level as SchemeRow['level'],
    mostUsed: typed.mostUsed !== '',
    ...(typed.icon && { icon: typed.icon }),
    colour: typed.colour.toUpperCase(),
    names: { hi: longestFirst(typed.namesHi), en: longestFirst(typed.namesEn) },
    alsoCalled: linesOf(typed.alsoCalled),
    department: { hi: typed.departmentHi, en: typed.departmentEn },
    ...(helpline && { helpline }),
    ...(benefit && { benefit }),
    ...(office && { office }),
    ...(typed.url && { url: typed.url }),
    quoted: {
      ...(helpline && typed.helplineFrom && { helpline: typed.helplineFrom }),
      ...(benefit && typed.benefitFrom && { benefit: typed.benefitFrom }),
      ...(office && typed.officeFrom && { office: typed.officeFrom }),
    },
    source: typed.source,
    checkedOn: typed.checkedOn,
  };
}

function linesOf(words: string): string[] {
  return words
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Whoever types need not count letters: the longest form is tried first on a film. */
function longestFirst(words: string): string[] {
  return linesOf(words).sort((a, b) => b.length - a.length);
}

const FIELDS: Readonly<Record<string, SchemeField>> = {
  'names.hi': 'namesHi',
  'names.en': 'namesEn',
  'department.hi': 'departmentHi',
  'department.en': 'departmentEn',
  'benefit.hi': 'benefitHi',
  'benefit.en': 'benefitEn',
  'office.hi': 'officeHi',
  'office.en': 'officeEn',
  'quoted.helpline': 'helplineFrom',
  'quoted.benefit': 'benefitFrom',
  'quoted.office': 'officeFrom',
};

function fieldOf(path: readonly PropertyKey[]): SchemeField {
  const words = path.filter((part) => typeof part === 'string').join('.');
  const own = FIELDS[words] ?? words;
  return own in schemeTyped.shape ? (own as SchemeField) : 'source';
}
