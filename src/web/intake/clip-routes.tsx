import { listConsents } from '../../domain/consent/index.ts';
import { findClip } from '../../domain/intake/index.ts';
import { findSpotOfClip } from '../../domain/spots/index.ts';
import { pageContext } from '../http/page-context.ts';
import { personOf, type Route, type WebContext } from '../http/route.ts';
import { CheckingPage } from './checking-page.tsx';
import { RefusedPage } from './refused-page.tsx';

export const clipPageRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/clips/:clipId',
    who: ['staff', 'reviewer', 'admin', 'auditor'],
    owner: 'reach',
    kind: 'page',
    summary: 'A clip: what it waits for',
    handler: showClip,
  },
];

/** Where a clip stands decides the page: refused, whose, consent, its spot, or a moment's patience. */
function showClip(c: WebContext) {
  const { rows } = c.get('app').catalogue;
  const clip = findClip(rows, personOf(c), c.req.param('clipId') ?? '');
  if (clip.refusal) {
    const view = {
      fileName: clip.fileName,
      sizeBytes: clip.originalBytes,
      at: new Date(clip.arrivedAt ?? clip.createdAt),
      user: clip.refusal.user,
      params: clip.refusal.params,
      number: clip.number,
      laterHref: '/',
      againHref: `/send?again=${clip.id}`,
    };
    return c.html(<RefusedPage context={pageContext(c)} view={view} />);
  }
  if (!clip.beneficiaryId) return c.redirect(`/send/${clip.id}/who`);
  if (!listConsents(rows, clip.beneficiaryId).some((consent) => !consent.withdrawnAt))
    return c.redirect(`/send/${clip.id}/consent`);
  const spot = findSpotOfClip(rows, clip.id);
  if (spot) return c.redirect(`/spots/${spot.id}`);
  return c.html(<CheckingPage context={pageContext(c)} view={{ number: clip.number, fileName: clip.fileName }} />);
}
