import { createHash } from 'node:crypto';
import {
  buildDayPackage,
  buildOperatorFeed,
  buildOperatorLog,
  findOperatorFile,
  type HandedFilm,
  packageTag,
  recordFetch,
  recordWholeFetch,
  zipPackage,
} from '../../domain/delivery/index.ts';
import { listChannels } from '../../domain/directory/index.ts';
import { mrss } from '../../engine/playlists/dialects/mrss.ts';
import { findPlaylistDialect } from '../../engine/playlists/dialects.ts';
import { filmType } from '../../engine/playlists/film-type.ts';
import { parsePlaylistSettings } from '../../engine/playlists/playlist-settings.ts';
import { writeMrss } from '../../engine/playlists/write-mrss.ts';
import { writePlaylist } from '../../engine/playlists/write-playlist.ts';
import { parseBroadcastDay } from '../../kernel/broadcast-day.ts';
import { NotFoundError } from '../../kernel/not-found.ts';
import { unwrap } from '../../kernel/refusal.ts';
import { HttpRefusal } from '../http/http-refusal.ts';
import type { WebContext } from '../http/route.ts';
import { serveBlob } from '../http/serve-blob.ts';
import { messageIn } from '../locales/index.ts';
import { ownOperator, ownPath } from './operator-machine.ts';

/** The day and the ending of `2026-11-25.m3u8`; not found for anything else. */
function readDayFile(c: WebContext): { day: string; extension: string } {
  const [, written = '', extension = ''] = /^(.{10})\.([a-z0-9]+)$/.exec(c.req.param('file') ?? '') ?? [];
  const day = parseBroadcastDay(written);
  if (!day) throw new NotFoundError('day');
  return { day, extension };
}

/** The films stand in it as absolute addresses under the same token, or as files in folders beside it (?films=beside). */
export function serveList(c: WebContext) {
  const app = c.get('app');
  const operator = ownOperator(c);
  const { day, extension } = readDayFile(c);
  const dialect = findPlaylistDialect(extension);
  const channel = listChannels(app.catalogue.rows, [operator.id]).find((one) => one.id === c.req.param('channel'));
  const made = dialect && channel && buildOperatorLog(app.catalogue.rows, { operator, channel, day });
  if (!made) throw new NotFoundError('list');
  const addressBase = new URL(`${ownPath(c)}/files`, app.config.publicUrl).href;
  const where = c.req.query('films') === 'beside' ? {} : { addressBase };
  const file = unwrap(writePlaylist(dialect, made.log, unwrap(parsePlaylistSettings(where))));
  const headers = { etag: `"${file.sha256}"`, 'x-log-version': String(made.released.version) };
  if (c.req.header('if-none-match') === headers.etag) return c.body(null, 304, headers);
  return c.body(Buffer.from(file.bytes), 200, {
    ...headers,
    'content-type': dialect.contentType,
    'content-disposition': `attachment; filename="${file.name}"`,
  });
}

/** The films of the coming days as Media RSS. */
export function serveFeed(c: WebContext) {
  const app = c.get('app');
  const base = new URL(ownPath(c), app.config.publicUrl).href;
  const text = writeMrss(buildOperatorFeed(app, ownOperator(c), base));
  const etag = `"${createHash('sha256').update(text).digest('hex')}"`;
  if (c.req.header('if-none-match') === etag) return c.body(null, 304, { etag });
  return c.body(text, 200, { etag, 'content-type': mrss.contentType });
}

export async function serveFile(c: WebContext) {
  const app = c.get('app');
  const operator = ownOperator(c);
  const [preset, name] = [c.req.param('preset') ?? '', c.req.param('file') ?? ''];
  const found = findOperatorFile(app.catalogue.rows, operator, { preset, file: name });
  if (!found) throw new NotFoundError('film');
  if (found.kind === 'recalled') throw new HttpRefusal(410, `file.recalled.${found.why}`, {}, { reason: found.reason });
  const { blob, cutId } = found.film;
  const answer = await serveBlob(c, app.blobs, { hash: blob, type: filmType(name), saveAs: name });
  if (!answer.body) return answer;
  const handed: HandedFilm = { operatorId: operator.id, cutId, preset, blob };
  recordFetch(app, handed);
  const isLast = answer.status === 200 || reachesEnd(answer.headers.get('content-range') ?? '');
  return isLast
    ? new Response(
        tellEnd(answer.body, () => recordWholeFetch(app, handed)),
        answer,
      )
    : answer;
}

/** `bytes 5-9/10`: the range holds the last byte. */
function reachesEnd(contentRange: string): boolean {
  const [, last = '', size = ''] = /^bytes \d+-(\d+)\/(\d+)$/.exec(contentRange) ?? [];
  return size !== '' && Number(last) === Number(size) - 1;
}

/** Passes the bytes on and calls back once the last one was taken; never when the reader goes away before. */
function tellEnd(bytes: ReadableStream<Uint8Array>, onEnd: () => void): ReadableStream<Uint8Array> {
  return bytes.pipeThrough(new TransformStream({ flush: onEnd }));
}

export async function servePackage(c: WebContext) {
  const app = c.get('app');
  const operator = ownOperator(c);
  const { day, extension } = readDayFile(c);
  const language = c.get('language');
  const say = (key: string, params?: Readonly<Record<string, string | number>>) => messageIn(language, key, params);
  const wish = { day, onlyNew: c.req.query('new') === '1', language, say };
  const made = extension === 'zip' ? buildDayPackage(app.catalogue.rows, operator, wish) : undefined;
  if (!made) throw new NotFoundError('package');
  const headers = {
    'content-type': 'application/zip',
    'content-disposition': `attachment; filename="${day}.zip"`,
    etag: `"${packageTag(made.entries)}"`,
  };
  const zip = zipPackage(made.entries, made.changedAt, async ({ preset, sha256 }) => {
    const film = made.films.find((one) => one.blob === sha256 && one.preset === preset);
    if (!film) throw new RangeError(`a film that the package does not list: ${sha256}`);
    const handed: HandedFilm = { operatorId: operator.id, cutId: film.cutId, preset, blob: film.blob };
    const bytes = await app.blobs.read(film.blob);
    recordFetch(app, handed);
    bytes.once('end', () => recordWholeFetch(app, handed));
    return bytes;
  });
  const length = { 'content-length': String(zip.lengthBytes) };
  if (c.req.raw.method === 'HEAD') {
    await zip.stream.cancel();
    return c.body(null, 200, { ...headers, ...length });
  }
  return c.body(zip.stream, 200, { ...headers, ...length });
}
