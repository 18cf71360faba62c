import { openApp } from '../app.ts';
import { readConfig } from '../platform/config.ts';
import { startWork } from '../worker/start-work.ts';
import { type Command, EXIT } from './command.ts';
import { stopSignal } from './stop-signal.ts';

export const work: Command = {
  name: 'work',
  usage: 'prerna work',
  summary: 'A worker process without pages, beside a running service, until it is told to stop.',
  options: {},
  async run() {
    const stopped = stopSignal();
    const app = openApp(readConfig());
    const running = startWork(app);
    app.logger.info({ mediaWorkers: app.config.mediaWorkers }, 'work.started');
    await stopped;
    await running.stop();
    await app.close();
    return EXIT.done;
  },
};
