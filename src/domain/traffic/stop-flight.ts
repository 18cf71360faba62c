import { type Decision, decided, RefusalError } from '../../kernel/refusal.ts';
import { type Person, reaches } from '../accounts/index.ts';
import { findChannel } from '../directory/index.ts';
import { type Flight, getFlight, markStopped } from './flights.store.ts';
import { planDays } from './plan-days.ts';
import type { TrafficParts } from './traffic-parts.ts';

/** Ends an order: days not yet released are planned without it, released ones stay. Once stopped it stays so. */
export function stopFlight(
  { catalogue, dayClock }: Pick<TrafficParts, 'catalogue' | 'dayClock'>,
  by: Person,
  flightId: string,
): Decision<{ readonly changed: number }> {
  return decided(() =>
    catalogue.change((change) => {
      const flight = getFlight(change.rows, by, flightId);
      const channels = flight.wish.channels.ids.flatMap((id) => findChannel(change.rows, id) ?? []);
      refuseStop(
        flight,
        channels.every((channel) => reaches(by, channel.district)),
      );
      markStopped(change, flight);
      const { changed } = planDays(change, { channels, from: flight.wish.from, until: flight.wish.until, dayClock });
      change.audit({ actor: by.id, act: 'flight.stop', subject: flight.id, detail: { logs: changed } });
      return { changed };
    }),
  );
}

function refuseStop(flight: Flight, inReach: boolean): void {
  if (flight.state === 'stopped')
    throw new RefusalError({ code: 'flight.stopped', user: 'flight.stopped', tech: `${flight.id} is stopped` });
  if (!inReach)
    throw new RefusalError({ code: 'flight.wider', user: 'flight.wider', tech: 'the order runs beyond the reach' });
}
