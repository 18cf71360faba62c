import {
  getOperator,
  listChannels,
  listDistricts,
  listOperators,
  saveChannel,
  saveOperator,
} from '../../domain/directory/index.ts';
import { StaleVersionError } from '../../kernel/etag.ts';
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
import { OperatorsPage } from './operators-page.tsx';

const page = { who: ['admin'], owner: 'reach', kind: 'page' } as const;

export const operatorsPageRoutes: readonly Route[] = [
  { ...page, method: 'GET', path: '/admin/operators', summary: 'Operators in reach', handler: (c) => showList(c) },
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
type Status = 200 | 412 | 422;

async function showList(c: WebContext, typed = EMPTY, why?: string, status: Status = 200) {
  const { rows } = c.get('app').catalogue;
  const found = listOperators(rows, personOf(c).districts);
  const operators = found.map(({ id, name, district }) => ({ id, name, district }));
  const view = { operators, form: { typed, why, ...(await choicesOf(c)) } };
  return c.html(<OperatorsPage context={pageContext(c)} view={view} />, status);
}

async function choicesOf(c: WebContext) {
  const districts = listDistricts(c.get('app').catalogue.rows, personOf(c).districts);
  const named = districts.map((one) => ({ value: one.code, label: one[c.get('language')] }));
  return { districts: named, ...(await operatorChoices(c)) };
}

async function addOperator(c: WebContext) {
  const typed = operatorTyped.parse(await c.req.parseBody());
  const read = await readOperatorForm(c, typed);
  if ('why' in read) return showList(c, typed, read.why, 422);
  const saved = saveOperator(c.get('app'), personOf(c), read.value, undefined);
  if (!saved.ok) return showList(c, typed, sentence(c, saved), 422);
  return c.redirect(`/admin/operators/${typed.id}`, 303);
}

async function showOne(
  c: WebContext,
  extra: Partial<Pick<OperatorView, 'channelTyped' | 'channelWhy'>> & { typed?: OperatorTyped; why?: string } = {},
  status: Status = 200,
) {
  const { rows } = c.get('app').catalogue;
  const operator = getOperator(rows, personOf(c), c.req.param('operatorId') ?? '');
  const { names, delivery, playlists } = operator.settings;
  const stored: OperatorTyped = {
    id: operator.id,
    ...names,
    district: operator.district,
    phone: operator.phone ?? '',
    delivery: delivery.join(' '),
    playlists: playlists.join(' '),
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
  const form = { typed: { ...stored, ...typed, version: stored.version }, why, ...(await choicesOf(c)) };
  return c.html(<OperatorPage context={pageContext(c)} view={{ form, channels, ...channel }} />, status);
}

async function editOperator(c: WebContext) {
  const operator = getOperator(c.get('app').catalogue.rows, personOf(c), c.req.param('operatorId') ?? '');
  const typed = { ...operatorTyped.parse(await c.req.parseBody()), id: operator.id };
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

function orStale<T>(save: () => T): T | 'stale' {
  try {
    return save();
  } catch (error) {
    if (error instanceof StaleVersionError) return 'stale';
    throw error;
  }
}

function sentence(c: WebContext, refused: Decision<void>): string {
  return refused.ok ? '' : messageIn(c.get('language'), refused.refusal.user, refused.refusal.params);
}
