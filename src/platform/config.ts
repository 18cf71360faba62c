import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { DayClock } from '../kernel/broadcast-day.ts';
import { decideMediaWorkers, type MachineRoom } from './media-workers.ts';

/** Everything that the environment decides, decided once. The only file that reads `process.env`. */
export interface Config {
  readonly version: string;
  readonly projectRoot: string;
  readonly dataDir: string;
  readonly host: string;
  readonly port: number;
  readonly publicUrl: URL;
  readonly adminPassword: { readonly words: string; readonly given: boolean };
  readonly dayClock: DayClock;
  readonly sandbox: 'auto' | 'required' | 'off';
  readonly mediaWorkers: number;
  readonly blobs: { readonly kind: 'disk' } | ({ readonly kind: 's3' } & S3Config);
  readonly ffmpegPath: string | undefined;
  readonly ffprobePath: string | undefined;
  readonly searchPath: readonly string[];
  readonly logLevel: string;
  readonly metricsToken: string | undefined;
  /** What ten seconds on one channel would have cost; reports show no cost without it. */
  readonly airtimeRupees: number | undefined;
}

export interface S3Config {
  readonly endpoint: string | undefined;
  readonly region: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly pathStyle: boolean;
}

/** A setting that cannot be; `message` says which and what to write instead. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const settings = z.object({
  PRERNA_DATA_DIR: z.string().min(1).default('./data'),
  PRERNA_HOST: z.string().min(1).default('127.0.0.1'),
  PRERNA_PORT: z.coerce.number().int().min(0).max(65535).optional(),
  PORT: z.coerce.number().int().min(0).max(65535).optional(),
  PRERNA_PUBLIC_URL: z.url().optional(),
  PRERNA_ADMIN_PASSWORD: z.string().min(8).optional(),
  PRERNA_TIMEZONE: z.string().default('Asia/Kolkata').refine(isTimezone, 'is not a time zone'),
  PRERNA_DAY_START: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is not HH:MM')
    .default('00:00'),
  PRERNA_SANDBOX: z.enum(['auto', 'required', 'off']).default('auto'),
  PRERNA_WORKERS: z.coerce.number().int().min(0).max(256).optional(),
  PRERNA_BLOBS: z.enum(['disk', 's3']).default('disk'),
  PRERNA_S3_ENDPOINT: z.url().optional(),
  PRERNA_S3_REGION: z.string().default('us-east-1'),
  PRERNA_S3_BUCKET: z.string().optional(),
  PRERNA_S3_ACCESS_KEY_ID: z.string().optional(),
  PRERNA_S3_SECRET_ACCESS_KEY: z.string().optional(),
  PRERNA_S3_PATH_STYLE: z.enum(['true', 'false']).default('true'),
  PRERNA_JOBS: z.enum(['local']).default('local'),
  PRERNA_TRANSCRIBER: z.enum(['auto', 'none']).default('auto'),
  PRERNA_METRICS_TOKEN: z.string().min(16).optional(),
  PRERNA_AIRTIME_RUPEES: z.coerce.number().positive().optional(),
  PRERNA_LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  FFMPEG_PATH: z.string().min(1).optional(),
  FFPROBE_PATH: z.string().min(1).optional(),
});

/** Reads the environment (or the given one, for tests); throws ConfigError naming every setting that is wrong. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = settings.safeParse(present);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new ConfigError(lines.join('\n'));
  }
  const set = parsed.data;
  const projectRoot = findProjectRoot();
  const port = set.PRERNA_PORT ?? set.PORT ?? 8080;
  const [hours, minutes] = set.PRERNA_DAY_START.split(':').map(Number) as [number, number];
  return {
    version: readVersion(projectRoot),
    projectRoot,
    dataDir: resolve(set.PRERNA_DATA_DIR),
    host: set.PRERNA_HOST,
    port,
    publicUrl: new URL(set.PRERNA_PUBLIC_URL ?? `http://${set.PRERNA_HOST}:${port}`),
    adminPassword: set.PRERNA_ADMIN_PASSWORD
      ? { words: set.PRERNA_ADMIN_PASSWORD, given: true }
      : { words: randomBytes(9).toString('base64url'), given: false },
    dayClock: { timezone: set.PRERNA_TIMEZONE, dayStartMinutes: hours * 60 + minutes },
    sandbox: set.PRERNA_SANDBOX,
    mediaWorkers: set.PRERNA_WORKERS ?? decideMediaWorkers(machineRoom()),
    blobs: decideBlobs(set),
    ffmpegPath: set.FFMPEG_PATH,
    ffprobePath: set.FFPROBE_PATH,
    searchPath: (env.PATH ?? '').split(':').filter(Boolean),
    logLevel: set.PRERNA_LOG_LEVEL,
    metricsToken: set.PRERNA_METRICS_TOKEN,
    airtimeRupees: set.PRERNA_AIRTIME_RUPEES,
  };
}

function machineRoom(): MachineRoom {
  // A container's own limit; 0 or a huge number where there is none.
  const limit = process.constrainedMemory();
  return { cores: availableParallelism(), memoryBytes: limit > 0 ? Math.min(limit, totalmem()) : totalmem() };
}

function decideBlobs(set: z.infer<typeof settings>): Config['blobs'] {
  if (set.PRERNA_BLOBS === 'disk') return { kind: 'disk' };
  const required = ['PRERNA_S3_BUCKET', 'PRERNA_S3_ACCESS_KEY_ID', 'PRERNA_S3_SECRET_ACCESS_KEY'] as const;
  const missing = required.filter((name) => !set[name]);
  if (missing.length > 0) throw new ConfigError(`PRERNA_BLOBS=s3 also needs ${missing.join(', ')}`);
  return {
    kind: 's3',
    endpoint: set.PRERNA_S3_ENDPOINT,
    region: set.PRERNA_S3_REGION,
    bucket: set.PRERNA_S3_BUCKET ?? '',
    accessKeyId: set.PRERNA_S3_ACCESS_KEY_ID ?? '',
    secretAccessKey: set.PRERNA_S3_SECRET_ACCESS_KEY ?? '',
    pathStyle: set.PRERNA_S3_PATH_STYLE === 'true',
  };
}

/** Whether this Node knows the zone by that name. */
export function isTimezone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch (cause) {
    if (cause instanceof RangeError) return false;
    throw cause;
  }
}

/** The folder that holds package.json, whether this runs from source or from the built bundle. */
function findProjectRoot(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'presets'))) return folder;
    if (dirname(folder) === folder) throw new ConfigError('the project folder was not found above this program');
  }
}

function readVersion(projectRoot: string): string {
  const manifest = z.object({ version: z.string() });
  return manifest.parse(JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'))).version;
}
