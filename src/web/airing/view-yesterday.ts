import { dayAirings } from '../../domain/airing/index.ts';
import type { BroadcastDay } from '../../kernel/broadcast-day.ts';
import { frames } from '../../kernel/frames.ts';
import { formatTimecode } from '../../kernel/timecode.ts';
import type { YesterdayView } from '../delivery/yesterday.tsx';
import type { WebContext } from '../http/route.ts';

/** Plays that stand on a phone before "show all" (as drawn). */
const SHOWN = 6;

/** A day to confirm, earlier "did not run" ticked; undefined when nothing was planned. All is shown on `?plays=all`. */
export function viewDayToConfirm(
  c: WebContext,
  where: { operatorId: string; day: BroadcastDay; action: string; allHref: string },
): YesterdayView | undefined {
  const plays = dayAirings(c.get('app'), where.operatorId, where.day)
    .flatMap(({ plays: own, words }) => own.map((play) => ({ play, said: words.get(play.id)?.said })))
    .sort((a, b) => a.play.atFrame - b.play.atFrame);
  if (plays.length === 0) return undefined;
  // What was ticked before must stand there, or saving again would untick it.
  const isLong = plays.length > SHOWN && plays.every(({ said }) => said !== 'notAired');
  const shown = isLong && c.req.query('plays') !== 'all' ? plays.slice(0, SHOWN) : plays;
  return {
    day: where.day,
    planned: plays.length,
    action: where.action,
    plays: shown.map(({ play, said }) => ({
      id: play.id,
      time: formatTimecode(frames(play.atFrame)).slice(0, 5),
      name: play.name,
      missed: said === 'notAired',
    })),
    allHref: shown.length < plays.length ? where.allHref : undefined,
  };
}
