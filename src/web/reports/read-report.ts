import { type MonthSpan, monthSpan, type ReportWords } from '../../domain/airing/index.ts';
import { today } from '../../domain/delivery/index.ts';
import { findDistrict, findDivision, findOperator, findScheme } from '../../domain/directory/index.ts';
import { NotFoundError } from '../../kernel/not-found.ts';
import type { WebContext } from '../http/route.ts';
import { messageIn } from '../locales/index.ts';

/** `?month=2026-11`, this month without one; not found for anything else. */
export function readMonth(c: WebContext): MonthSpan {
  const span = monthSpan(c.req.query('month') ?? today(c.get('app')).slice(0, 7));
  if (!span) throw new NotFoundError('month');
  return span;
}

/** What codes are called, in the reader's language. */
export function reportWords(c: WebContext): ReportWords {
  const { rows } = c.get('app').catalogue;
  const language = c.get('language');
  return {
    say: (key) => messageIn(language, key),
    nameOf(kind, key) {
      if (kind === 'district') return findDistrict(rows, key)?.[language] ?? key;
      if (kind === 'division') return findDivision(rows, key)?.[language] ?? key;
      if (kind === 'operator') return findOperator(rows, key)?.name ?? key;
      return findScheme(rows, key)?.names[language][0] ?? key;
    },
  };
}
