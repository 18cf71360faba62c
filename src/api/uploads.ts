import { MemoryLocker, Server } from '@tus/server';
import type { App } from '../app.ts';
import { findClip, findUpload, finishUpload, type Upload } from '../domain/intake/index.ts';
import { StorageFullError } from '../kernel/blobs.ts';
import { newId } from '../kernel/ids.ts';
import { NotFoundError } from '../kernel/not-found.ts';
import { RefusalError } from '../kernel/refusal.ts';
import { personOf, type Route, type WebContext } from '../web/http/route.ts';
import { PersonalTusStore } from './tus-store.ts';

const PATH = '/api/v1/uploads';
const mine = { who: ['staff', 'admin'], owner: 'self', kind: 'api' } as const;

/** tus 1.0: creation, termination, expiration. The owner comes from the session on every verb. */
export const uploadRoutes: readonly Route[] = [
  { ...mine, method: 'OPTIONS', path: PATH, summary: 'tus: what this server can do', handler: speakTus },
  { ...mine, method: 'POST', path: PATH, summary: 'tus: open an upload and its clip', handler: openUpload },
  { ...mine, method: 'GET', path: `${PATH}/:uploadId`, summary: 'tus HEAD: how far it came', handler: tellOffset },
  { ...mine, method: 'PATCH', path: `${PATH}/:uploadId`, summary: 'tus: the next bytes', handler: takeBytes },
  {
    ...mine,
    method: 'DELETE',
    path: `${PATH}/:uploadId`,
    summary: 'tus: drop an unfinished upload',
    handler: speakTus,
  },
];

// One request at a time for an upload; a new one asks a stale one (the phone changed its network) to stop.
const locker = new MemoryLocker();

async function openUpload(c: WebContext): Promise<Response> {
  const store = new PersonalTusStore(c.get('app'), personOf(c));
  const answer = await speakTus(c, store);
  return store.created ? nameClip(c, answer, store.created.clipId) : answer;
}

/** The clip that the bytes will be: in the answers to creation and HEAD. */
function nameClip(c: WebContext, answer: Response, clipId: string): Response {
  const clip = findClip(c.get('app').catalogue.rows, personOf(c), clipId);
  const headers = new Headers(answer.headers);
  headers.set('prerna-clip', clip.id);
  headers.set('prerna-clip-number', clip.number);
  return new Response(answer.body, { status: answer.status, headers });
}

async function tellOffset(c: WebContext): Promise<Response> {
  // The pages' router hands HEAD over as GET; a real GET of an upload is nothing.
  if (c.req.raw.method !== 'HEAD') throw new NotFoundError('upload');
  const upload = own(c);
  // A client that hears "all there" sends nothing more, so what a stop left undone is done here.
  if (upload.offsetBytes === upload.sizeBytes) await finishOnce(c.get('app'), upload.id);
  return nameClip(c, await speakTus(c), upload.clipId);
}

async function takeBytes(c: WebContext): Promise<Response> {
  if (own(c).finishedAt) throw new NotFoundError('upload');
  return speakTus(c);
}

function own(c: WebContext): Upload {
  return findUpload(c.get('app').catalogue.rows, personOf(c), c.req.param('uploadId') ?? '');
}

async function speakTus(c: WebContext, store = new PersonalTusStore(c.get('app'), personOf(c))): Promise<Response> {
  if (c.req.param('uploadId') !== undefined) own(c);
  let ours: Error | undefined;
  const server = new Server({
    path: PATH,
    datastore: store,
    locker,
    relativeLocation: true,
    allowedOrigins: [],
    namingFunction: () => newId(),
    async onUploadFinish(_request, { id }) {
      await finishOnce(c.get('app'), id);
      return {};
    },
    async onResponseError(_request, error) {
      // tus has its own words for its own errors; ours go the way of every other route.
      if (error instanceof Error) ours = error;
      return undefined;
    },
  });
  const answer = await server.handleWeb(c.req.raw);
  if (ours instanceof RefusalError || ours instanceof StorageFullError || ours instanceof NotFoundError) throw ours;
  if (ours && answer.status >= 500) throw ours;
  return answer;
}

const finishing = new Map<string, Promise<void>>();

/** Goes on when the line breaks meanwhile; whoever asks again waits for the same end. */
function finishOnce(app: App, id: string): Promise<void> {
  const running = finishing.get(id) ?? finishUpload(app, id).finally(() => finishing.delete(id));
  finishing.set(id, running);
  return running;
}
