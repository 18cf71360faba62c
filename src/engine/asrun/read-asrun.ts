import { createHash } from 'node:crypto';
import { allow, type Decision, refuse } from '../../kernel/refusal.ts';
import type { AsRunDialect, AsRunOptions, AsRunReading, AsRunRow } from './asrun-document.ts';
import { csv } from './csv-dialect.ts';
import { decodeText } from './decode-text.ts';

const dialects: readonly AsRunDialect[] = [csv];

/** The names of the dialects that are understood. */
export const asRunDialectNames: readonly string[] = dialects.map((dialect) => dialect.name);

/** A confirmation file as rows and problems; `auto` takes the dialect that knows its own header, and refuses the rest. */
export function readAsRun(
  bytes: Uint8Array,
  dialectName: string,
  options: AsRunOptions,
): Decision<AsRunReading & { readonly dialect: string }> {
  const text = decodeText(bytes);
  const dialect = dialects.find((one) => (dialectName === 'auto' ? one.recognises(text) : one.name === dialectName));
  if (!dialect) {
    const known = asRunDialectNames.join(', ');
    const tech = dialectName === 'auto' ? 'no dialect recognises the file' : `no as-run dialect ${dialectName}`;
    return refuse({
      code: 'asrun.dialect',
      user: 'asrun.refused.dialect',
      tech: `${tech}; understood: ${known}`,
      params: { known },
    });
  }
  const reading = dialect.read(text, options);
  return reading.ok ? allow({ dialect: dialect.name, ...reading.value }) : reading;
}

/**
 * A name for each row that the same file gives again: channel, day, raw text, occurrence. So a file taken twice adds
 * nothing, while two equal plays in one file stay two. `channel` is for rows that name none.
 */
export function keyAsRunRows(rows: readonly AsRunRow[], channel = ''): string[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const words = JSON.stringify([row.channel ?? channel, row.day, row.raw.trim()]);
    const occurrence = (seen.get(words) ?? 0) + 1;
    seen.set(words, occurrence);
    return createHash('sha256').update(`${words}#${occurrence}`).digest('hex');
  });
}
