import { BEGINS_CLAUSE, BEGINS_GROUP, HELPS_VERB, JOINS_CLAUSES, LEADS_ON, SHORT_FORMS } from './english-words.ts';
import {
  AFTER_KE,
  CLOSES_GROUP,
  COMPARES,
  DETERMINERS,
  FINITE,
  GENITIVES,
  GOES,
  JOINS,
  LEANS_BACK,
  LIGHT_VERB,
  NAME_HEADS,
  NAME_TAILS,
  NEGATIONS,
  NUMBERS,
  OPENS_CLAUSE,
} from './hindi-words.ts';

/** Nothing is ever broken here, except where the alternative runs off the picture. */
const FORBIDDEN = 1000;
const ORDINARY = 70;

/**
 * How much a break between two neighbouring words hurts the reader, 0 (a sentence ends) to 1000 (a postposition torn from
 * its noun); from 250 up only if nothing else fits. Words are in NFC, with their marks.
 */
export function breakPenalty(before: string, after: string): number {
  if (/[।?!…]["”’)]*$/u.test(before) || endsInFullStop(before)) return 0;
  if (/[,;:–—]["”’)]*$/u.test(before)) return 5;
  const a = bare(before);
  const b = bare(after);
  const worst = Math.max(...NEVER.map((rule) => rule(a, b)));
  if (worst >= 250) return worst;
  if (OPENS_CLAUSE.has(b) || BEGINS_CLAUSE.has(small(b))) return 8;
  if (worst > 0) return worst;
  if (FINITE.has(a)) return 15;
  if (CLOSES_GROUP.has(a) || BEGINS_GROUP.has(small(b))) return 25;
  return ORDINARY;
}

/** A sentence probably ends between these words, with or without a mark. */
export function endsSentence(before: string, after: string): boolean {
  if (/[।?!]["”’)]*$/u.test(before) || endsInFullStop(before)) return true;
  return FINITE.has(bare(before)) && breakPenalty(before, after) === 15;
}

type Rule = (before: string, after: string) => number;

const NEVER: readonly Rule[] = [
  (a, b) => (isNumber(a) ? (isNumber(b) ? FORBIDDEN : 600) : 0),
  (a, b) => (LEANS_BACK.has(b) || (GENITIVES.has(a) && AFTER_KE.has(b)) ? FORBIDDEN : 0),
  (a, b) => (GOES.has(b) ? (PARTICIPLE.test(a) ? FORBIDDEN : 250) : 0),
  (a, b) => (NAME_HEADS.has(a) || NAME_TAILS.has(b) ? 500 : 0),
  (a, b) => (NEGATIONS.has(a) ? 400 : NEGATIONS.has(b) ? 120 : 0),
  (a) => (JOINS.has(a) ? 300 : 0),
  (a, b) => (LIGHT_VERB.test(b) && !FINITE.has(a) ? 250 : 0),
  (a, b) => (a === 'से' && COMPARES.has(b) ? 150 : 0),
  (a) => (DETERMINERS.has(a) ? 150 : 0),
  (a) => (GENITIVES.has(a) ? 130 : 0),
  (a) => (LEADS_ON.has(small(a)) || SHORT_FORMS.has(small(a)) ? 400 : 0),
  (a) => (JOINS_CLAUSES.has(small(a)) ? 300 : 0),
  (a) => (HELPS_VERB.has(small(a)) ? 150 : 0),
];

const PARTICIPLE = /[ाीेएई]$/u;

function isNumber(word: string): boolean {
  return NUMBERS.has(word) || /^₹?[\d०-९][\d०-९,./-]*$|^₹$/u.test(word);
}

/** An English sentence's end: not a short form's full stop, nor that of a letter alone (S. Sharma, B.A.). */
function endsInFullStop(word: string): boolean {
  return /[a-z]{2}\.["”’)]*$/iu.test(word) && !SHORT_FORMS.has(small(bare(word)));
}

const small = (word: string): string => word.toLowerCase();

// The dot stays: डॉ. is a word.
function bare(word: string): string {
  return word.replace(/^["“‘(]+|["”’),;:]+$/gu, '');
}
