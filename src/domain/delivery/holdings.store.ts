import { eq } from 'drizzle-orm';
import type { Catalogue, Rows } from '../../kernel/catalogue.ts';
import { unwrap } from '../../kernel/refusal.ts';
import { holdings } from './delivery.table.ts';
import { type HoldingsReply, parseHoldingsReply } from './holdings-reply.ts';

/** Keeps the last word of an operator's machine on what it holds. */
export function saveHoldings(
  { catalogue }: { readonly catalogue: Catalogue },
  operatorId: string,
  reply: HoldingsReply,
): void {
  catalogue.change(({ rows, at, audit }) => {
    const word = { reply: JSON.stringify(reply), toldAt: at.toISOString() };
    rows
      .insert(holdings)
      .values({ operatorId, ...word })
      .onConflictDoUpdate({ target: holdings.operatorId, set: word })
      .run();
    const { have, missing, changed, extra } = reply;
    const detail = { have: have.length, missing: missing.length, changed: changed.length, extra: extra.length };
    audit({ actor: `operator:${operatorId}`, act: 'holdings.reply', subject: operatorId, detail });
  });
}

export function findHoldings(
  rows: Rows,
  operatorId: string,
): (HoldingsReply & { readonly toldAt: string }) | undefined {
  const row = rows.select().from(holdings).where(eq(holdings.operatorId, operatorId)).get();
  return row && { ...unwrap(parseHoldingsReply(JSON.parse(row.reply))), toldAt: row.toldAt };
}
