import { z } from 'zod';
import type { WebContext } from '../http/route.ts';

const form = z.object({
  intent: z.enum(['aired', 'none']),
  missed: z.union([z.string(), z.array(z.string())]).default([]),
});

/** The form of "did all run?": the answer, and a tick for each play that did not. */
export async function readDayWord(c: WebContext) {
  const { intent, missed } = form.parse(await c.req.parseBody({ all: true }));
  return { said: intent, missed: [missed].flat() };
}
