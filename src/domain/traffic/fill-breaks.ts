import { type ChannelDay, type FilledBreak, isValidOn } from './channel-day.ts';
import { putIn } from './place-flight.ts';
import type { CutModel } from './plan-model.ts';

/** Fills what is left with evergreen cuts, the least used on the channel first, none twice in a break. */
export function fillBreaks(day: ChannelDay, evergreens: readonly CutModel[], uses: Map<CutModel, number>): void {
  const open = evergreens.filter((cut) => isValidOn(cut, day.day));
  // Most room first, so that an even day comes out when there are few evergreen cuts.
  const byRoom = [...day.breaks].sort((a, b) => roomIn(b) - roomIn(a));
  for (const filled of byRoom) fillBreak(day, filled, open, uses);
}

function roomIn(filled: FilledBreak): number {
  return filled.adBreak.lengthFrames - filled.usedFrames;
}

function fillBreak(day: ChannelDay, filled: FilledBreak, open: readonly CutModel[], uses: Map<CutModel, number>): void {
  const fits = (cut: CutModel) => cut.lengthFrames <= roomIn(filled) && !filled.items.some((item) => item.cut === cut);
  const isForeign = (cut: CutModel) => (cut.district === day.channel.district ? 0 : 1);
  const usesOf = (cut: CutModel) => uses.get(cut) ?? 0;
  const inTurn = open.filter(fits).sort((a, b) => usesOf(a) - usesOf(b) || isForeign(a) - isForeign(b));
  for (const cut of inTurn) {
    if (fits(cut) && putIn(day, filled, cut, null)) uses.set(cut, usesOf(cut) + 1);
  }
}
