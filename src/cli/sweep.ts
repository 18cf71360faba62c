import { openApp } from '../app.ts';
import { readConfig } from '../platform/config.ts';
import { sweepAll } from '../worker/sweep.ts';
import { type Command, EXIT } from './command.ts';

export const sweep: Command = {
  name: 'sweep',
  usage: 'prerna sweep [--json]',
  summary: 'Clears what nobody will use: expired uploads, folders of killed jobs, films without a row for over a day.',
  options: {},
  async run(input) {
    const app = openApp(readConfig());
    try {
      const swept = await sweepAll(app);
      input.answer({ swept }, swept.map(({ task, removed, error }) => `${task}: ${error ?? removed}`).join('\n'));
      return swept.some(({ error }) => error !== undefined) ? EXIT.failed : EXIT.done;
    } finally {
      await app.close();
    }
  },
};
