import { readFile } from 'node:fs/promises';
import { asRunDialectNames, readAsRun } from '../engine/asrun/read-asrun.ts';
import { parseBroadcastDay } from '../kernel/broadcast-day.ts';
import { unwrap } from '../kernel/refusal.ts';
import { isTimezone, readConfig } from '../platform/config.ts';
import { messageIn } from '../web/locales/index.ts';
import { type Command, type CommandInput, EXIT, textOption, wrongUse } from './command.ts';

export const asrun: Command = {
  name: 'asrun',
  usage: 'prerna asrun parse FILE [--dialect auto] [--timezone Asia/Kolkata] [--date YYYY-MM-DD] [--json]',
  summary: `Reads what a playout machine says it played. Understood: ${asRunDialectNames.join(', ')}.`,
  options: {
    dialect: { type: 'string', default: 'auto' },
    timezone: { type: 'string' },
    date: { type: 'string' },
  },
  async run(input) {
    const [act, path, ...rest] = input.positionals;
    if (act !== 'parse' || path === undefined || rest.length > 0)
      throw wrongUse('cli.say', { words: 'asrun parse FILE' });
    const bytes = await readFile(path).catch((cause: unknown) => {
      throw wrongUse('cli.unreadable', { path }, cause);
    });
    const { dialect, rows, problems } = unwrap(
      readAsRun(bytes, textOption(input, 'dialect') ?? 'auto', readOptions(input)),
    );
    const told = problems.map(({ line, code, user, params }) => {
      return { line, code, message: { hi: messageIn('hi', user, params), en: messageIn('en', user, params) } };
    });
    const words = told.map(({ line, message }) => `${line}: ${message.hi} · ${message.en}`);
    input.answer({ dialect, rows, problems: told }, [`${dialect}: ${rows.length} rows`, ...words].join('\n'));
    return EXIT.done;
  },
};

function readOptions(input: CommandInput) {
  const date = textOption(input, 'date');
  const day = date === undefined ? undefined : parseBroadcastDay(date);
  if (date !== undefined && !day) throw wrongUse('cli.date', { name: 'date', date: date ?? '' });
  const timezone = textOption(input, 'timezone') ?? readConfig().dayClock.timezone;
  if (!isTimezone(timezone)) throw wrongUse('cli.timezone', { timezone });
  return { timezone, ...(day ? { day } : {}) };
}
