import {
  findScheme,
  findSchemes,
  listEveryScheme,
  readStandingLook,
  STATE,
  saveScheme,
} from '../../domain/directory/index.ts';
import { LOOKS } from '../../domain/spots/index.ts';
import { broadcastDayOf } from '../../kernel/broadcast-day.ts';
import { NotFoundError } from '../../kernel/not-found.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { pageContext } from '../http/page-context.ts';
import type { Route, WebContext } from '../http/route.ts';
import { messageIn } from '../locales/index.ts';
import { orStale } from './or-stale.ts';
import {
  NEW_SCHEME,
  readSchemeForm,
  type SchemeField,
  type SchemeTyped,
  schemeTyped,
  typeScheme,
} from './scheme-form.ts';
import { SchemePage, type SchemeView } from './scheme-page.tsx';
import { SchemesPage } from './schemes-page.tsx';
import { stateWidePerson } from './state-wide.ts';

const page = { who: ['admin'], owner: 'none', kind: 'page' } as const;

export const schemesPageRoutes: readonly Route[] = [
  { ...page, method: 'GET', path: '/admin/schemes', summary: 'Every scheme', handler: showList },
  { ...page, method: 'GET', path: '/admin/schemes/new', summary: 'A new scheme', handler: showNew },
  { ...page, method: 'POST', path: '/admin/schemes', summary: 'Add a scheme', handler: addScheme },
  { ...page, method: 'GET', path: '/admin/schemes/:code', summary: 'A scheme', handler: (c) => showOne(c) },
  { ...page, method: 'POST', path: '/admin/schemes/:code', summary: 'Change a scheme', handler: editScheme },
];

function showList(c: WebContext) {
  stateWidePerson(c);
  const language = c.get('language');
  const query = c.req.query('q')?.trim().slice(0, 100) || undefined;
  const every = listEveryScheme(c.get('app').catalogue.rows);
  const found = query ? findSchemes(query, every, every.length) : every;
  const schemes = found.map(({ code, names, department, helpline, checkedOn, colour, hidden }) => ({
    ...{ code, helpline, checkedOn, colour, hidden },
    name: names[language][0] ?? code,
    department: department[language],
  }));
  return c.html(<SchemesPage context={pageContext(c)} view={{ query, schemes }} />);
}

function showNew(c: WebContext) {
  stateWidePerson(c);
  return showForm(c, { typed: NEW_SCHEME, why: {} });
}

function showOne(c: WebContext) {
  stateWidePerson(c);
  const scheme = schemeOf(c);
  const said =
    c.req.query('said') === 'saved' ? { tone: 'ok' as const, text: c.get('t')('directory.saved') } : undefined;
  return showForm(c, { typed: typeScheme(scheme), why: {}, said });
}

async function addScheme(c: WebContext) {
  stateWidePerson(c);
  return save(c, { ...schemeTyped.parse(await c.req.parseBody()), version: '' });
}

async function editScheme(c: WebContext) {
  stateWidePerson(c);
  const { code, version } = schemeOf(c);
  const typed = { ...schemeTyped.parse(await c.req.parseBody()), code };
  // Who sends no version that we gave out has not seen what stands: they are shown it.
  return save(c, { ...typed, version: /^\d{1,9}$/.test(typed.version) ? typed.version : '0' }, version);
}

/** Saves what was typed, or shows it again with what is wrong; after somebody else's change, on the version that stands now. */
async function save(c: WebContext, typed: SchemeTyped, standing?: number) {
  const read = readSchemeForm(typed);
  if ('faults' in read) return showForm(c, { typed, why: whyOf(c, read.faults) }, 422);
  const { catalogue, config } = c.get('app');
  const version = standing === undefined ? undefined : Number(typed.version);
  const parts = { catalogue, dayClock: config.dayClock };
  const done = orStale(() => saveScheme(parts, stateWidePerson(c), read.wish, version));
  if (done === 'stale') {
    const said = { tone: 'bad' as const, text: c.get('t')('admin.stale') };
    return showForm(c, { typed: { ...typed, version: String(standing) }, why: {}, said }, 412);
  }
  if (!done.ok) return showForm(c, { typed, why: refusedField(c, done.refusal) }, 422);
  return c.redirect(`/admin/schemes/${typed.code}?said=saved`, 303);
}

function schemeOf(c: WebContext) {
  const scheme = findScheme(c.get('app').catalogue.rows, c.req.param('code') ?? '');
  if (!scheme) throw new NotFoundError('scheme');
  return scheme;
}

function whyOf(c: WebContext, faults: readonly SchemeField[]): SchemeView['why'] {
  const t = c.get('t');
  const sentences = {
    code: t('scheme.why.code'),
    namesHi: t('scheme.why.hindi'),
    departmentHi: t('scheme.why.hindi'),
    benefitHi: t('scheme.why.hindi'),
    officeHi: t('scheme.why.hindi'),
    namesEn: t('scheme.why.english'),
    departmentEn: t('scheme.why.english'),
    benefitEn: t('scheme.why.english'),
    officeEn: t('scheme.why.english'),
    helpline: t('scheme.why.helpline'),
    url: t('scheme.why.url'),
    colour: t('scheme.why.colour'),
    checkedOn: t('scheme.why.checkedOn'),
  };
  const known: SchemeView['why'] = sentences;
  return Object.fromEntries(faults.map((field) => [field, known[field] ?? t('scheme.why.source')]));
}

function refusedField(c: WebContext, refusal: Refusal): SchemeView['why'] {
  const sentence = messageIn(c.get('language'), refusal.user, refusal.params);
  return refusal.code === 'directory.taken' ? { code: sentence } : { checkedOn: sentence };
}

async function showForm(
  c: WebContext,
  form: Pick<SchemeView, 'typed' | 'why'> & Partial<Pick<SchemeView, 'said'>>,
  status: 200 | 412 | 422 = 200,
) {
  const { blobs, catalogue, config, clock } = c.get('app');
  const looks = await Promise.all(
    LOOKS.map(async (look) => ({
      look,
      colours: (await readStandingLook({ catalogue, blobs, projectRoot: config.projectRoot }, look, STATE)).look
        .colours,
    })),
  );
  const today = broadcastDayOf(clock.now(), { ...config.dayClock, dayStartMinutes: 0 });
  return c.html(<SchemePage context={pageContext(c)} view={{ ...form, colourRules: looks, today }} />, status);
}
