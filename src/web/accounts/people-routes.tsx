import { z } from 'zod';
import {
  inviteAgain,
  invitePerson,
  listPeople,
  newPerson,
  type Person,
  setPersonDisabled,
} from '../../domain/accounts/index.ts';
import { findDistrict, findDivision, findPlaces, listDistricts, listDivisions } from '../../domain/directory/index.ts';
import type { Rows } from '../../kernel/catalogue.ts';
import { isId } from '../../kernel/ids.ts';
import { NotFoundError } from '../../kernel/not-found.ts';
import { unwrap } from '../../kernel/refusal.ts';
import { pageContext } from '../http/page-context.ts';
import { personOf, type Route, type WebContext } from '../http/route.ts';
import { messageIn } from '../locales/index.ts';
import { PeoplePage, type PeopleView } from './people-page.tsx';

const admin = { who: ['admin'], owner: 'reach', kind: 'page' } as const;

export const peopleRoutes: readonly Route[] = [
  { ...admin, method: 'GET', path: '/people', summary: 'People in reach', handler: (c) => showPeople(c, {}) },
  { ...admin, method: 'POST', path: '/people', summary: 'Invite somebody', handler: invite },
  { ...admin, method: 'POST', path: '/people/:personId/invite', summary: 'New link', handler: newLink },
  {
    ...admin,
    method: 'POST',
    path: '/people/:personId/disable',
    summary: 'Shut out',
    handler: (c) => setDisabled(c, true),
  },
  {
    ...admin,
    method: 'POST',
    path: '/people/:personId/enable',
    summary: 'Let in again',
    handler: (c) => setDisabled(c, false),
  },
];

// 50 and "more": the list is looked through, not read.
const SHOWN = 50;
const form = z.object({ name: z.string(), login: z.string(), role: z.string(), place: z.string() });

function showPeople(
  c: WebContext,
  extra: Partial<Pick<PeopleView, 'typed' | 'why' | 'link'>>,
  status: 200 | 422 = 200,
) {
  const { rows } = c.get('app').catalogue;
  const asker = personOf(c);
  const query = c.req.query('q')?.trim().slice(0, 100) || undefined;
  const limit = Math.min(2000, Math.max(SHOWN, Number(c.req.query('n')) || SHOWN));
  const found = findPeople(query, listPeople(rows, asker));
  const people = found.slice(0, limit).map((person) => ({
    id: person.id,
    login: person.login,
    name: person.name,
    role: person.role,
    place: placeName(c, rows, person),
    state: person.disabled ? ('disabled' as const) : person.invited ? ('invited' as const) : ('active' as const),
    own: person.id === asker.id,
  }));
  const next = new URLSearchParams({ ...(query && { q: query }), n: String(limit + SHOWN) });
  const moreHref = found.length > people.length ? `/people?${next}` : undefined;
  const more = { shown: people.length, total: found.length, moreHref };
  const view: PeopleView = { query, people, more, places: listPlaces(c, rows, asker), typed: {}, ...extra };
  return c.html(<PeoplePage context={pageContext(c)} view={view} />, status);
}

/** By name as it sounds, or by log-in. */
function findPeople(query: string | undefined, people: ReturnType<typeof listPeople>): ReturnType<typeof listPeople> {
  if (!query) return people;
  const called = people.map((person) => ({
    person,
    code: person.login.toUpperCase(),
    hi: person.name,
    en: person.login,
  }));
  return findPlaces(query, called, people.length).map(({ person }) => person);
}

async function invite(c: WebContext) {
  const typed = form.parse(await c.req.parseBody());
  const [reachKind, reachCode] = typed.place.split(':');
  const wanted = newPerson.safeParse({ ...typed, reachKind, reachCode });
  if (!wanted.success) return showPeople(c, { typed, why: c.get('t')('error.badRequest') }, 422);
  const decision = invitePerson(c.get('app'), personOf(c), wanted.data);
  if (decision.ok) return showPeople(c, { link: linkOf(c, decision.value.token) });
  const { user, params } = decision.refusal;
  return showPeople(c, { typed, why: messageIn(c.get('language'), user, params) }, 422);
}

function newLink(c: WebContext) {
  const person = listPeople(c.get('app').catalogue.rows, personOf(c)).find((p) => p.id === c.req.param('personId'));
  if (!person) throw new NotFoundError('person');
  return showPeople(c, { link: linkOf(c, inviteAgain(c.get('app'), personOf(c), person.login).token) });
}

function setDisabled(c: WebContext, disabled: boolean) {
  const personId = c.req.param('personId') ?? '';
  if (!isId(personId)) throw new NotFoundError('person');
  unwrap(setPersonDisabled(c.get('app'), personOf(c), personId, disabled));
  return c.redirect('/people', 303);
}

function linkOf(c: WebContext, token: string): string {
  return new URL(`/invitation/${token}`, c.get('app').config.publicUrl).href;
}

function placeName(c: WebContext, rows: Rows, { reach }: Person): string {
  const [t, language] = [c.get('t'), c.get('language')];
  if (reach.kind === 'state') return t('reach.state');
  const place = reach.kind === 'district' ? findDistrict(rows, reach.code) : findDivision(rows, reach.code);
  return t(`reach.${reach.kind}`, { name: place?.[language] ?? reach.code });
}

/** The reaches that an administrator may give: their own and everything inside it. */
function listPlaces(c: WebContext, rows: Rows, { reach, districts: codes }: Person) {
  const [t, language] = [c.get('t'), c.get('language')];
  const own = listDistricts(rows, codes);
  const divisions = listDivisions(rows).filter(
    (d) => reach.kind === 'state' || (reach.kind === 'division' && reach.code === d.code),
  );
  return [
    ...own.map((d) => ({ value: `district:${d.code}`, label: t('reach.district', { name: d[language] }) })),
    ...divisions.map((d) => ({ value: `division:${d.code}`, label: t('reach.division', { name: d[language] }) })),
    ...(reach.kind === 'state' ? [{ value: 'state', label: t('reach.state') }] : []),
  ];
}
