import { join } from 'node:path';
import { openApp } from '../../app.ts';
import { createAccessToken } from '../../domain/accounts/index.ts';
import { systemClock } from '../../platform/clock.ts';
import type { Config } from '../../platform/config.ts';
import { readCast } from './cast.ts';
import { createDemoClock } from './demo-clock.ts';
import { addDemoPeople } from './demo-people.ts';
import { followCast } from './follow-cast.ts';

export interface Demo {
  /** The log-ins that were added now, in words; none when they are there already. */
  readonly added: readonly string[];
  /** An operator's page, where log-ins were added: no one logs in there. */
  readonly operatorAddress: string | undefined;
  /** All films are where they shall be, or cannot get there. */
  readonly finished: Promise<{ done: number; stuck: readonly string[] }>;
  stop(): Promise<void>;
}

/**
 * Fills the division of Ujjain through the use cases that people's own clicks call, in a catalogue connection whose clock
 * goes to a month ago for what happened then. The films are made by whoever works on this catalogue's jobs. A second start adds nothing.
 */
export async function startDemo(config: Config): Promise<Demo> {
  const clock = createDemoClock(systemClock, config.dayClock);
  const app = openApp(config, clock);
  const stopping = new AbortController();
  const { people, added } = await addDemoPeople(app, config.adminPassword.words);
  const address = () => {
    const owner = { operatorId: 'example-ujjain', scope: 'operator' } as const;
    return new URL(`/o/${createAccessToken(app, 'system', 'demo', owner).token}`, config.publicUrl).href;
  };
  const operatorAddress = added.length > 0 ? address() : undefined;
  const cast = readCast(join(config.projectRoot, 'presets'));
  const finished = followCast({ app, clock, people }, cast, stopping.signal).finally(() => app.close());
  return {
    added,
    operatorAddress,
    finished,
    async stop() {
      stopping.abort();
      await finished;
    },
  };
}
