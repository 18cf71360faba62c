import { type Config, readConfig } from '../platform/config.ts';
import { type Command, EXIT } from './command.ts';
import { checks, type Diagnosis } from './doctor-checks.ts';
import { listSettings } from './list-settings.ts';

/** What is wrong on this machine, and the command that mends it. */
export const doctor: Command = {
  name: 'doctor',
  usage: 'prerna doctor [--json]',
  summary: 'Looks at the settings, Node, FFmpeg, its sandbox, fonts and disk; names what is wrong and how to mend it.',
  options: {},
  async run(input) {
    const config = readConfig();
    const settings = listSettings(config);
    const results = await examine(config);
    const healthy = results.every(({ state }) => state !== 'problem');
    const rows = Object.entries(settings).map(([name, value]) => `  ${name} = ${value}`);
    input.answer({ healthy, settings, checks: results }, [...rows, '', ...results.map(inWords)].join('\n'));
    return healthy ? EXIT.done : EXIT.failed;
  },
};

async function examine(config: Config): Promise<(Diagnosis & { id: string })[]> {
  const results = [];
  for (const { id, run } of checks) results.push(...(await run(config)).map((found) => ({ id, ...found })));
  return results;
}

const SIGNS = { ok: 'ok  ', warning: 'WARN', problem: 'FAIL' } as const;

function inWords({ id, state, said, mend }: Diagnosis & { id: string }): string {
  return `${SIGNS[state]} ${id}: ${said}${mend === undefined ? '' : `\n       → ${mend}`}`;
}
