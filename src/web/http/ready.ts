import { sql } from 'drizzle-orm';
import type { App } from '../../app.ts';

/** One part that must work for the service to work; shown in `/readyz` and on the administrator's page. */
export interface ReadyPart {
  readonly ok: boolean;
  readonly detail?: string;
}

// Anybody may ask: the parts are tried at most this often, so that asking costs no disk.
const KEPT_MS = 10_000;
const kept = new WeakMap<App, { at: number; parts: Promise<Record<string, ReadyPart>> }>();

/** Tries database, store of films, FFmpeg and its walls; an answer is kept for ten seconds. */
export function checkReady(app: App): Promise<Record<string, ReadyPart>> {
  const now = app.clock.now().getTime();
  const last = kept.get(app);
  if (last && Math.abs(now - last.at) < KEPT_MS) return last.parts;
  const parts = tryParts(app);
  kept.set(app, { at: now, parts });
  return parts;
}

async function tryParts(app: App): Promise<Record<string, ReadyPart>> {
  const [database, blobs, ffmpeg, sandbox, disk] = await Promise.all([
    tryPart(app, 'database', async () => {
      app.catalogue.rows.get(sql`SELECT count(*) FROM people`);
      return undefined;
    }),
    tryPart(app, 'blobs', () => probeBlobs(app)),
    tryPart(app, 'ffmpeg', async () => (await app.media()).tools.version.text),
    tryPart(app, 'sandbox', async () => {
      const { tier, proved } = (await app.media()).sandbox;
      return proved ? tier : `${tier}, not proved`;
    }),
    tryPart(app, 'disk', async () => {
      if (!(await app.hasRoom(0))) throw new Error('less is free than the reserve');
      return undefined;
    }),
  ]);
  return { database, blobs, ffmpeg, sandbox, disk };
}

/** Stores a few bytes and finds them again; the sweep clears them after a day. */
async function probeBlobs(app: App): Promise<undefined> {
  const { hash, sizeBytes } = await app.blobs.putBytes(Buffer.from('prerna: can the store be written and read'));
  if ((await app.blobs.stat(hash))?.sizeBytes !== sizeBytes) throw new Error('what was stored is not there');
}

/** Why a part fails stands in the log: it may name paths, and anybody may ask. */
async function tryPart(app: App, part: string, work: () => Promise<string | undefined>): Promise<ReadyPart> {
  try {
    const detail = await work();
    return detail === undefined ? { ok: true } : { ok: true, detail };
  } catch (err) {
    app.logger.error({ part, err }, 'ready.partFails');
    return { ok: false, detail: err instanceof Error ? err.name : 'unknown' };
  }
}
