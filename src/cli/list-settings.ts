import type { Config } from '../platform/config.ts';

/** The decided settings by their names in the environment; of secrets only whether they are set. */
export function listSettings(config: Config): Record<string, string> {
  const { blobs, dayClock } = config;
  const minutes = (count: number) => String(count).padStart(2, '0');
  return {
    PRERNA_DATA_DIR: config.dataDir,
    PRERNA_HOST: config.host,
    PRERNA_PORT: String(config.port),
    PRERNA_PUBLIC_URL: config.publicUrl.href,
    PRERNA_ADMIN_PASSWORD: mask(config.adminPassword.given),
    PRERNA_TIMEZONE: dayClock.timezone,
    PRERNA_DAY_START: `${minutes(Math.floor(dayClock.dayStartMinutes / 60))}:${minutes(dayClock.dayStartMinutes % 60)}`,
    PRERNA_SANDBOX: config.sandbox,
    PRERNA_WORKERS: String(config.mediaWorkers),
    PRERNA_BLOBS: blobs.kind,
    ...(blobs.kind === 's3' && {
      PRERNA_S3_ENDPOINT: blobs.endpoint ?? '(Amazon)',
      PRERNA_S3_REGION: blobs.region,
      PRERNA_S3_BUCKET: blobs.bucket,
      PRERNA_S3_ACCESS_KEY_ID: mask(true),
      PRERNA_S3_SECRET_ACCESS_KEY: mask(true),
      PRERNA_S3_PATH_STYLE: String(blobs.pathStyle),
    }),
    PRERNA_METRICS_TOKEN: mask(config.metricsToken !== undefined),
    PRERNA_AIRTIME_RUPEES: config.airtimeRupees === undefined ? '(not set)' : String(config.airtimeRupees),
    PRERNA_LOG_LEVEL: config.logLevel,
    FFMPEG_PATH: config.ffmpegPath ?? '(looked for)',
    FFPROBE_PATH: config.ffprobePath ?? '(looked for)',
  };
}

function mask(given: boolean): string {
  return given ? '••••' : '(not set)';
}
