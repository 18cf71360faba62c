import { z } from 'zod';
import { assignClip, type Clip, findClip, listClips } from '../domain/intake/index.ts';
import { describeFacts } from '../engine/ffmpeg/film-facts.ts';
import type { BlobHash } from '../kernel/blobs.ts';
import { NotFoundError } from '../kernel/not-found.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { readJson } from '../web/http/read-json.ts';
import { personOf, type Route, type WebContext } from '../web/http/route.ts';
import { serveBlob } from '../web/http/serve-blob.ts';
import { messageIn } from '../web/locales/index.ts';

const PATH = '/api/v1/clips';
const read = { who: ['staff', 'reviewer', 'admin', 'headOffice', 'auditor'], owner: 'reach', kind: 'api' } as const;
const write = { who: ['staff', 'admin'], owner: 'reach', kind: 'api' } as const;

const refusalAnswer = z.object({ code: z.string(), message: z.object({ hi: z.string(), en: z.string() }) });
const clipAnswer = z.object({
  id: z.string(),
  number: z.string(),
  district: z.string(),
  state: z.enum(['arriving', 'checking', 'ready', 'refused']),
  fileName: z.string(),
  bytes: z.number(),
  sha256: z.string().nullable(),
  beneficiaryId: z.string().nullable(),
  scheme: z.string().nullable(),
  /** The fields of `prerna probe`. */
  facts: z.unknown(),
  warnings: z.array(z.object({ hi: z.string(), en: z.string() })),
  refusal: refusalAnswer.nullable(),
  duplicateOf: z.string().nullable(),
  createdAt: z.string(),
  arrivedAt: z.string().nullable(),
  checkedAt: z.string().nullable(),
});
const listQuery = z.object({
  q: z.string().max(100).optional(),
  state: z.enum(['arriving', 'checking', 'ready', 'refused']).optional(),
  cursor: z.string().max(80).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
const listAnswer = z.object({ clips: z.array(clipAnswer), next: z.string().optional() });
const assignBody = z.object({
  beneficiaryId: z.string().max(40),
  scheme: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
});

export const clipRoutes: readonly Route[] = [
  {
    ...read,
    method: 'GET',
    path: PATH,
    summary: 'Clips in reach, newest first',
    query: listQuery,
    answer: listAnswer,
    handler: list,
  },
  { ...read, method: 'GET', path: `${PATH}/:clipId`, summary: 'One clip', answer: clipAnswer, handler: show },
  {
    ...write,
    method: 'PATCH',
    path: `${PATH}/:clipId`,
    summary: 'Say whose film it is',
    body: assignBody,
    answer: clipAnswer,
    handler: assign,
  },
  { ...read, method: 'GET', path: `${PATH}/:clipId/poster`, summary: 'Its picture (JPEG)', handler: servePoster },
  { ...read, method: 'GET', path: `${PATH}/:clipId/proxy`, summary: 'Small copy to play (MP4)', handler: serveProxy },
  { ...read, method: 'GET', path: `${PATH}/:clipId/waveform`, summary: 'Loudness over time', handler: serveWaveform },
  { ...read, method: 'GET', path: `${PATH}/:clipId/original`, summary: 'The film as it came', handler: serveOriginal },
];

function list(c: WebContext) {
  const { q, state, cursor, limit } = listQuery.parse(c.req.query());
  const query = { text: q, states: state && [state], cursor, limit };
  const page = listClips(c.get('app').catalogue.rows, personOf(c), query);
  return c.json({ clips: page.clips.map(describe), next: page.next });
}

function show(c: WebContext) {
  return c.json(describe(clipOf(c)));
}

async function assign(c: WebContext) {
  const to = assignBody.parse(await readJson(c));
  assignClip(c.get('app'), personOf(c), clipOf(c).id, to);
  return show(c);
}

function servePoster(c: WebContext) {
  return serve(c, clipOf(c).posterHash, { type: 'image/jpeg' });
}

function serveProxy(c: WebContext) {
  return serve(c, clipOf(c).proxyHash, { type: 'video/mp4' });
}

function serveWaveform(c: WebContext) {
  return serve(c, clipOf(c).waveformHash, { type: 'application/json' });
}

function serveOriginal(c: WebContext) {
  const { originalHash, fileName, number } = clipOf(c);
  // Never shown in the browser: it is as it came from outside.
  return serve(c, originalHash, { type: 'application/octet-stream', saveAs: `${number} ${fileName}` });
}

async function serve(c: WebContext, hash: BlobHash | undefined, as: { type: string; saveAs?: string }) {
  if (!hash) throw new NotFoundError('blob of the clip');
  return serveBlob(c, c.get('app').blobs, { hash, ...as });
}

function clipOf(c: WebContext): Clip {
  return findClip(c.get('app').catalogue.rows, personOf(c), c.req.param('clipId') ?? '');
}

function describe(clip: Clip): z.infer<typeof clipAnswer> {
  const { id, number, district, state, fileName, beneficiaryId, scheme, duplicateOf } = clip;
  const { createdAt, arrivedAt, checkedAt } = clip;
  return {
    ...{ id, number, district, state, fileName, beneficiaryId, scheme, duplicateOf, createdAt, arrivedAt, checkedAt },
    bytes: clip.originalBytes,
    sha256: clip.originalHash ?? null,
    facts: clip.facts ? describeFacts(clip.facts) : null,
    warnings: (clip.facts?.warnings ?? []).map((key) => ({ hi: messageIn('hi', key), en: messageIn('en', key) })),
    refusal: clip.refusal ? describeRefusal(clip.refusal) : null,
  };
}

function describeRefusal({ code, user, params }: Refusal) {
  return { code, message: { hi: messageIn('hi', user, params), en: messageIn('en', user, params) } };
}
