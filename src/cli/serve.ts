import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { openApp } from '../app.ts';
import { addFirstAdmin } from '../domain/accounts/index.ts';
import { finishArrivedUploads } from '../domain/intake/index.ts';
import { type Config, ConfigError, readConfig } from '../platform/config.ts';
import { buildHttp } from '../web/http/build-http.ts';
import { routes } from '../web/routes.ts';
import { startWork } from '../worker/start-work.ts';
import { type Command, EXIT, flag } from './command.ts';
import { greetDemo } from './demo/greet-demo.ts';
import { type Demo, startDemo } from './demo/start-demo.ts';
import { stopSignal } from './stop-signal.ts';

// A phone on a weak line may go quiet for long, but not for a minute.
const IDLE_MS = 60_000;

export const serve: Command = {
  name: 'serve',
  usage: 'prerna serve [--demo]',
  summary: 'The service: pages, API, and as many media workers as PRERNA_WORKERS says.',
  options: { demo: { type: 'boolean' } },
  async run(input) {
    const config = readConfig();
    const app = openApp(config);
    const madeAdmin = await addFirstAdmin(app, config.adminPassword.words);
    const server = createAdaptorServer({ fetch: buildHttp(app, routes).fetch }) as Server;
    // Node's own 5-minute limit on a whole request cuts slow phones: only silence ends a request here.
    server.requestTimeout = 0;
    server.timeout = IDLE_MS;
    app.layReserve();
    const { failed } = await finishArrivedUploads(app);
    for (const err of failed) app.logger.error({ err }, 'upload.notFinished');
    await listen(server, config.port, config.host);
    const work = startWork(app);
    greet(config.publicUrl, madeAdmin ? config.adminPassword : undefined);
    const demo = flag(input, 'demo') ? await fill(config) : undefined;
    await stopSignal();
    app.logger.info({}, 'service.stopping');
    await closeServer(server);
    await demo?.stop();
    await work.stop();
    await app.close();
    return EXIT.done;
  },
};

async function fill(config: Config): Promise<Demo> {
  const demo = await startDemo(config);
  greetDemo(demo, config.adminPassword);
  return demo;
}

function greet(url: URL, password: { words: string; given: boolean } | undefined): void {
  console.log(`\n  प्रेरणा · Prerna   ${url.href}`);
  if (password)
    console.log(
      `  पहला लॉग-इन · First log-in:  admin  /  ${password.given ? '(PRERNA_ADMIN_PASSWORD)' : password.words}`,
    );
  console.log('');
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) => reject(explainPort(cause, port, host)));
    server.listen(port, host, () => resolve());
  });
}

/** The two that people meet: somebody else listens there, or the port is not for this user. */
function explainPort(cause: Error & { code?: string }, port: number, host: string): Error {
  const mend = 'Choose another one: PRERNA_PORT=8081 npm start';
  if (cause.code === 'EADDRINUSE')
    return new ConfigError(`PRERNA_PORT: another program listens at ${host}:${port}. ${mend}`, { cause });
  if (cause.code === 'EACCES')
    return new ConfigError(`PRERNA_PORT: this user may not listen at port ${port}. ${mend}`, { cause });
  return cause;
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
