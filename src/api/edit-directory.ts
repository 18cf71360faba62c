import { z } from 'zod';
import {
  districtRow,
  findDistrict,
  findScheme,
  savePlace,
  saveScheme,
  schemeRow,
  schemeRowOf,
} from '../domain/directory/index.ts';
import { NotFoundError } from '../kernel/not-found.ts';
import { unwrap } from '../kernel/refusal.ts';
import { stateWidePerson } from '../web/admin/state-wide.ts';
import { matchedVersion, versionTag } from '../web/http/etag.ts';
import { readJson } from '../web/http/read-json.ts';
import { personOf, type Route, type WebContext } from '../web/http/route.ts';

const schemeBody = z.strictObject({ row: schemeRow, hidden: z.boolean().default(false) });
const districtBody = districtRow.omit({ aliases: true });

const read = { who: 'signedIn', kind: 'api', method: 'GET' } as const;
const changed = { who: ['admin'], owner: 'none', kind: 'api' } as const;

/** Schemes and districts as programs read and change them; a change is for who stands for the whole state. */
export const editDirectoryRoutes: readonly Route[] = [
  {
    ...read,
    owner: 'none',
    path: '/api/v1/schemes/:code',
    summary: 'One scheme whole; ETag is its version',
    handler: (c) => showScheme(c, 200),
  },
  {
    ...changed,
    method: 'POST',
    path: '/api/v1/schemes',
    summary: 'Add a scheme; its code never changes',
    body: schemeBody,
    handler: addScheme,
  },
  {
    ...changed,
    method: 'PUT',
    path: '/api/v1/schemes/:code',
    summary: 'Change a scheme (If-Match)',
    body: schemeBody,
    handler: changeScheme,
  },
  {
    ...read,
    owner: 'reach',
    path: '/api/v1/districts/:code',
    summary: 'One district in reach; ETag is its version',
    handler: showDistrict,
  },
  {
    ...changed,
    method: 'POST',
    path: '/api/v1/districts',
    summary: 'Add a district; its code never changes',
    body: districtBody,
    handler: addDistrict,
  },
  {
    ...changed,
    method: 'PUT',
    path: '/api/v1/districts/:code',
    summary: 'Change a district (If-Match)',
    body: districtBody,
    handler: changeDistrict,
  },
];

function showScheme(c: WebContext, status: 200 | 201, code = codeOf(c)) {
  const scheme = findScheme(c.get('app').catalogue.rows, code);
  if (!scheme) throw new NotFoundError('scheme');
  c.header('etag', versionTag(scheme.version));
  return c.json({ row: schemeRowOf(scheme), hidden: scheme.hidden, version: scheme.version }, status);
}

async function addScheme(c: WebContext) {
  const by = stateWidePerson(c);
  const wish = schemeBody.parse(await readJson(c));
  unwrap(saveScheme(schemeParts(c), by, wish, undefined));
  return showScheme(c, 201, wish.row.code);
}

async function changeScheme(c: WebContext) {
  const by = stateWidePerson(c);
  const version = matchedVersion(c);
  const { row, hidden } = schemeBody.parse(await readJson(c));
  unwrap(saveScheme(schemeParts(c), by, { row: { ...row, code: codeOf(c) }, hidden }, version));
  return showScheme(c, 200);
}

function showDistrict(c: WebContext) {
  const code = codeOf(c);
  if (!personOf(c).districts.includes(code)) throw new NotFoundError('district');
  return answerDistrict(c, 200, code);
}

function answerDistrict(c: WebContext, status: 200 | 201, code: string) {
  const district = findDistrict(c.get('app').catalogue.rows, code);
  if (!district) throw new NotFoundError('district');
  const { edited: _edited, ...answer } = district;
  c.header('etag', versionTag(district.version));
  return c.json(answer, status);
}

async function addDistrict(c: WebContext) {
  const by = stateWidePerson(c);
  const district = districtBody.parse(await readJson(c));
  unwrap(savePlace(c.get('app'), by, district, undefined));
  return answerDistrict(c, 201, district.code);
}

async function changeDistrict(c: WebContext) {
  const by = stateWidePerson(c);
  const version = matchedVersion(c);
  const district = { ...districtBody.parse(await readJson(c)), code: codeOf(c) };
  unwrap(savePlace(c.get('app'), by, district, version));
  return answerDistrict(c, 200, district.code);
}

function schemeParts(c: WebContext) {
  const { catalogue, config } = c.get('app');
  return { catalogue, dayClock: config.dayClock };
}

function codeOf(c: WebContext): string {
  return c.req.param('code') ?? '';
}
