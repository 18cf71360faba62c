import { Readable } from 'node:stream';
import { type BlobHash, BlobMissingError, type BlobStore, type ByteRange } from '../../kernel/blobs.ts';
import type { WebContext } from './route.ts';

interface ServedBlob {
  readonly hash: BlobHash;
  /** From our own look at the bytes, never from a name. */
  readonly type: string;
  /** Saved under this name instead of being shown. */
  readonly saveAs?: string;
  /** Default: kept by nobody on the way, by no browser either. */
  readonly cacheControl?: string;
}

/**
 * Answers a blob, whole or one range of it (`Range`, `If-Range`, `If-None-Match`), with its SHA-256 as strong ETag and
 * `Repr-Digest`. Bytes from people can run nothing: no sniffing, an empty sandbox. Several ranges at once are answered whole.
 */
export async function serveBlob(c: WebContext, blobs: BlobStore, blob: ServedBlob): Promise<Response> {
  const facts = await blobs.stat(blob.hash);
  if (!facts) throw new BlobMissingError(blob.hash);
  const headers = headersOf(blob);
  c.set('servesBytes', true);
  if (matchesAny(c.req.header('if-none-match'), blob.hash)) return new Response(null, { status: 304, headers });
  const range = chooseRange(c, blob.hash, facts.sizeBytes);
  if (range === 'none') {
    headers.set('content-range', `bytes */${facts.sizeBytes}`);
    return new Response(null, { status: 416, headers });
  }
  const { start, end } = range ?? { start: 0, end: facts.sizeBytes };
  headers.set('content-length', String(end - start));
  if (range) headers.set('content-range', `bytes ${start}-${end - 1}/${facts.sizeBytes}`);
  const status = range ? 206 : 200;
  if (c.req.raw.method === 'HEAD') return new Response(null, { status, headers });
  // toWeb, not pipe: a reader that goes away closes the file.
  const bytes = Readable.toWeb(await blobs.read(blob.hash, range)) as ReadableStream;
  return new Response(bytes, { status, headers });
}

function headersOf({ hash, type, saveAs, cacheControl }: ServedBlob): Headers {
  const digest = Buffer.from(hash, 'hex').toString('base64');
  const headers = new Headers({
    'content-type': type,
    etag: `"${hash}"`,
    'accept-ranges': 'bytes',
    'repr-digest': `sha-256=:${digest}:`,
    digest: `SHA-256=${digest}`,
    'x-content-type-options': 'nosniff',
    'cache-control': cacheControl ?? 'private, no-store',
  });
  if (saveAs) headers.set('content-disposition', attachment(saveAs));
  return headers;
}

/** RFC 6266: a plain name for old programs, the whole one beside it. */
function attachment(name: string): string {
  const plain = name.replace(/[^\w.-]+/g, '_');
  const whole = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}

function matchesAny(header: string | undefined, hash: BlobHash): boolean {
  const tags = header?.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags?.some((tag) => tag === '*' || tag === `"${hash}"`) ?? false;
}

/** The range to answer; undefined: the whole; `none`: it lies outside. */
function chooseRange(c: WebContext, hash: BlobHash, size: number): ByteRange | 'none' | undefined {
  const condition = c.req.header('if-range');
  if (condition !== undefined && condition !== `"${hash}"`) return undefined;
  const match = /^bytes=(\d*)-(\d*)$/.exec(c.req.header('range')?.trim() ?? '');
  const [first, last] = [match?.[1] ?? '', match?.[2] ?? ''];
  if (!match || (first === '' && last === '')) return undefined;
  if (first === '') {
    const start = Math.max(0, size - Number(last));
    return Number(last) === 0 || size === 0 ? 'none' : { start, end: size };
  }
  const [start, end] = [Number(first), last === '' ? size : Math.min(size, Number(last) + 1)];
  if (last !== '' && Number(last) < start) return undefined;
  return start >= size ? 'none' : { start, end };
}
