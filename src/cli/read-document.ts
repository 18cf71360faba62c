import { readFile } from 'node:fs/promises';
import { refuse, unwrap } from '../kernel/refusal.ts';
import { type CommandInput, wrongUse } from './command.ts';

/** The one file that a command works on; wrong use when there is none, or more. */
export function onlyFile(input: CommandInput, what: string): string {
  const [path, ...rest] = input.positionals;
  if (path === undefined || rest.length > 0) throw wrongUse('cli.one', { what });
  return path;
}

/** A JSON document from disk; wrong use when the file cannot be read, a refusal when it is no JSON. */
export async function readJson(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw wrongUse('cli.unreadable', { path }, cause);
  });
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    return unwrap(refuse({ code: 'document.notJson', user: 'document.refused.notJson', tech: `${path}: ${detail}` }));
  }
}
