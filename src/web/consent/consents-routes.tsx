import { findPersonRow, type Role } from '../../domain/accounts/index.ts';
import { type ConsentRow, findConsentInScope, listConsents } from '../../domain/consent/index.ts';
import { getSpot } from '../../domain/spots/index.ts';
import { broadcastDayOf } from '../../kernel/broadcast-day.ts';
import type { Rows } from '../../kernel/catalogue.ts';
import { pageContext } from '../http/page-context.ts';
import { personOf, type Route, type WebContext } from '../http/route.ts';
import { type ConsentRowView, ConsentsPage } from './consents-page.tsx';

/** Those whom the API lets read a consent too. */
const READERS = ['staff', 'reviewer', 'admin', 'auditor'] as const;

export const consentsPageRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/spots/:spotId/consent',
    who: READERS,
    owner: 'reach',
    kind: 'page',
    summary: 'What a spot’s person has allowed',
    handler: showConsents,
  },
];

/** Where a spot's consents stand, for those who may read them. */
export function wayToConsent(c: WebContext, spotId: string): { href: string; mayTakeBack: boolean } | undefined {
  const { role } = personOf(c);
  if (!READERS.some((reader) => reader === role)) return undefined;
  return { href: `/spots/${spotId}/consent`, mayTakeBack: mayRecord(role) };
}

/** Who records a consent may also write down that it was taken back (consent-routes.tsx). */
function mayRecord(role: Role): boolean {
  return role === 'staff' || role === 'admin';
}

function showConsents(c: WebContext) {
  const app = c.get('app');
  const { rows } = app.catalogue;
  const by = personOf(c);
  const spot = getSpot(rows, by, c.req.param('spotId') ?? '');
  const today = broadcastDayOf(app.clock.now(), app.config.dayClock);
  const consents = listConsents(rows, spot.beneficiaryId);
  const live = consents.some((consent) => !consent.withdrawnAt);
  const reviews = spot.state === 'inReview' && by.role !== 'staff';
  const view = {
    number: spot.number,
    name: spot.document.name,
    spotHref: `/spots/${spot.id}`,
    reviewHref: reviews ? `/review/${spot.id}` : undefined,
    recordHref: mayRecord(by.role) ? `/send/${spot.clipId}/consent` : undefined,
    withdrawAction: mayRecord(by.role) && live ? `/send/${spot.clipId}/withdraw` : undefined,
    cableInForce: findConsentInScope(rows, spot.beneficiaryId, 'cable', today) !== undefined,
    consents: consents.map((consent) => viewConsent(rows, consent)),
  };
  return c.html(<ConsentsPage context={pageContext(c)} view={view} />);
}

function viewConsent(rows: Rows, consent: ConsentRow): ConsentRowView {
  const { id, cable, social, givenOn, how, guardian, validUntil, withdrawnAt } = consent;
  return {
    ...{ id, cable, social, givenOn, how },
    guardian: guardian ?? undefined,
    validUntil: validUntil ?? undefined,
    recordedBy: findPersonRow(rows, { id: consent.recordedBy })?.name ?? '',
    recordedAt: new Date(consent.recordedAt),
    withdrawnAt: withdrawnAt ? new Date(withdrawnAt) : undefined,
  };
}
