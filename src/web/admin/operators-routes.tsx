import {
  findPlaces,
  getOperator,
  listChannels,
  listDistricts,
  listOperators,
  type Operator,
  saveChannel,
  saveOperator,
} from '../../domain/directory/index.ts';
import { commonChoice, listBasePresets, readVariant } from '../../engine/film/preset-variants.ts';
import { toSeconds } from '../../kernel/frames.ts';
import type { Decision } from '../../kernel/refusal.ts';
import { pageContext } from '../http/page-context.ts';
import { personOf, type Route, type WebContext } from '../http/route.ts';
import { messageIn } from '../locales/index.ts';
import {
  type ChannelTyped,
  channelTyped,
  type OperatorTyped,
  operatorChoices,
  operatorTyped,
  readChannelForm,
  readOperatorForm,
} from './operator-form.ts';
import { OperatorPage, type OperatorView } from './operator-page.tsx';
import { NewOperatorPage, OperatorsPage } from './operators-page.tsx';
import { orStale } from './or-stale.ts';

const page = { who: ['admin'], owner: 'reach', kind: 'page' } as const;

export const operatorsPageRoutes: readonly Route[] = [
  { ...page, method: 'GET', path: '/admin/operators', summary: 'Operators in reach', handler: showList },
  { ...page, method: 'GET', path: '/admin/operators/new', summary: 'A new operator', handler: (c) => showNew(c) },
  { ...page, method: 'POST', path: '/admin/operators', summary: 'Add an operator', handler: addOperator },
  { ...page, method: 'GET', path: '/admin/operators/:operatorId', summary: 'An operator', handler: (c) => showOne(c) },
  {
    ...page,
    method: 'POST',
    path: '/admin/operators/:operatorId',
    summary: 'Change an operator',
    handler: editOperator,
  },
  {
    ...page,
    method: 'POST',
    path: '/admin/operators/:operatorId/channels',
    summary: 'Add or change a channel',
    handler: editChannel,
  },
];

const EMPTY: OperatorTyped = {
  id: '',
  hi: '',
  en: '',
  district: '',
  phone: '',
  delivery: '',
  playlists: '',
  version: '',
};
const PLAIN = { shape: 'full', motion: 'frames', slate: 'clean', fileNames: 'house' } as const;
type Status = 200 | 412 | 422;

// 50 and "more": the list is looked through, not read.
const SHOWN = 50;

function showList(c: WebContext) {
  const { rows } = c.get('app').catalogue;
  const mine = personOf(c).districts;
  const names = new Map(listDistricts(rows, mine).map((one) => [one.code, one[c.get('language')]]));
  const query = c.req.query('q')?.trim().slice(0, 100) || undefined;
  const limit = Math.min(2000, Math.max(SHOWN, Number(c.req.query('n')) || SHOWN));
  const found = findOperators(query, listOperators(rows, mine));
  const operators = found.slice(0, limit).map(({ id, name, district, phone }) => ({
    ...{ id, name, phone: phone ?? undefined },
    district: names.get(district) ?? district,
  }));
  const next = new URLSearchParams({ ...(query && { q: query }), n: String(limit + SHOWN) });
  const moreHref = found.length > operators.length ? `/admin/operators?${next}` : undefined;
  const more = { shown: operators.length, total: found.length, moreHref };
  return c.html(<OperatorsPage context={pageContext(c)} view={{ query, operators, more }} />);
}

/** By name as it sounds, by id, or by a part of the telephone number. */
function findOperators(query: string | undefined, operators: readonly Operator[]): readonly Operator[] {
  if (!query) return operators;
  const digits = query.replace(/[\s+-]/g, '');
  const called = operators.map((one) => ({ one, code: one.id.toUpperCase(), hi: one.name, en: one.settings.names.en }));
  const byName = findPlaces(query, called, operators.length).map(({ one }) => one);
  const byNumber = /^\d{3,}$/.test(digits) ? operators.filter(({ phone }) => phone?.includes(digits)) : [];
  return [...new Set([...byName, ...byNumber])];
}

async function showNew(c: WebContext, typed = EMPTY, why?: string, status: Status = 200) {
  const form = { typed: { ...PLAIN, ...typed }, why, ...(await choicesOf(c)) };
  return c.html(<NewOperatorPage context={pageContext(c)} form={form} />, status);
}

async function choicesOf(c: WebContext) {
  const districts = listDistricts(c.get('app').catalogue.rows, personOf(c).districts);
  const named = districts.map((one) => ({ value: one.code, label: one[c.get('language')] }));
  const { presets, playlists } = await operatorChoices(c);
  const delivery = listBasePresets(presets).map(({ name, title }) => ({
    value: name,
    label: title[c.get('language')],
  }));
  return { districts: named, presets, delivery, playlists };
}

async function addOperator(c: WebContext) {
  const typed = operatorTyped.parse(await c.req.parseBody({ all: true }));
  const read = await readOperatorForm(c, typed);
  if ('why' in read) return showNew(c, typed, read.why, 422);
  const saved = saveOperator(c.get('app'), personOf(c), read.value, undefined);
  if (!saved.ok) return showNew(c, typed, sentence(c, saved), 422);
  return c.redirect(`/admin/operators/${typed.id}`, 303);
}

async function showOne(
  c: WebContext,
  extra: Partial<Pick<OperatorView, 'channelTyped' | 'channelWhy'>> & { typed?: OperatorTyped; why?: string } = {},
  status: Status = 200,
) {
  const { rows } = c.get('app').catalogue;
  const operator = getOperator(rows, personOf(c), c.req.param('operatorId') ?? '');
  const { names, delivery, playlists, fileNames } = operator.settings;
  const stored: OperatorTyped = {
    id: operator.id,
    ...names,
    district: operator.district,
    phone: operator.phone ?? '',
    delivery: delivery.join(' '),
    playlists: playlists.join(' '),
    fileNames,
    version: String(operator.version),
  };
  const channels = listChannels(rows, [operator.id]).map((channel) => ({
    id: channel.id,
    name: channel.name,
    tags: channel.tags.join(' '),
    breaks: channel.breaks.map((one) => `${one.at} ${toSeconds(one.lengthFrames)} ${one.daypart}`).join('\n'),
    version: String(channel.version),
  }));
  const { typed, why, ...channel } = extra;
  // What was typed stays; it is saved on the version that stands now only when the person sends it again.
  const choices = await choicesOf(c);
  const chosen = commonChoice(choices.presets, delivery);
  const slate = delivery.some((name) => readVariant(name).slated) ? ('beside' as const) : ('clean' as const);
  const form = { typed: { ...stored, ...chosen, slate, ...typed, version: stored.version }, why, ...choices };
  return c.html(<OperatorPage context={pageContext(c)} view={{ form, channels, ...channel }} />, status);
}

async function editOperator(c: WebContext) {
  const operator = getOperator(c.get('app').catalogue.rows, personOf(c), c.req.param('operatorId') ?? '');
  const typed = { ...operatorTyped.parse(await c.req.parseBody({ all: true })), id: operator.id };
  const read = await readOperatorForm(c, typed);
  if ('why' in read) return showOne(c, { typed, why: read.why }, 422);
  const { value } = read;
  const done = orStale(() => saveOperator(c.get('app'), personOf(c), value, Number(typed.version) || 0));
  if (done === 'stale') return showOne(c, { typed, why: c.get('t')('admin.stale') }, 412);
  return c.redirect(`/admin/operators/${operator.id}`, 303);
}

async function editChannel(c: WebContext) {
  const operator = getOperator(c.get('app').catalogue.rows, personOf(c), c.req.param('operatorId') ?? '');
  const typed: ChannelTyped = channelTyped.parse(await c.req.parseBody());
  const read = readChannelForm(c, typed, { operatorId: operator.id, district: operator.district });
  if ('why' in read) return showOne(c, { channelTyped: typed, channelWhy: read.why }, 422);
  const { value } = read;
  const version = typed.version === '' ? undefined : Number(typed.version) || 0;
  const done = orStale(() => saveChannel(c.get('app'), personOf(c), value, version));
  if (done === 'stale') return showOne(c, { channelTyped: typed, channelWhy: c.get('t')('admin.stale') }, 412);
  if (!done.ok) return showOne(c, { channelTyped: typed, channelWhy: sentence(c, done) }, 422);
  return c.redirect(`/admin/operators/${operator.id}`, 303);
}

function sentence(c: WebContext, refused: Decision<void>): string {
  return refused.ok ? '' : messageIn(c.get('language'), refused.refusal.user, refused.refusal.params);
}
