import { type Logger, pino } from 'pino';

export type { Logger };

/**
 * The root logger, one JSON line an event on stderr (stdout belongs to commands' answers). Children are per subject:
 * `logger.child({ subject: 'jobs' })`. Event name + fields, never sentences glued with ids.
 */
export function createLogger(level: string): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      // Whatever else goes wrong, these never reach a log file.
      redact: [
        'token',
        'password',
        'phone',
        '*.token',
        '*.password',
        '*.phone',
        'headers.authorization',
        'headers.cookie',
      ],
    },
    pino.destination({ dest: 2, sync: true }),
  );
}
