import { setTimeout as sleep } from 'node:timers/promises';
import { advance, isSent, type Step } from './advance.ts';
import type { CastMember } from './cast.ts';
import type { DemoParts } from './demo-parts.ts';

const TURN_MS = 250;

/**
 * Takes every film of the demo to its goal, until all are there or `signal` says stop. How many are stuck. Each worker has
 * one clip to read and one film more to make than it works on: the first ones are whole, and fill the pages, before the
 * last ones are begun, and no worker ever waits for us.
 */
export async function followCast(
  parts: DemoParts,
  cast: readonly CastMember[],
  signal: AbortSignal,
): Promise<{ done: number; stuck: readonly string[] }> {
  const steps = new Map<string, Step | undefined>();
  const isOpen = ({ id }: CastMember) => steps.get(id) !== 'done' && steps.get(id) !== 'stuck';
  while (!signal.aborted && cast.some(isOpen)) {
    for (const member of cast.filter(isOpen)) {
      if (signal.aborted || (!hasRoom(parts, [...steps.values()]) && !isSent(parts, member))) continue;
      steps.set(member.id, await tryToAdvance(parts, member));
    }
    // A stop cuts the pause short; it is no failure.
    await sleep(TURN_MS, undefined, { signal }).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
  }
  const stuck = [...steps].flatMap(([id, step]) => (step === 'stuck' ? [id] : []));
  return { done: [...steps.values()].filter((step) => step === 'done').length, stuck };
}

function hasRoom({ app }: DemoParts, steps: readonly (Step | undefined)[]): boolean {
  const workers = Math.max(1, app.config.mediaWorkers);
  const count = (wanted: Step) => steps.filter((step) => step === wanted).length;
  return count('reading') < workers && count('making') <= workers;
}

/** What one film cannot do stops no other: it is told, and that film stays where it is. */
async function tryToAdvance(parts: DemoParts, member: CastMember): Promise<Step> {
  try {
    const step = await advance(parts, member);
    if (step === 'done' || step === 'stuck')
      parts.app.logger.info({ film: member.id, goal: member.goal, step }, 'demo.film');
    return step;
  } catch (err) {
    parts.app.logger.error({ film: member.id, err }, 'demo.filmStuck');
    return 'stuck';
  }
}
