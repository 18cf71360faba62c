import type { App } from '../../app.ts';
import type { Person, Role } from '../../domain/accounts/index.ts';
import { type ClipStand, countStandingClips } from '../../domain/spots/index.ts';

/** Something that waits for this person; computed from the catalogue, so it goes when the work is done. */
export interface Notice {
  readonly kind: 'returned' | 'refused' | 'whoMissing' | 'consentMissing' | 'draft' | 'inReview' | 'deadJobs';
  readonly count: number;
  readonly href: string;
}

const YOURS = '/?show=yours';
const STAFF = ['returned', 'refused', 'consentMissing', 'whoMissing', 'draft'] as const;

// Whose work a waiting thing is; other roles find theirs on their own station.
const KINDS: Readonly<Partial<Record<Role, readonly (ClipStand & Notice['kind'])[]>>> = {
  staff: STAFF,
  reviewer: ['inReview'],
  admin: [...STAFF, 'inReview'],
};

/** What waits for the person in their districts; an administrator of the whole state also hears of failed jobs. */
export function listNotices(app: App, person: Person): Notice[] {
  const kinds = KINDS[person.role];
  if (!kinds) return [];
  const counts = countStandingClips(app.catalogue.rows, person, app.clock.now());
  const waiting = kinds.map((kind) => ({
    kind,
    count: counts.get(kind) ?? 0,
    href: kind === 'inReview' ? '/review' : YOURS,
  }));
  return [...waiting, ...failedJobs(app, person)].filter((notice) => notice.count > 0);
}

function failedJobs(app: App, { role, reach }: Person): Notice[] {
  if (role !== 'admin' || reach.kind !== 'state') return [];
  return [
    { kind: 'deadJobs', count: app.jobs.desk.list({ states: ['dead'], limit: 100 }).length, href: '/admin/jobs' },
  ];
}
