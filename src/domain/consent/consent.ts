import type { BroadcastDay } from '../../kernel/broadcast-day.ts';
import { parseBroadcastDay } from '../../kernel/broadcast-day.ts';
import { allow, type Decision, type Refusal, refuse } from '../../kernel/refusal.ts';

/** Where a film may be shown. */
export type ConsentScope = 'cable' | 'social';

/** The words that are read to people now; a changed notice gets a new version and old consents keep theirs. */
export const NOTICE_VERSION = '2026-1';

/** One permission as it was given; nothing in it changes later but the withdrawal. */
export interface Consent {
  readonly id: string;
  readonly beneficiaryId: string;
  readonly noticeVersion: string;
  readonly language: 'hi' | 'en';
  readonly cable: boolean;
  readonly social: boolean;
  readonly givenOn: string;
  readonly how: 'form' | 'spoken';
  readonly guardian: string | null;
  readonly witness: string | null;
  /** Last day on which it holds. */
  readonly validUntil: string | null;
  readonly recordedBy: string;
  readonly recordedAt: string;
  readonly withdrawnAt: string | null;
  readonly withdrawnReason: string | null;
}

/** What is said about a consent, days still as typed. */
export interface ConsentForm {
  readonly cable: boolean;
  readonly social: boolean;
  readonly givenOn: string;
  readonly how: 'form' | 'spoken';
  readonly language: 'hi' | 'en';
  readonly guardian?: string | undefined;
  readonly witness?: string | undefined;
  readonly validUntil?: string | undefined;
}

type ConsentField = 'scope' | 'givenOn' | 'guardian' | 'validUntil';
export type ConsentProblems = Readonly<Partial<Record<ConsentField, Refusal>>>;

/** Every reason why a consent cannot be recorded, by the field that it stands beside; empty when it can. */
export function checkConsent(form: ConsentForm, minor: boolean, today: BroadcastDay): ConsentProblems {
  const problems: Partial<Record<ConsentField, Refusal>> = {};
  if (!form.cable && !form.social) problems.scope = no('consent.noScope', 'neither cable nor social media');
  const givenOn = parseBroadcastDay(form.givenOn);
  if (!givenOn) problems.givenOn = no('consent.dateUnread', `not a day: ${form.givenOn}`, { today: showDay(today) });
  else if (givenOn > today)
    problems.givenOn = no('consent.futureDate', `${givenOn} is after ${today}`, { today: showDay(today) });
  if (minor && !form.guardian?.trim()) problems.guardian = no('consent.guardian', 'a minor without a guardian');
  if (form.validUntil !== undefined) {
    const until = parseBroadcastDay(form.validUntil);
    if (!until || (givenOn && until < givenOn) || until < today)
      problems.validUntil = no('consent.validUntil', `${form.validUntil} is no day from ${today} on`);
  }
  return problems;
}

/** As checkConsent, for callers that want one answer. */
export function decideConsent(form: ConsentForm, minor: boolean, today: BroadcastDay): Decision<ConsentForm> {
  const [problem] = Object.values(checkConsent(form, minor, today));
  return problem ? refuse(problem) : allow(form);
}

/**
 * The consent that allows a scope on a day: the one given last counts, so that a narrower permission takes the wider
 * one's place; undefined when that one is withdrawn, over, or does not cover the scope.
 */
export function consentInForce<C extends Consent>(
  consents: readonly C[],
  scope: ConsentScope,
  day: BroadcastDay,
): C | undefined {
  const latest = consents.filter((consent) => consent.givenOn <= day).reduce<C | undefined>(laterOf, undefined);
  if (!latest || latest.withdrawnAt) return undefined;
  if (latest.validUntil && latest.validUntil < day) return undefined;
  return latest[scope] ? latest : undefined;
}

function laterOf<C extends Consent>(a: C | undefined, b: C): C {
  if (!a) return b;
  return `${b.givenOn} ${b.recordedAt}` >= `${a.givenOn} ${a.recordedAt}` ? b : a;
}

function showDay(day: string): string {
  return day.split('-').reverse().join('-');
}

function no(code: string, tech: string, params?: Refusal['params']): Refusal {
  return { code, user: code, tech, ...(params ? { params } : {}) };
}
