import {
  findDistrict,
  findDivision,
  findPlaces,
  listDivisions,
  listEveryDistrict,
  savePlace,
} from '../../domain/directory/index.ts';
import { broadcastDayOf } from '../../kernel/broadcast-day.ts';
import { NotFoundError } from '../../kernel/not-found.ts';
import { pageContext } from '../http/page-context.ts';
import type { Route, WebContext } from '../http/route.ts';
import { messageIn } from '../locales/index.ts';
import { orStale } from './or-stale.ts';
import { type PlaceKind, type PlaceTyped, placeTyped, readPlaceForm } from './place-form.ts';
import { PlacePage, type PlacePageView } from './place-page.tsx';
import { PlacesPage } from './places-page.tsx';
import { stateWidePerson } from './state-wide.ts';

const page = { who: ['admin'], owner: 'none', kind: 'page' } as const;

export const placesPageRoutes: readonly Route[] = [
  { ...page, method: 'GET', path: '/admin/places', summary: 'Divisions and districts', handler: showList },
  { ...page, method: 'GET', path: '/admin/places/new', summary: 'A new place', handler: showNew },
  ...formRoutes('district'),
  ...formRoutes('division'),
];

function formRoutes(kind: PlaceKind): Route[] {
  const path = `/admin/${kind}s`;
  return [
    { ...page, method: 'POST', path, summary: `Add a ${kind}`, handler: (c) => addPlace(c, kind) },
    { ...page, method: 'GET', path: `${path}/:code`, summary: `A ${kind}`, handler: (c) => showOne(c, kind) },
    { ...page, method: 'POST', path: `${path}/:code`, summary: `Change a ${kind}`, handler: (c) => editPlace(c, kind) },
  ];
}

function showList(c: WebContext) {
  stateWidePerson(c);
  const { rows } = c.get('app').catalogue;
  const query = c.req.query('q')?.trim().slice(0, 100) || undefined;
  const [every, divisions] = [listEveryDistrict(rows), listDivisions(rows)];
  const found = new Set((query ? findPlaces(query, [...every, ...divisions], 200) : []).map(({ code }) => code));
  const shown = divisions.flatMap(({ code, hi, en }) => {
    const own = every.filter((district) => district.division === code);
    const districts = !query || found.has(code) ? own : own.filter((district) => found.has(district.code));
    return !query || found.has(code) || districts.length > 0 ? [{ code, hi, en, districts }] : [];
  });
  return c.html(<PlacesPage context={pageContext(c)} view={{ query, divisions: shown }} />);
}

function showNew(c: WebContext) {
  stateWidePerson(c);
  const kind = c.req.query('kind') === 'division' ? 'division' : 'district';
  return showForm(c, { kind, typed: placeTyped.parse({}), why: {} });
}

function showOne(c: WebContext, kind: PlaceKind) {
  stateWidePerson(c);
  const said =
    c.req.query('said') === 'saved' ? { tone: 'ok' as const, text: c.get('t')('directory.saved') } : undefined;
  return showForm(c, { kind, typed: typePlace(placeOf(c, kind)), why: {}, said });
}

async function addPlace(c: WebContext, kind: PlaceKind) {
  stateWidePerson(c);
  return save(c, kind, { ...placeTyped.parse(await c.req.parseBody()), version: '' });
}

async function editPlace(c: WebContext, kind: PlaceKind) {
  stateWidePerson(c);
  const { code, version } = placeOf(c, kind);
  const typed = { ...placeTyped.parse(await c.req.parseBody()), code };
  return save(c, kind, { ...typed, version: /^\d{1,9}$/.test(typed.version) ? typed.version : '0' }, version);
}

async function save(c: WebContext, kind: PlaceKind, typed: PlaceTyped, standing?: number) {
  const read = readPlaceForm(kind, typed, todayOf(c));
  if ('faults' in read) return showForm(c, { kind, typed, why: whyOf(c, read.faults) }, 422);
  const version = standing === undefined ? undefined : Number(typed.version);
  const done = orStale(() => savePlace(c.get('app'), stateWidePerson(c), read.wish, version));
  if (done === 'stale') {
    const said = { tone: 'bad' as const, text: c.get('t')('admin.stale') };
    return showForm(c, { kind, typed: { ...typed, version: String(standing) }, why: {}, said }, 412);
  }
  if (!done.ok) {
    const { user, params } = done.refusal;
    return showForm(c, { kind, typed, why: { code: messageIn(c.get('language'), user, params) } }, 422);
  }
  return c.redirect(`/admin/${kind}s/${typed.code}?said=saved`, 303);
}

function placeOf(c: WebContext, kind: PlaceKind) {
  const [{ rows }, code] = [c.get('app').catalogue, c.req.param('code') ?? ''];
  const district = kind === 'district' ? findDistrict(rows, code) : undefined;
  const place = kind === 'district' ? district : findDivision(rows, code);
  if (!place) throw new NotFoundError(kind);
  return { ...place, division: district?.division ?? '' };
}

function typePlace({ code, hi, en, source, checkedOn, division, version }: ReturnType<typeof placeOf>): PlaceTyped {
  return { code, hi, en, source, checkedOn, division, version: String(version) };
}

function whyOf(c: WebContext, faults: readonly (keyof PlaceTyped)[]): PlacePageView['why'] {
  const t = c.get('t');
  const sentences: PlacePageView['why'] = {
    code: t('scheme.why.code'),
    hi: t('scheme.why.hindi'),
    en: t('scheme.why.english'),
    checkedOn: t('scheme.why.checkedOn'),
  };
  return Object.fromEntries(faults.map((field) => [field, sentences[field] ?? t('scheme.why.source')]));
}

function todayOf(c: WebContext): string {
  const { config, clock } = c.get('app');
  return broadcastDayOf(clock.now(), { ...config.dayClock, dayStartMinutes: 0 });
}

function showForm(c: WebContext, form: Omit<PlacePageView, 'divisions' | 'today'>, status: 200 | 412 | 422 = 200) {
  const language = c.get('language');
  const divisions = listDivisions(c.get('app').catalogue.rows).map((one) => ({
    value: one.code,
    label: one[language],
  }));
  return c.html(<PlacePage context={pageContext(c)} view={{ ...form, divisions, today: todayOf(c) }} />, status);
}
