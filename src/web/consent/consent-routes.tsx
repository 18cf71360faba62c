import { z } from 'zod';
import {
  type BeneficiaryRow,
  checkConsent,
  type Evidence,
  findBeneficiary,
  listConsents,
  NOTICE_VERSION,
  recordConsent,
  storeEvidence,
  withdrawConsent,
} from '../../domain/consent/index.ts';
import { findDistrict } from '../../domain/directory/index.ts';
import { type Clip, findClip } from '../../domain/intake/index.ts';
import { findSpotOfClip } from '../../domain/spots/index.ts';
import { broadcastDayOf } from '../../kernel/broadcast-day.ts';
import { type Refusal, unwrap } from '../../kernel/refusal.ts';
import { formatDay } from '../frame/format.ts';
import { pageContext } from '../http/page-context.ts';
import { readForm } from '../http/read-form.ts';
import { personOf, type Route, type WebContext } from '../http/route.ts';
import { SEND_ISLANDS } from '../intake/send-routes.tsx';
import { uploadView } from '../intake/upload-view.ts';
import { BlankFormPage } from './blank-form-page.tsx';
import { readConsent, sayWhy, type TypedConsent, toConsentForm } from './consent-form.ts';
import { ConsentPage, type ConsentView } from './consent-page.tsx';
import { openProof, sealProof } from './proof-seal.ts';

const mine = { who: ['staff', 'admin'], owner: 'reach', kind: 'page' } as const;

export const consentPageRoutes: readonly Route[] = [
  { ...mine, method: 'GET', path: '/send/:clipId/consent', summary: 'Send, step 3: consent', handler: showConsent },
  {
    ...mine,
    method: 'POST',
    path: '/send/:clipId/consent',
    summary: 'Record the consent and send',
    readsForm: true,
    handler: takeConsent,
  },
  {
    ...mine,
    method: 'POST',
    path: '/send/:clipId/withdraw',
    summary: 'The beneficiary said no',
    handler: takeBack,
  },
  { ...mine, method: 'GET', path: '/send/:clipId/form', summary: 'Consent form for paper', handler: showBlankForm },
];

const withdrawal = z.object({ reason: z.string().max(200).optional() });

interface Subject {
  readonly clip: Clip;
  readonly who: BeneficiaryRow;
}

/** The clip with its beneficiary; without one the step before comes first. */
function subjectOf(c: WebContext): Subject | undefined {
  const { rows } = c.get('app').catalogue;
  const clip = findClip(rows, personOf(c), c.req.param('clipId') ?? '');
  return clip.beneficiaryId ? { clip, who: findBeneficiary(rows, personOf(c), clip.beneficiaryId) } : undefined;
}

function toWho(c: WebContext) {
  return c.redirect(`/send/${c.req.param('clipId')}/who`, 303);
}

function showConsent(c: WebContext) {
  const subject = subjectOf(c);
  if (!subject) return toWho(c);
  const typed = {
    ...{ kind: 'form' as const, cable: true, social: false, minor: subject.who.minor },
    ...{ guardian: { name: '', relation: '' }, date: formatDay(today(c)) },
  };
  return c.html(draw(c, subject, typed, {}));
}

async function takeConsent(c: WebContext) {
  const subject = subjectOf(c);
  if (!subject) return toWho(c);
  const app = c.get('app');
  let proof: { evidence?: Evidence; problem?: Refusal } = {};
  const fields = await readForm(c, async (file, before) => {
    // Of the two files only the one of the chosen way counts; the other is passed over.
    if ((before.text('kind') === 'voice') !== (file.name === 'voice')) return;
    const decision = await storeEvidence(app, file.name === 'voice' ? 'spoken' : 'form', file.bytes);
    proof = decision.ok ? { evidence: decision.value } : { problem: decision.refusal };
  });
  const typed = readConsent(fields);
  const evidence = proof.evidence ?? (proof.problem ? undefined : await reopenProof(c, fields.text('proof')));
  const form = toConsentForm(typed, c.get('language'));
  const problems = checkConsent(form, typed.minor, today(c));
  const missing = evidence ? undefined : (proof.problem ?? NO_PROOF);
  if (!evidence || Object.keys(problems).length > 0) {
    const why = sayWhy(problems, missing, c.get('language'));
    return c.html(draw(c, subject, typed, { why, evidence }), 422);
  }
  unwrap(recordConsent(app, personOf(c), subject.who.id, { form, evidence, minor: typed.minor }));
  return c.redirect(subject.clip.state === 'refused' ? `/clips/${subject.clip.id}` : `/?sent=${subject.clip.id}`, 303);
}

/** Evidence of an earlier try; a sweep may have taken it since, a day later. */
async function reopenProof(c: WebContext, text: string): Promise<Evidence | undefined> {
  const evidence = openProof(secretOf(c), text);
  return evidence && (await c.get('app').blobs.stat(evidence.hash)) ? evidence : undefined;
}

const NO_PROOF: Refusal = { code: 'consent.noProof', user: 'consent.noProof', tech: 'no evidence came' };

function draw(
  c: WebContext,
  { clip, who }: Subject,
  typed: TypedConsent,
  more: { why?: ConsentView['why']; evidence?: Evidence | undefined },
) {
  const { t } = pageContext(c);
  const { evidence } = more;
  const spot = findSpotOfClip(c.get('app').catalogue.rows, clip.id);
  const kept = (kind: TypedConsent['kind']) => evidence !== undefined && typed.kind === kind;
  const { name, village } = who;
  const statement = village ? t('consent.statementFrom', { name, village }) : t('consent.statement', { name });
  const view: ConsentView = {
    ...typed,
    action: `/send/${clip.id}/consent`,
    backHref: `/send/${clip.id}/who`,
    islands: SEND_ISLANDS,
    // Long after the film came, for its consent alone: the way of the film is no news.
    upload: clip.state === 'arriving' || !liveConsent(c, who.id) ? uploadView(c, clip) : undefined,
    photo: { kept: kept('form') },
    voice: { statement, kept: kept('voice') },
    blankFormHref: `/send/${clip.id}/form`,
    spotHref: spot && `/spots/${spot.id}`,
    withdrawAction: liveConsent(c, who.id) && `/send/${clip.id}/withdraw`,
    sealedProof: evidence && sealProof(secretOf(c), evidence),
    why: more.why ?? {},
  };
  return <ConsentPage context={pageContext(c)} view={view} />;
}

function liveConsent(c: WebContext, beneficiaryId: string) {
  return listConsents(c.get('app').catalogue.rows, beneficiaryId).find((consent) => !consent.withdrawnAt);
}

async function takeBack(c: WebContext) {
  const subject = subjectOf(c);
  const consent = subject && liveConsent(c, subject.who.id);
  if (!subject || !consent) return toWho(c);
  const { reason } = withdrawal.parse(await c.req.parseBody());
  withdrawConsent(c.get('app'), personOf(c), consent.id, reason);
  return c.redirect('/?said=no', 303);
}

function showBlankForm(c: WebContext) {
  const subject = subjectOf(c);
  if (!subject) return toWho(c);
  const district = findDistrict(c.get('app').catalogue.rows, subject.clip.district);
  const view = {
    name: subject.who.name,
    village: subject.who.village ?? '',
    district: district?.[c.get('language')] ?? subject.clip.district,
    clipNumber: subject.clip.number,
    noticeVersion: NOTICE_VERSION,
  };
  return c.html(<BlankFormPage context={pageContext(c)} view={view} />);
}

/** Pages are for sessions; a program with a token has none, and gets no sealed fields. */
function secretOf(c: WebContext): string {
  return c.get('session')?.csrfToken ?? c.get('requestId');
}

function today(c: WebContext) {
  const { clock, config } = c.get('app');
  return broadcastDayOf(clock.now(), config.dayClock);
}
