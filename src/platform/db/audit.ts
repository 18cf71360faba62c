import { createHash } from 'node:crypto';
import { and, asc, desc, eq, lt } from 'drizzle-orm';
import type { AuditEntry, Rows } from '../../kernel/catalogue.ts';
import { auditRows } from './ground.table.ts';

/** What the first row's `prev` holds. */
const CHAIN_START = '0'.repeat(64);

/** Adds one link: each row's hash covers its own words and the hash before it. */
export function appendAudit(rows: Rows, entry: AuditEntry, at: Date): void {
  const prev = auditHead(rows)?.hash ?? CHAIN_START;
  const link = {
    at: at.toISOString(),
    actor: entry.actor,
    act: entry.act,
    subject: entry.subject,
    detail: canonical(entry.detail ?? {}),
    prev,
  };
  rows
    .insert(auditRows)
    .values({ ...link, hash: linkHash(link) })
    .run();
}

/** The newest link: what operators' manifests carry, so that a cut-off chain is noticed. */
export function auditHead(rows: Rows): { seq: number; hash: string } | undefined {
  return rows
    .select({ seq: auditRows.seq, hash: auditRows.hash })
    .from(auditRows)
    .orderBy(desc(auditRows.seq))
    .limit(1)
    .get();
}

/** Walks the whole chain; answers the first row that does not fit, or undefined when all do. */
export function findBrokenLink(rows: Rows): { seq: number; reason: string } | undefined {
  let prev = CHAIN_START;
  let expected = 1;
  for (const row of rows.select().from(auditRows).orderBy(asc(auditRows.seq)).all()) {
    if (row.seq !== expected) return { seq: expected, reason: 'a row is missing' };
    if (row.prev !== prev) return { seq: row.seq, reason: 'does not follow the row before it' };
    if (row.hash !== linkHash(row)) return { seq: row.seq, reason: 'was changed after it was written' };
    prev = row.hash;
    expected += 1;
  }
  return undefined;
}

/** Newest rows first; all, or of one thing, by one actor, older than a row's number. */
export function listAudit(
  rows: Rows,
  by: { subject?: string | undefined; actor?: string | undefined; before?: number | undefined; limit: number },
) {
  const { seq, at, actor, act, subject, detail } = auditRows;
  const where = and(
    by.subject ? eq(subject, by.subject) : undefined,
    by.actor ? eq(actor, by.actor) : undefined,
    by.before ? lt(seq, by.before) : undefined,
  );
  const shown = { seq, at, actor, act, subject, detail };
  return rows.select(shown).from(auditRows).where(where).orderBy(desc(seq)).limit(by.limit).all();
}

type Link = Pick<typeof auditRows.$inferSelect, 'at' | 'actor' | 'act' | 'subject' | 'detail' | 'prev'>;

function linkHash(link: Link): string {
  return createHash('sha256')
    .update(JSON.stringify([link.prev, link.at, link.actor, link.act, link.subject, link.detail]))
    .digest('hex');
}

function canonical(detail: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(Object.fromEntries(Object.entries(detail).sort(([a], [b]) => (a < b ? -1 : 1))));
}
