import type { FailureReason, RunLimits } from './run-order.ts';

type StopReason = Extract<FailureReason, 'silent' | 'time' | 'aborted'>;

/** Ends a run that is too long, too quiet, or no longer wanted. */
export interface RunWatch {
  /** Why the run was ended; undefined while nobody ended it. */
  readonly stopped: StopReason | undefined;
  /** Something came: the silence starts anew. */
  alive(): void;
  end(): void;
}

/** Calls `kill` once, at the first reason to stop. */
export function watchRun(limits: Required<RunLimits>, signal: AbortSignal | undefined, kill: () => void): RunWatch {
  let stopped: StopReason | undefined;
  const stop = (reason: StopReason) => {
    if (stopped !== undefined) return;
    stopped = reason;
    kill();
  };
  const whole = setTimeout(() => stop('time'), limits.seconds * 1000);
  const silence = setTimeout(() => stop('silent'), limits.silentSeconds * 1000);
  const onAbort = () => stop('aborted');
  signal?.addEventListener('abort', onAbort, { once: true });
  if (signal?.aborted) onAbort();
  return {
    get stopped() {
      return stopped;
    },
    alive: () => {
      silence.refresh();
    },
    end() {
      clearTimeout(whole);
      clearTimeout(silence);
      signal?.removeEventListener('abort', onAbort);
    },
  };
}
