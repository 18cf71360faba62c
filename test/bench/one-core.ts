import { spawnSync } from 'node:child_process';

/**
 * Runs the work with every program that it starts held to the first core, so that no other core's work slows it. Throws where
 * the machine has no `taskset` (util-linux).
 */
export async function onOneCore(work: () => Promise<void>): Promise<void> {
  const before = /: (\S+)$/m.exec(taskset('--cpu-list'))?.[1];
  if (before === undefined) throw new Error('taskset did not say which cores there are');
  taskset('--cpu-list', before.split(/[-,]/, 1).join());
  try {
    await work();
  } finally {
    taskset('--cpu-list', before);
  }
}

/** Of this process's own thread, which starts the programs; they inherit it. */
function taskset(...words: readonly string[]): string {
  const done = spawnSync('taskset', ['--pid', ...words, String(process.pid)], { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(done.error?.message ?? done.stderr);
  return done.stdout;
}
