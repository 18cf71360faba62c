import { openApp } from '../app.ts';
import { readConfig } from '../platform/config.ts';
import { type Command, EXIT } from './command.ts';

export const migrate: Command = {
  name: 'migrate',
  usage: 'prerna migrate [--json]',
  summary: 'Brings the catalogue to this version (the service does it too, at start).',
  options: {},
  async run(input) {
    const app = openApp(readConfig());
    await app.close();
    input.answer({ applied: app.migrated }, app.migrated.length === 0 ? 'nothing to do' : app.migrated.join('\n'));
    return EXIT.done;
  },
};
