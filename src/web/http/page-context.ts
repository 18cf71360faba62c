import type { App } from '../../app.ts';
import type { Person, Role } from '../../domain/accounts/index.ts';
import { findDistrict, findDivision } from '../../domain/directory/index.ts';
import type { NavPlace, PageContext, Place } from '../frame/context.ts';
import type { Language, Translate } from '../locales/index.ts';
import { listNotices } from '../notices/list-notices.ts';
import { assetUrl } from './assets.ts';
import type { WebContext } from './route.ts';

/** What the frame of every page needs to know of this request. */
export function pageContext(c: WebContext): PageContext {
  const app = c.get('app');
  const person = c.get('person');
  const [language, t] = [c.get('language'), c.get('t')];
  const url = new URL(c.req.url);
  return {
    language,
    t,
    now: app.clock.now(),
    path: `${url.pathname}${url.search}`,
    csrfToken: c.get('session')?.csrfToken ?? '',
    assets: (name) => assetUrl(app, name),
    pageScript: app.assets.has('page.island.js') ? assetUrl(app, 'page.island.js') : undefined,
    person: person && {
      name: person.name,
      role: describeReach(app, person, language, t),
      places: placesOf(person.role),
      unreadNotices: listNotices(app, person).reduce((sum, notice) => sum + notice.count, 0),
    },
  };
}

const HREFS: Readonly<Record<Place, string>> = {
  clips: '/',
  spots: '/spots',
  review: '/review',
  traffic: '/traffic',
  delivery: '/delivery',
  airing: '/airing',
  reports: '/reports',
};

// The stations that each role works at; the first four stand on a phone.
const PLACES: Readonly<Record<Role, readonly Place[]>> = {
  staff: ['clips', 'spots', 'airing', 'reports'],
  reviewer: ['review', 'spots', 'clips', 'reports'],
  traffic: ['traffic', 'delivery', 'airing', 'reports'],
  airing: ['airing', 'delivery', 'reports'],
  headOffice: ['reports', 'airing', 'review', 'spots', 'traffic', 'delivery'],
  auditor: ['reports', 'airing', 'spots', 'review', 'traffic', 'delivery', 'clips'],
  admin: ['clips', 'review', 'traffic', 'airing', 'spots', 'delivery', 'reports'],
};

/** Where a role's day begins: the address after a log-in. */
export function firstStation(role: Role): string {
  const [first = 'clips'] = PLACES[role];
  return HREFS[first];
}

const LINE: readonly Place[] = ['clips', 'spots', 'review', 'traffic', 'delivery', 'airing', 'reports'];

function placesOf(role: Role): NavPlace[] {
  const own = PLACES[role];
  return LINE.filter((place) => own.includes(place)).map((place) => ({
    place,
    href: HREFS[place],
    phone: own.indexOf(place) < 4,
  }));
}

function describeReach(app: App, person: Person, language: Language, t: Translate): string {
  const { rows } = app.catalogue;
  if (person.reach.kind === 'state') return t(`role.${person.role}`);
  const place =
    person.reach.kind === 'district' ? findDistrict(rows, person.reach.code) : findDivision(rows, person.reach.code);
  return t(person.reach.kind === 'district' ? 'reach.district' : 'reach.division', {
    name: place?.[language] ?? person.reach.code,
  });
}
