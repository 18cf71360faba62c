import { setTimeout as sleep } from 'node:timers/promises';
import { advance, isSent, type Step } from './advance.ts';
import type { CastMember } from './cast.ts';
import type { DemoParts } from './demo-parts.ts';

const TURN_MS = 700;
// So many films are on their way at once: the first ones are whole, and fill the pages, before the last ones are begun.
const ON_THE_WAY = 3;

/** Takes every film of the demo to its goal, a few at a time, until all are there or `signal` says stop. How many are stuck. */
export async function followCast(
  parts: DemoParts,
  cast: readonly CastMember[],
  signal: AbortSignal,
): Promise<{ done: number; stuck: readonly string[] }> {
  const steps = new Map<string, Step>();
  const isOpen = ({ id }: CastMember) => (steps.get(id) ?? 'waiting') === 'waiting';
  while (!signal.aborted && cast.some(isOpen)) {
    let waiting = 0;
    for (const member of cast.filter(isOpen)) {
      if (signal.aborted || (waiting >= ON_THE_WAY && !isSent(parts, member))) continue;
      const step = await tryToAdvance(parts, member);
      steps.set(member.id, step);
      if (step === 'waiting') waiting += 1;
    }
    // A stop cuts the pause short; it is no failure.
    await sleep(TURN_MS, undefined, { signal }).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
  }
  const stuck = [...steps].flatMap(([id, step]) => (step === 'stuck' ? [id] : []));
  return { done: [...steps.values()].filter((step) => step === 'done').length, stuck };
}

/** What one film cannot do stops no other: it is told, and that film stays where it is. */
async function tryToAdvance(parts: DemoParts, member: CastMember): Promise<Step> {
  try {
    const step = await advance(parts, member);
    if (step !== 'waiting') parts.app.logger.info({ film: member.id, goal: member.goal, step }, 'demo.film');
    return step;
  } catch (err) {
    parts.app.logger.error({ film: member.id, err }, 'demo.filmStuck');
    return 'stuck';
  }
}
