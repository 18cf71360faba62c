import { HttpRefusal } from './http-refusal.ts';
import type { WebContext } from './route.ts';

/** The JSON of a body, unchecked; a body that is no JSON is the caller's mistake (400). */
export async function readJson(c: WebContext): Promise<unknown> {
  try {
    return await c.req.json();
  } catch (cause) {
    if (cause instanceof SyntaxError) throw new HttpRefusal(400, 'error.badRequest');
    throw cause;
  }
}
