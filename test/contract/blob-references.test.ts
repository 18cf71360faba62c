import { afterAll, expect, it } from 'vitest';
import { blobReferences } from '../../src/blob-references.ts';
import { findMentionedHashes, listNamed } from '../../src/platform/db/named-blobs.ts';
import { testCatalogue } from './catalogue.ts';

const db = testCatalogue();
afterAll(() => db.close());

/** Named like blobs, and why they are none. */
const NO_BLOBS = [
  'audit_rows.hash', // the chain
  'people.password_hash',
  'access_tokens.token_hash',
  'invitations.token_hash',
  'sessions.token_hash',
  'idempotency_keys.request_hash',
  'schemes.preset_hash',
  'fetches.blob', // history: what was handed out stays known when the film is erased
  'as_run_lines.line_hash', // a line of a list
  'uploads.hash', // stands there before the film does; a sweep spares it all the same
];

const columns = db.file
  .prepare<[], { name: string }>(
    `SELECT tables.name || '.' || columns.name AS name FROM sqlite_master AS tables
     JOIN pragma_table_info(tables.name) AS columns WHERE tables.type = 'table'`,
  )
  .all()
  .map((row) => row.name);

it('names every column that holds a blob', () => {
  const referenced = blobReferences.map(({ table, column }) => `${table}.${column}`);
  const suspects = columns.filter((name) => /(hash|blob|sha256)$/.test(name));
  expect(suspects.filter((name) => !referenced.includes(name) && !NO_BLOBS.includes(name))).toEqual([]);
  expect([...referenced, ...NO_BLOBS].filter((name) => !columns.includes(name))).toEqual([]);
  for (const reference of blobReferences) expect(listNamed(db.catalogue.rows, reference)).toEqual([]);
});

it('finds a hash wherever it is mentioned, but not in history', () => {
  const live = 'a'.repeat(64);
  const ended = 'b'.repeat(64);
  const insert = (id: string, state: string, hash: string) =>
    db.file
      .prepare(
        `INSERT INTO jobs (id, name, payload, key, priority, media, state, max_attempts, not_before, enqueued_at)
         VALUES (?, 'test', ?, ?, 1, 0, ?, 3, '', '')`,
      )
      .run(id, JSON.stringify({ film: hash }), id, state);
  insert('1', 'waiting', live);
  insert('2', 'done', ended);
  db.catalogue.change((change) =>
    change.audit({ actor: 'system', act: 'test', subject: 'x', detail: { sha256: 'c'.repeat(64) } }),
  );
  expect([...findMentionedHashes(db.catalogue.rows)]).toEqual([live]);
});
