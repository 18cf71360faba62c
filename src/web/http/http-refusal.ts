import type { MessageKey, Params } from '../locales/index.ts';

/** A "no" that only HTTP knows: no credentials, no right, too many tries. `key` is both code and message key. */
export class HttpRefusal extends Error {
  override readonly name = 'HttpRefusal';
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 429;
  readonly key: MessageKey;
  readonly headers: Readonly<Record<string, string>>;
  /** Fills the message's {braces}. */
  readonly params: Params;
  constructor(
    status: HttpRefusal['status'],
    key: MessageKey,
    headers: Readonly<Record<string, string>> = {},
    params: Params = {},
  ) {
    super(key);
    this.status = status;
    this.key = key;
    this.headers = headers;
    this.params = params;
  }
}
