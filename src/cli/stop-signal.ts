const STOPS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;
export type StopSignal = (typeof STOPS)[number];

// Ctrl-C reaches this process from the terminal and, a moment later, from its launcher: that is one wish to stop, not two.
const ECHO_MS = 500;

/** Resolves at the first signal to stop, with its name; the same signal later ends the process at once. */
export function stopSignal(): Promise<StopSignal> {
  return new Promise((resolve) => {
    for (const signal of STOPS)
      process.once(signal, () => {
        const ignore = () => undefined;
        process.on(signal, ignore);
        setTimeout(() => process.off(signal, ignore), ECHO_MS).unref();
        resolve(signal);
      });
  });
}
