import { HttpRefusal } from './http-refusal.ts';
import { BrokenFormError, collect, type FormPart, readParts } from './multipart.ts';
import type { WebContext } from './route.ts';

const MAX_FIELD_BYTES = 64 * 1024;

/** What a person filled in: text by field name; several of one name in order. */
export class FormFields {
  readonly #values = new Map<string, string[]>();

  add(name: string, value: string): void {
    this.#values.set(name, [...(this.#values.get(name) ?? []), value]);
  }

  /** The first value; empty when the field is not there. */
  text(name: string): string {
    return this.#values.get(name)?.[0] ?? '';
  }

  all(name: string): readonly string[] {
    return this.#values.get(name) ?? [];
  }
}

/**
 * Reads a form of a route with `readsForm`, files as they come. `onFile` gets each chosen file with the fields before it
 * and must read it; nothing is handed over before the session's CSRF token was seen (pages write it first). Throws
 * HttpRefusal 400 on what is no form or is cut off, 403 without the token.
 */
export async function readForm(
  c: WebContext,
  onFile: (file: FormPart & { readonly fileName: string }, fields: FormFields) => Promise<void>,
): Promise<FormFields> {
  const fields = new FormFields();
  try {
    const body = c.req.raw.body;
    if (!body) throw new BrokenFormError('no body');
    for await (const part of readParts(body, c.req.header('content-type') ?? '')) {
      const { fileName } = part;
      if (fileName === undefined) fields.add(part.name, (await collect(part.bytes, MAX_FIELD_BYTES)).toString('utf8'));
      else if (fileName !== '') {
        checkIntent(c, fields);
        await onFile({ ...part, fileName }, fields);
      }
    }
  } catch (cause) {
    if (cause instanceof BrokenFormError) throw new HttpRefusal(400, 'error.badRequest');
    throw cause;
  }
  checkIntent(c, fields);
  return fields;
}

function checkIntent(c: WebContext, fields: FormFields): void {
  const session = c.get('session');
  // Tokens of programs carry their own intent; a session without one was let in by its header.
  if (!session || c.req.header('x-csrf-token') === session.csrfToken) return;
  if (fields.text('_csrf') !== session.csrfToken) throw new HttpRefusal(403, 'auth.csrf');
}
