import { allow, type Decision, refuse } from '../../kernel/refusal.ts';
import { ON_AIR, type SchemeRow } from './preset-rows.ts';

/**
 * Whether a scheme's row may become `after`. What goes on air is never changed on the strength of an old look: whoever
 * changes a helpline, a benefit or an office says on which day they read it, today or after the day that stood there.
 * `today` is a calendar day of the office.
 */
export function decideSchemeEdit(before: SchemeRow | undefined, after: SchemeRow, today: string): Decision<void> {
  if (after.checkedOn > today) {
    const tech = `checked on ${after.checkedOn}, today is ${today}`;
    return refuse({ code: 'directory.checkedLater', user: 'directory.checkedLater', tech });
  }
  const changed = [...ON_AIR, 'url' as const].filter(
    (fact) => after[fact] !== undefined && !isSame(before?.[fact], after[fact]),
  );
  const lookedAgain = after.checkedOn === today || after.checkedOn > (before?.checkedOn ?? '');
  if (changed.length === 0 || lookedAgain) return allow(undefined);
  const tech = `${changed.join(', ')} changed, checked on ${after.checkedOn} as before`;
  return refuse({ code: 'directory.checkAgain', user: 'directory.checkAgain', tech });
}

/** The names of the fields that differ, for the audit row. */
export function listChangedFields(before: SchemeRow, after: SchemeRow): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof SchemeRow>;
  return [...names].filter((name) => !isSame(before[name], after[name])).sort();
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
