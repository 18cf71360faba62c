import { z } from 'zod';

const MOST = 100;

/** `?limit=&cursor=` of every list. */
export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(MOST).default(50),
  cursor: z.string().max(400).optional(),
});

/** A cursor is the last row's sort key, opaque to callers; undefined when it is none of ours. */
export function readCursor<T>(text: string | undefined, shape: z.ZodType<T>): T | undefined {
  if (text === undefined) return undefined;
  const decoded = Buffer.from(text, 'base64url').toString('utf8');
  const parsed = z.string().transform(toJson).pipe(shape).safeParse(decoded);
  return parsed.success ? parsed.data : undefined;
}

export function writeCursor(key: unknown): string {
  return Buffer.from(JSON.stringify(key), 'utf8').toString('base64url');
}

function toJson(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    context.addIssue({ code: 'custom', message: 'not a cursor' });
    return z.NEVER;
  }
}
