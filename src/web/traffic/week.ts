import { addDays, type BroadcastDay, broadcastDayOf, listDays, parseBroadcastDay } from '../../kernel/broadcast-day.ts';
import type { WebContext } from '../http/route.ts';

/** Monday to Sunday around a day. */
export function weekOf(day: BroadcastDay): BroadcastDay[] {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  const monday = addDays(day, -weekday);
  return listDays(monday, addDays(monday, 7));
}

/** A day from the address, or this one when there is none or it is no day. */
export function dayFrom(text: string | undefined, otherwise: BroadcastDay): BroadcastDay {
  return (text && parseBroadcastDay(text)) || otherwise;
}

export function todayOf(c: WebContext): BroadcastDay {
  const { clock, config } = c.get('app');
  return broadcastDayOf(clock.now(), config.dayClock);
}
