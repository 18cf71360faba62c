import { z } from 'zod';
import { findCut, findSpot } from '../../domain/spots/index.ts';
import {
  getPlay,
  listMoveDays,
  movePlay,
  type Position,
  previewMoves,
  unlockPlay,
} from '../../domain/traffic/index.ts';
import { type BroadcastDay, broadcastDay, parseBroadcastDay } from '../../kernel/broadcast-day.ts';
import { frames } from '../../kernel/frames.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { formatTimecode } from '../../kernel/timecode.ts';
import { pageContext } from '../http/page-context.ts';
import { personOf, type Route, type WebContext } from '../http/route.ts';
import { messageIn } from '../locales/index.ts';
import { MovePage, type PlaceView } from './move-page.tsx';
import { trafficParts } from './traffic-parts.ts';

const changed = { who: ['traffic', 'admin'], owner: 'reach', kind: 'page' } as const;

/** Putting a play elsewhere: by the form, or by dragging on a channel's day, which sends the same form. */
export const moveRoutes: readonly Route[] = [
  {
    ...changed,
    method: 'GET',
    path: '/traffic/plays/:positionId/move',
    summary: 'Where a play could stand, and what that would break (?day=)',
    handler: (c) => show(c),
  },
  {
    ...changed,
    method: 'POST',
    path: '/traffic/plays/:positionId/move',
    summary: 'Put a play into another break and lock it there',
    handler: move,
  },
  {
    ...changed,
    method: 'POST',
    path: '/traffic/plays/:positionId/unlock',
    summary: 'Give a locked play back to the planner',
    handler: unlock,
  },
];

function playOf(c: WebContext) {
  return getPlay(c.get('app').catalogue.rows, personOf(c), c.req.param('positionId') ?? '');
}

function show(c: WebContext, refused?: { readonly day: string; readonly refusal: Refusal }) {
  const { play, channel } = playOf(c);
  const days = listMoveDays(trafficParts(c.get('app')), personOf(c), play.id);
  const wanted = refused?.day ?? c.req.query('day') ?? play.day;
  const target = days.find((day) => day === wanted) ?? days[0] ?? broadcastDay(play.day);
  const here = `/traffic/plays/${play.id}/move`;
  const view = {
    title: nameOf(c, play),
    channel: channel.name,
    at: clock(play.atFrame),
    day: play.day,
    backHref: logHref(play),
    action: here,
    days: days.map((day) => ({ day, href: `${here}?day=${day}` })),
    target,
    places: viewPlaces(c, play, target),
    refusal: refused && messageIn(c.get('language'), refused.refusal.user, refused.refusal.params),
  };
  return c.html(<MovePage context={pageContext(c)} view={view} />, refused ? 422 : 200);
}

function viewPlaces(c: WebContext, play: Position, day: BroadcastDay): PlaceView[] {
  const t = c.get('t');
  const places = previewMoves(trafficParts(c.get('app')), personOf(c), { positionId: play.id, day });
  return places.map(({ breakId, atFrame, load, broken, lost }) => ({
    breakId,
    at: clock(atFrame),
    fill: load,
    current: day === play.day && breakId === play.breakId,
    broken: [...broken.map((rule) => t(`move.rule.${rule}`)), ...(lost > 0 ? [t('move.lost', { n: lost })] : [])],
  }));
}

const moveForm = z.object({
  day: z.string().refine((text) => parseBroadcastDay(text) !== undefined),
  break: z.string().min(1).max(120),
});

async function move(c: WebContext) {
  const { play } = playOf(c);
  const wish = moveForm.parse({ ...c.req.query(), ...(await c.req.parseBody()) });
  const to = { day: broadcastDay(wish.day), breakId: wish.break };
  const moved = movePlay(trafficParts(c.get('app')), personOf(c), play.id, to);
  if (!moved.ok) return show(c, { day: to.day, refusal: moved.refusal });
  const { lockedAt, day, breakId } = moved.value;
  const back = new URLSearchParams({ done: 'moved', play: play.id, ...(lockedAt ? { day, break: breakId } : {}) });
  return c.redirect(`/traffic/logs/${play.channelId}/${to.day}?${back}`, 303);
}

function unlock(c: WebContext) {
  const { play } = playOf(c);
  unlockPlay(trafficParts(c.get('app')), personOf(c), play.id);
  return c.redirect(`${logHref(play)}?done=unlocked`, 303);
}

function nameOf(c: WebContext, play: Position): string {
  const { rows } = c.get('app').catalogue;
  const cut = findCut(rows, play.cutId);
  const name = cut && findSpot(rows, cut.spotId)?.document.name;
  return [name, cut?.houseNumber].filter(Boolean).join(' · ');
}

function logHref({ channelId, day }: Position): string {
  return `/traffic/logs/${channelId}/${day}`;
}

/** `12:58` of the broadcast day. */
function clock(atFrame: number): string {
  return formatTimecode(frames(atFrame)).slice(0, 5);
}
