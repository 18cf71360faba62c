import { z } from 'zod';
import {
  type ConsentRow,
  type Evidence,
  findBeneficiary,
  findConsent,
  listConsents,
  readConsentEvidence,
  recordConsent,
  storeEvidence,
  withdrawConsent,
} from '../domain/consent/index.ts';
import { unwrap } from '../kernel/refusal.ts';
import { HttpRefusal } from '../web/http/http-refusal.ts';
import { readForm } from '../web/http/read-form.ts';
import { readJson } from '../web/http/read-json.ts';
import { personOf, type Route, type WebContext } from '../web/http/route.ts';
import { serveBlob } from '../web/http/serve-blob.ts';

const PATH = '/api/v1/consents';
const read = { who: ['staff', 'reviewer', 'admin', 'auditor'], owner: 'reach', kind: 'api' } as const;
const write = { who: ['staff', 'admin'], owner: 'reach', kind: 'api' } as const;
const anyoneOfTheOffice = { who: ['staff', 'reviewer', 'admin'], owner: 'reach', kind: 'api' } as const;

// 15 MiB of evidence in base64, and the words.
const MAX_JSON_BYTES = 22 * 2 ** 20;

const yes = z.union([z.boolean(), z.enum(['true', 'false', '']).transform((text) => text === 'true')]).default(false);
const optional = z
  .string()
  .max(200)
  .transform((text) => text || undefined)
  .optional();
const consentBody = z.object({
  beneficiaryId: z.string().max(40),
  cable: yes,
  social: yes,
  givenOn: z.string().max(20),
  how: z.enum(['form', 'spoken']),
  language: z.enum(['hi', 'en']).default('hi'),
  guardian: optional,
  witness: optional,
  validUntil: optional,
  /** Base64; a multipart form has the file itself. */
  evidence: z.base64().optional(),
});
const consentAnswer = z.object({
  id: z.string(),
  beneficiaryId: z.string(),
  noticeVersion: z.string(),
  language: z.enum(['hi', 'en']),
  cable: z.boolean(),
  social: z.boolean(),
  givenOn: z.string(),
  how: z.enum(['form', 'spoken']),
  evidenceType: z.string(),
  evidenceSha256: z.string(),
  guardian: z.string().nullable(),
  witness: z.string().nullable(),
  validUntil: z.string().nullable(),
  recordedAt: z.string(),
  withdrawnAt: z.string().nullable(),
});
const listQuery = z.object({ beneficiary: z.string().max(40) });
const withdrawBody = z.object({ reason: z.string().max(500).optional() });

export const consentRoutes: readonly Route[] = [
  {
    ...read,
    method: 'GET',
    path: PATH,
    summary: 'Consents of a beneficiary, the last first',
    query: listQuery,
    answer: z.object({ consents: z.array(consentAnswer) }),
    handler: list,
  },
  {
    ...write,
    method: 'POST',
    path: PATH,
    summary: 'Record a consent with its evidence (JSON or multipart, file `evidence` last)',
    readsForm: true,
    body: consentBody,
    answer: consentAnswer,
    handler: record,
  },
  { ...read, method: 'GET', path: `${PATH}/:consentId`, summary: 'One consent', answer: consentAnswer, handler: show },
  {
    ...read,
    method: 'GET',
    path: `${PATH}/:consentId/evidence`,
    summary: 'Its form or spoken clip; the reading is audited',
    handler: serveEvidence,
  },
  {
    ...anyoneOfTheOffice,
    method: 'POST',
    path: `${PATH}/:consentId/withdraw`,
    summary: 'The beneficiary said no: every permission of theirs ends',
    body: withdrawBody,
    handler: withdraw,
  },
];

function list(c: WebContext) {
  const { beneficiary } = listQuery.parse(c.req.query());
  const { rows } = c.get('app').catalogue;
  return c.json({ consents: listConsents(rows, findBeneficiary(rows, personOf(c), beneficiary).id).map(describe) });
}

function show(c: WebContext) {
  return c.json(describe(consentOf(c, c.req.param('consentId') ?? '')));
}

async function record(c: WebContext) {
  const { body, evidence } = await readBody(c);
  const decision = recordConsent(c.get('app'), personOf(c), body.beneficiaryId, { form: body, evidence });
  return c.json(describe(consentOf(c, unwrap(decision).consentId)), 201);
}

async function serveEvidence(c: WebContext) {
  const app = c.get('app');
  const { hash, type } = readConsentEvidence(app, personOf(c), c.req.param('consentId') ?? '');
  const saveAs = type === 'application/pdf' ? { saveAs: 'consent.pdf' } : {};
  return serveBlob(c, app.blobs, { hash, type, ...saveAs });
}

async function withdraw(c: WebContext) {
  const text = await c.req.text();
  const { reason } = withdrawBody.parse(text ? JSON.parse(text) : {});
  return c.json(withdrawConsent(c.get('app'), personOf(c), c.req.param('consentId') ?? '', reason));
}

async function readBody(c: WebContext): Promise<{ body: z.infer<typeof consentBody>; evidence: Evidence }> {
  const app = c.get('app');
  if (!c.req.header('content-type')?.startsWith('multipart/form-data')) {
    if (Number(c.req.header('content-length') ?? 0) > MAX_JSON_BYTES) throw new HttpRefusal(413, 'error.badRequest');
    const body = consentBody.parse(await readJson(c));
    const bytes = body.evidence === undefined ? undefined : Buffer.from(body.evidence, 'base64');
    if (!bytes) throw new HttpRefusal(422, 'consent.noProof');
    return { body, evidence: unwrap(await storeEvidence(app, body.how, oneOf(bytes))) };
  }
  let evidence: Evidence | undefined;
  const fields = await readForm(c, async (file, before) => {
    const how = before.text('how') === 'spoken' ? 'spoken' : 'form';
    evidence = unwrap(await storeEvidence(app, how, file.bytes));
  });
  const names = ['beneficiaryId', 'cable', 'social', 'givenOn', 'how', 'guardian', 'witness', 'validUntil'];
  const body = consentBody.parse(Object.fromEntries(names.map((name) => [name, fields.text(name)])));
  if (!evidence) throw new HttpRefusal(422, 'consent.noProof');
  return { body, evidence };
}

async function* oneOf(bytes: Uint8Array) {
  yield bytes;
}

function consentOf(c: WebContext, id: string): ConsentRow {
  return findConsent(c.get('app').catalogue.rows, personOf(c), id);
}

function describe(row: ConsentRow): z.infer<typeof consentAnswer> {
  const { evidenceHash, recordedBy: _by, withdrawnBy: _withdrawnBy, withdrawnReason: _reason, ...rest } = row;
  return { ...rest, evidenceSha256: evidenceHash };
}
