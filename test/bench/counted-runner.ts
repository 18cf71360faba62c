import type { MediaRunner, RunOrder, Token } from '../../src/engine/ffmpeg/run-order.ts';

/** What the runs of FFmpeg took together: CPU seconds, and the most memory that one of them held. */
export interface Cost {
  cpuSeconds: number;
  peakMb: number;
}

/** A runner that adds what each run says of itself (`-benchmark`) to `cost`. */
export function countedRunner(runner: MediaRunner, cost: Cost): MediaRunner {
  const counted = (order: RunOrder): RunOrder => ({
    ...order,
    // One that asks for errors alone would not say it.
    tokens: [
      ['-v', 'info', '-benchmark'] satisfies Token,
      ...order.tokens.filter((token) => (token || [])[0] !== '-v'),
    ],
    onLine: (line) => {
      addBench(cost, line);
      order.onLine?.(line);
    },
  });
  return { ffmpeg: (order) => runner.ffmpeg(counted(order)), ffprobe: (order) => runner.ffprobe(order) };
}

function addBench(cost: Cost, line: string): void {
  const times = /bench: utime=([\d.]+)s stime=([\d.]+)s/.exec(line);
  if (times) cost.cpuSeconds += Number(times[1]) + Number(times[2]);
  const memory = /bench: maxrss=(\d+)/.exec(line);
  if (memory) cost.peakMb = Math.max(cost.peakMb, Number(memory[1]) / 1024);
}
