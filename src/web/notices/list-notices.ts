import type { App } from '../../app.ts';
import type { Person, Role } from '../../domain/accounts/index.ts';
import { countUnconfirmed } from '../../domain/airing/index.ts';
import { countOpenNotices, today } from '../../domain/delivery/index.ts';
import { countStandingClips } from '../../domain/spots/index.ts';
import { countWaiting } from '../../domain/traffic/index.ts';
import { addDays } from '../../kernel/broadcast-day.ts';

const CLIP_KINDS = ['returned', 'refused', 'consentMissing', 'whoMissing', 'draft', 'inReview'] as const;
const DAY_KINDS = ['unreleased', 'unplaced'] as const;
type Kind = (typeof CLIP_KINDS)[number] | (typeof DAY_KINDS)[number] | 'openRecalls' | 'unconfirmed' | 'deadJobs';

/** Something that waits for this person; computed from the catalogue, so it goes when the work is done. */
export interface Notice {
  readonly kind: Kind;
  readonly count: number;
  readonly href: string;
}

const HREFS: Readonly<Partial<Record<Kind, string>>> = {
  inReview: '/review',
  unreleased: '/traffic/release',
  unplaced: '/traffic',
  openRecalls: '/delivery/recalls',
  unconfirmed: '/airing',
  deadJobs: '/admin/jobs',
};
const YOURS = '/?show=yours';

// Whose work a waiting thing is.
const KINDS: Readonly<Record<Role, readonly Kind[]>> = {
  staff: ['returned', 'refused', 'consentMissing', 'whoMissing', 'draft'],
  reviewer: ['inReview'],
  traffic: ['openRecalls', 'unreleased', 'unplaced'],
  airing: ['openRecalls', 'unconfirmed'],
  headOffice: ['openRecalls'],
  auditor: [],
  admin: [...CLIP_KINDS, 'openRecalls', ...DAY_KINDS, 'unconfirmed', 'deadJobs'],
};

/** What waits for the person in their districts; an administrator of the whole state also hears of failed jobs. */
export function listNotices(app: App, person: Person): Notice[] {
  const kinds = KINDS[person.role];
  const counts = new Map([...countClips(app, person, kinds), ...countDays(app, person, kinds)]);
  return kinds
    .map((kind) => ({ kind, count: counts.get(kind) ?? 0, href: HREFS[kind] ?? YOURS }))
    .filter((notice) => notice.count > 0);
}

type Counts = Iterable<readonly [Kind, number]>;

function countClips(app: App, person: Person, kinds: readonly Kind[]): Counts {
  const wanted = CLIP_KINDS.filter((kind) => kinds.includes(kind));
  if (wanted.length === 0) return [];
  const counts = countStandingClips(app.catalogue.rows, person, app.clock.now());
  return wanted.map((kind) => [kind, counts.get(kind) ?? 0] as const);
}

/** Tomorrow's lists, yesterday's airings, recalls and failed jobs. */
function* countDays(app: App, person: Person, kinds: readonly Kind[]): Counts {
  const { rows } = app.catalogue;
  if (kinds.includes('unreleased')) {
    const { openChannels, unplaced } = countWaiting(rows, person, addDays(today(app), 1));
    yield ['unreleased', openChannels];
    yield ['unplaced', unplaced];
  }
  if (kinds.includes('openRecalls')) yield ['openRecalls', countOpenNotices(rows, person)];
  if (kinds.includes('unconfirmed')) yield ['unconfirmed', countUnconfirmed(rows, person, addDays(today(app), -1))];
  if (kinds.includes('deadJobs') && person.reach.kind === 'state')
    yield ['deadJobs', app.jobs.desk.list({ states: ['dead'], limit: 100 }).length];
}
