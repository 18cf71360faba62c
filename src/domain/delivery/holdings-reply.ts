import { z } from 'zod';
import { allow, type Decision, refuse } from '../../kernel/refusal.ts';

const names = z.array(z.string().min(1).max(200)).max(10_000).default([]);

/** What an operator's machine answers to a manifest (formats c10): file names as in the manifest. */
const holdingsReply = z.strictObject({ have: names, missing: names, changed: names, extra: names });

export type HoldingsReply = z.output<typeof holdingsReply>;

export function parseHoldingsReply(data: unknown): Decision<HoldingsReply> {
  const parsed = holdingsReply.safeParse(data);
  if (parsed.success) return allow(parsed.data);
  const detail = z.prettifyError(parsed.error).replaceAll('\n', ' ');
  return refuse({ code: 'reply.invalid', user: 'reply.refused.invalid', tech: detail });
}
