import { listDistricts, listOperators } from '../../domain/directory/index.ts';
import { listCuts, listSpots } from '../../domain/spots/index.ts';
import { DAYPART_NAMES, type FlightEffect, listReachedChannels, type Missing } from '../../domain/traffic/index.ts';
import { addDays, broadcastDay, broadcastDayOf } from '../../kernel/broadcast-day.ts';
import type { Choice } from '../frame/field.tsx';
import { formatCount, formatDay, formatDayAndMonth, formatWeekday } from '../frame/format.ts';
import { personOf, type WebContext } from '../http/route.ts';
import { messageIn } from '../locales/index.ts';
import type { FlightEffectView, FlightFormView } from './flight-form.tsx';
import type { Faults, TypedFlight } from './typed-flight.ts';

// As many as a day's breaks take of one film without wearing people out.
const TIMES = ['1', '2', '3', '4', '5', '6', '8', '10', '12'];
const GAPS = ['0', '30', '60', '120', '180'];
const MOST_SUGGESTED = 100;
const MOST_REASONS = 4;

/** The form with what may be chosen in the person's reach; `typed` keeps what was written. */
export function viewFlightForm(
  c: WebContext,
  given: { typed?: TypedFlight | undefined; faults?: Faults; effect?: FlightEffect | undefined } = {},
): FlightFormView {
  const [language, t] = [c.get('language'), c.get('t')];
  const why: FlightFormView['why'] = Object.fromEntries(
    Object.entries(given.faults ?? {}).map(([field, refusal]) => [
      field,
      messageIn(language, refusal.user, refusal.params),
    ]),
  );
  return {
    action: '/traffic/flights',
    typed: given.typed ?? emptyFlight(c),
    spots: suggestSpots(c),
    dayparts: DAYPART_NAMES.map((value) => ({ value, label: t(`daypart.${value}`) })),
    weekdays: Array.from({ length: 7 }, (_, at) => ({
      value: String(at),
      // A week that begins on a Monday.
      label: formatWeekday(addDays(broadcastDay('2026-11-23'), at), language, 'short'),
    })),
    timesPerDay: TIMES.map((value) => ({ value, label: t('flight.times', { n: value }) })),
    gaps: GAPS.map((value) => ({ value, label: value === '0' ? t('flight.gapNone') : t('flight.gap', { n: value }) })),
    priorities: (['1', '5', '9'] as const).map((value) => ({ value, label: t(`flight.priority${value}`) })),
    channels: listPlaces(c),
    effect: given.effect && viewEffect(c, given.effect),
    why,
  };
}

function emptyFlight(c: WebContext): TypedFlight {
  const { clock, config } = c.get('app');
  const tomorrow = addDays(broadcastDayOf(clock.now(), config.dayClock), 1);
  const [from, until] = [formatDay(tomorrow), formatDay(addDays(tomorrow, 6))];
  const choices = { dayparts: [], weekdays: [], timesPerDay: '3', minGap: '60', priority: '5', channels: 'all' };
  return { spot: c.req.query('spot') ?? '', from, until, ...choices };
}

function suggestSpots(c: WebContext): string[] {
  const { rows } = c.get('app').catalogue;
  const spots = listSpots(rows, personOf(c), { states: ['approved'], limit: MOST_SUGGESTED });
  return spots.flatMap((spot) =>
    listCuts(rows, spot.id)
      .filter((cut) => cut.state === 'approved' && !cut.recalledAt)
      .map((cut) => `${cut.houseNumber} · ${spot.document.name}`),
  );
}

/** Everything; then districts, operators, channels and kinds of channels, where there is more than one. */
function listPlaces(c: WebContext): Choice[] {
  const { rows } = c.get('app').catalogue;
  const [language, t, { districts }] = [c.get('language'), c.get('t'), personOf(c)];
  const channels = listReachedChannels(rows, districts);
  const served = new Set(channels.map((channel) => channel.district));
  const tags = [...new Set(channels.flatMap((channel) => channel.tags))].sort();
  const groups = [
    listDistricts(rows, [...served]).map((one) => ({
      value: `district:${one.code}`,
      label: t('flight.inDistrict', { name: one[language] }),
    })),
    tags.map((tag) => ({ value: `tag:${tag}`, label: t('flight.ofTag', { name: tag }) })),
    listOperators(rows, districts).map(({ id, settings }) => ({
      value: `operator:${id}`,
      label: settings.names[language],
    })),
    channels.map(({ id, name }) => ({ value: `channel:${id}`, label: name })),
  ];
  const all = { value: 'all', label: t('flight.everywhere', { n: formatCount(channels.length) }) };
  return [all, ...groups.filter((group) => group.length > 1).flat()];
}

function viewEffect(c: WebContext, effect: FlightEffect): FlightEffectView {
  const { missing, ...counts } = effect;
  const groups = [...Map.groupBy(missing, (one) => `${one.reason} ${one.channelId}`).values()];
  const sums = groups.map((group) => ({ group, n: sumOf(group) })).sort((a, b) => b.n - a.n);
  const shown = sums.slice(0, MOST_REASONS).map(({ group, n }) => ({ n, why: sayWhy(c, group) }));
  const rest = sums.slice(MOST_REASONS).reduce((sum, { n }) => sum + n, 0);
  return { ...counts, reasons: rest > 0 ? [...shown, { n: rest, why: c.get('t')('flight.whyOther') }] : shown };
}

function sumOf(missing: readonly Missing[]): number {
  return missing.reduce((sum, one) => sum + one.missing, 0);
}

/** "मालवा 24, 2 दिन: ब्रेक भरे हैं". */
function sayWhy(c: WebContext, [first, ...others]: readonly Missing[]): string {
  if (!first) return '';
  const [language, t] = [c.get('language'), c.get('t')];
  const channel = channelNames(c).get(first.channelId) ?? first.channelId;
  const days =
    others.length === 0
      ? formatDayAndMonth(first.day, language)
      : t('flight.whyDays', { n: new Set([first, ...others].map((one) => one.day)).size });
  return `${channel}, ${days}: ${t(`flight.why.${first.reason}`)}`;
}

/** Names of the channels in reach by id. */
export function channelNames(c: WebContext): ReadonlyMap<string, string> {
  const channels = listReachedChannels(c.get('app').catalogue.rows, personOf(c).districts);
  return new Map(channels.map(({ id, name }) => [id, name]));
}
