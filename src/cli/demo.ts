import { openApp } from '../app.ts';
import { readConfig } from '../platform/config.ts';
import { startWork } from '../worker/start-work.ts';
import { type Command, EXIT } from './command.ts';
import { greetDemo } from './demo/greet-demo.ts';
import { startDemo } from './demo/start-demo.ts';
import { stopSignal } from './stop-signal.ts';

export const demo: Command = {
  name: 'demo',
  usage: 'prerna demo [--json]',
  summary:
    'Fills the division of Ujjain with drawn clips, people and a month of airings; ends when all films are made.',
  options: {},
  async run(input) {
    const config = readConfig();
    const app = openApp(config);
    const work = startWork(app);
    const started = await startDemo(config);
    if (!input.json) greetDemo(started, config.adminPassword);
    void stopSignal().then(() => started.stop());
    const { done, stuck } = await started.finished;
    await work.stop();
    await app.close();
    const password =
      started.added.length > 0 && !config.adminPassword.given ? { password: config.adminPassword.words } : {};
    input.answer({ films: done, stuck, people: started.added, ...password }, `${done} films, ${stuck.length} stuck`);
    return stuck.length === 0 ? EXIT.done : EXIT.failed;
  },
};
