import { type Decision, decided, unwrap } from '../../kernel/refusal.ts';
import type { Person } from '../accounts/index.ts';
import type { FlightWish } from './flight.ts';
import { insertFlight } from './flights.store.ts';
import { planDays } from './plan-days.ts';
import { countEffect, type FlightEffect, readyFlight } from './preview-flight.ts';
import type { TrafficParts } from './traffic-parts.ts';

/** Takes an order and plans its days, in one commit. */
export function addFlight(
  { catalogue, dayClock }: Pick<TrafficParts, 'catalogue' | 'dayClock'>,
  by: Person,
  asked: FlightWish,
): Decision<{ readonly flightId: string; readonly effect: FlightEffect }> {
  return decided(() =>
    catalogue.change((change) => {
      const ready = unwrap(readyFlight(change.rows, by, asked, { now: change.at, dayClock }));
      const { wish, channels, district } = ready;
      const flightId = insertFlight(change, { district, wish, by: by.id });
      const { draft } = planDays(change, { channels, from: wish.from, until: wish.until, dayClock });
      const effect = countEffect(ready, draft, flightId);
      const { wanted, placed } = effect;
      const detail = { from: wish.from, until: wish.until, channels: channels.length, wanted, placed };
      change.audit({ actor: by.id, act: 'flight.add', subject: flightId, detail });
      return { flightId, effect };
    }),
  );
}
