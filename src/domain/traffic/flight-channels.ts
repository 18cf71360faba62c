import type { Rows } from '../../kernel/catalogue.ts';
import { type Channel, listChannels, listOperators } from '../directory/index.ts';
import type { FlightWish } from './flight.ts';

/** Active channels of active operators in these districts. */
export function listReachedChannels(rows: Rows, districts: readonly string[]): Channel[] {
  const operators = listOperators(rows, districts).map((operator) => operator.id);
  return listChannels(rows, operators).filter((channel) => districts.includes(channel.district));
}

/** The channels that any of the four lists names. */
export function matchChannels(channels: readonly Channel[], wish: FlightWish['channels']): Channel[] {
  return channels.filter(
    ({ id, operatorId, district, tags }) =>
      wish.ids.includes(id) ||
      wish.operators.includes(operatorId) ||
      wish.districts.includes(district) ||
      tags.some((tag) => wish.tags.includes(tag)),
  );
}
