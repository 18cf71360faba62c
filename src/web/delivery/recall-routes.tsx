import { z } from 'zod';
import {
  liftRecall,
  listCutNames,
  previewRecall,
  RECALL_GROUNDS,
  type RecallEffect,
  recallByDepartment,
} from '../../domain/delivery/index.ts';
import { findScheme } from '../../domain/directory/index.ts';
import { listCuts, listSpots } from '../../domain/spots/index.ts';
import { type Refusal, unwrap } from '../../kernel/refusal.ts';
import { pageContext } from '../http/page-context.ts';
import { personOf, type Route, type WebContext } from '../http/route.ts';
import { shortName } from '../intake/scheme-name.ts';
import { messageIn } from '../locales/index.ts';
import { type ChosenSpotView, RecallFormPage, type RecallFormPageView } from './recall-form-page.tsx';

const act = { who: ['traffic', 'headOffice', 'admin'], owner: 'reach', kind: 'page' } as const;

export const recallRoutes: readonly Route[] = [
  {
    ...act,
    method: 'GET',
    path: '/delivery/recalls/new',
    summary: 'Choose a spot to call back (?q=, ?house=)',
    handler: (c) => (c.req.query('house') ? showChosen(c, emptyForm(c.req.query('house') ?? '')) : showChoices(c)),
  },
  { ...act, method: 'POST', path: '/delivery/recalls', summary: 'Call a spot back', handler: recall },
  {
    ...act,
    method: 'POST',
    path: '/delivery/recalls/:recallId/lift',
    summary: 'Let a spot that the department called back run again',
    handler: lift,
  },
];

const CHOICES = 20;
/** How many approved spots are searched; newest first. */
const SEARCHED = 500;

const text = z
  .string()
  .max(300)
  .default('')
  .transform((words) => words.trim());
const number = text.transform((words) => words.toUpperCase());
const recallForm = z.object({
  house: number,
  number,
  reason: text,
  ground: z.enum(RECALL_GROUNDS).optional().catch(undefined),
});
type Typed = z.infer<typeof recallForm>;

function emptyForm(house: string): Typed {
  return recallForm.parse({ house });
}

function show(c: WebContext, view: RecallFormPageView, status: 200 | 422 = 200) {
  return c.html(<RecallFormPage context={pageContext(c)} view={view} />, status);
}

function showChoices(c: WebContext, refusal?: Refusal) {
  const query = (c.req.query('q') ?? '').trim().slice(0, 100);
  const why = refusal && messageIn(c.get('language'), refusal.user, refusal.params);
  return show(c, { query, choices: findChoices(c, query), refusal: why }, refusal ? 422 : 200);
}

/** Approved cuts in reach whose number or person's name holds what was typed. */
function findChoices(c: WebContext, query: string): RecallFormPageView['choices'] {
  const { rows } = c.get('app').catalogue;
  const wanted = query.toUpperCase();
  const found = listSpots(rows, personOf(c), { states: ['approved'], limit: SEARCHED }).flatMap((spot) => {
    const { name, village } = spot.document;
    return listCuts(rows, spot.id).flatMap(({ state, recalledAt, houseNumber: house }) => {
      if (state !== 'approved' || recalledAt || !house) return [];
      if (![house, name, village].some((words) => words.toUpperCase().includes(wanted))) return [];
      const scheme = shortName(findScheme(rows, spot.scheme), c.get('language'));
      return [{ house, name, scheme, href: `/delivery/recalls/new?house=${house}` }];
    });
  });
  return found.slice(0, CHOICES);
}

function showChosen(c: WebContext, typed: Typed, why: ChosenSpotView['why'] = {}) {
  const effect = previewRecall(c.get('app'), personOf(c), typed.house);
  if (!effect.ok) return showChoices(c, effect.refusal);
  const chosen = viewChosen(c, typed, effect.value, why);
  return show(c, { query: '', choices: [], chosen }, Object.keys(why).length > 0 ? 422 : 200);
}

function viewChosen(c: WebContext, typed: Typed, effect: RecallEffect, why: ChosenSpotView['why']): ChosenSpotView {
  const { rows } = c.get('app').catalogue;
  const t = c.get('t');
  const name = listCutNames(rows, [effect.cutId]).get(effect.cutId);
  return {
    house: typed.house,
    name: [name?.name, name?.village].filter(Boolean).join(', '),
    scheme: shortName(name && findScheme(rows, name.scheme), c.get('language')),
    operators: effect.operators,
    plays: effect.plays,
    grounds: RECALL_GROUNDS.map((value) => ({ value, label: t(`recall.ground.${value}`) })),
    typed: { ground: typed.ground ?? '', reason: typed.reason, number: typed.number },
    why,
  };
}

/** Nothing is done until the number was typed as it stands on the page. */
async function recall(c: WebContext) {
  const typed = recallForm.parse(await c.req.parseBody());
  const { house, ground, reason } = typed;
  const t = c.get('t');
  if (!ground) return showChosen(c, typed, { ground: t('recall.chooseGround') });
  if (typed.number !== house) return showChosen(c, typed, { number: t('recall.wrongNumber', { number: house }) });
  const done = recallByDepartment(c.get('app'), personOf(c), { house, ground, reason });
  if (done.ok) return c.redirect(`/delivery/recalls/${done.value.recallId}?done=recalled&n=${done.value.plays}`, 303);
  const { code, user, params } = done.refusal;
  if (code !== 'recall.sayWhy') return showChoices(c, done.refusal);
  return showChosen(c, typed, { reason: messageIn(c.get('language'), user, params) });
}

function lift(c: WebContext) {
  const recallId = c.req.param('recallId') ?? '';
  const { plays } = unwrap(liftRecall(c.get('app'), personOf(c), recallId));
  return c.redirect(`/delivery/recalls/${recallId}?done=lifted&n=${plays}`, 303);
}
