import { addDays, type BroadcastDay, broadcastDay, instantOf } from '../../kernel/broadcast-day.ts';
import { FRAME_RATE } from '../../kernel/frames.ts';
import { newId } from '../../kernel/ids.ts';
import { NotFoundError } from '../../kernel/not-found.ts';
import { allow, type Decision, refuse } from '../../kernel/refusal.ts';
import { type DeliveryParts, listPlaysOfRecord } from '../delivery/index.ts';
import { listChannels } from '../directory/index.ts';
import { airingWords } from './airing.table.ts';

/** "Yes, all aired" with exceptions, or "nothing aired". */
export interface DayWord {
  readonly operatorId: string;
  readonly day: BroadcastDay;
  readonly said: 'aired' | 'none';
  /** Positions that did not air. */
  readonly missed: readonly string[];
}

/**
 * Takes somebody's word for an operator's whole day: on each position whose time has come. Earlier words stay, the last
 * counts. `actor` is a person's id or `operator:<id>`. Refused when nothing was due; throws NotFoundError for a foreign position.
 */
export function confirmDay(
  parts: DeliveryParts,
  actor: string,
  word: DayWord,
): Decision<{ aired: number; missing: number }> {
  const due = listDue(parts, word, parts.clock.now());
  const { operatorId, day } = word;
  if (due.length === 0)
    return refuse({ code: 'airing.nothingDue', user: 'airing.refused.nothingDue', tech: `${operatorId} ${day}` });
  for (const id of word.missed) if (!due.includes(id)) throw new NotFoundError('position');
  const missed = new Set(word.said === 'none' ? due : word.missed);
  const counts = { aired: due.length - missed.size, missing: missed.size };
  parts.catalogue.change(({ rows, at, audit }) => {
    const spokenAt = at.toISOString();
    for (const positionId of due) {
      const said = missed.has(positionId) ? 'notAired' : 'aired';
      rows.insert(airingWords).values({ id: newId(), positionId, said, speaker: actor, spokenAt }).run();
    }
    audit({ actor, act: 'airing.confirm', subject: operatorId, detail: { day, ...counts } });
  });
  return allow(counts);
}

function listDue({ catalogue, config }: DeliveryParts, { operatorId, day }: DayWord, now: Date): string[] {
  const channelIds = listChannels(catalogue.rows, [operatorId]).map((channel) => channel.id);
  const start = instantOf(broadcastDay(day), 0, config.dayClock).getTime();
  return listPlaysOfRecord(catalogue.rows, channelIds, { from: day, until: addDays(day, 1) })
    .filter((play) => start + (play.atFrame / FRAME_RATE) * 1000 <= now.getTime())
    .map((play) => play.id);
}
