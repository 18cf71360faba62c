/** One part of a multipart form; `bytes` must be read before the next part is asked for, or is passed over. */
export interface FormPart {
  readonly name: string;
  /** Present for files, as the browser named it; empty when none was chosen. */
  readonly fileName: string | undefined;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** Not a form, or cut off. */
export class BrokenFormError extends Error {
  override readonly name = 'BrokenFormError';
}

const MAX_HEAD_BYTES = 16 * 1024;
const MAX_PARTS = 200;
const LINE_END = Buffer.from('\r\n');

/** Reads a multipart body as it comes, so that a film never stands in memory whole. Throws BrokenFormError. */
export async function* readParts(body: AsyncIterable<Uint8Array>, contentType: string): AsyncGenerator<FormPart> {
  const boundary = /^multipart\/form-data;.*\bboundary=(?:"([^"]{1,70})"|([^\s;]{1,70}))/i.exec(contentType);
  if (!boundary) throw new BrokenFormError('not a multipart form');
  const mark = Buffer.from(`\r\n--${boundary[1] ?? boundary[2]}`);
  // The first boundary has no line end before it: give it one.
  const cutter = new Cutter(body, LINE_END);
  for await (const _preamble of cutter.until(mark));
  for (let part = 0; (await cutter.take(2)).equals(LINE_END); part += 1) {
    if (part === MAX_PARTS) throw new BrokenFormError('too many parts');
    const head = await collect(cutter.until(Buffer.from('\r\n\r\n')), MAX_HEAD_BYTES);
    const bytes = cutter.until(mark);
    yield { ...namesOf(head.toString('utf8')), bytes };
    for await (const _rest of bytes);
  }
}

/** Everything of a part, when it is no more than `maxBytes`; throws BrokenFormError otherwise. */
export async function collect(bytes: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of bytes) {
    size += piece.byteLength;
    if (size > maxBytes) throw new BrokenFormError('a part is too long');
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

function namesOf(head: string): { name: string; fileName: string | undefined } {
  const disposition = /^content-disposition:\s*form-data(.*)$/im.exec(head)?.[1] ?? '';
  const word = (key: string) => {
    const found = new RegExp(`;\\s*${key}="((?:[^"\\\\]|\\\\.)*)"`, 'i').exec(disposition)?.[1];
    return found?.replace(/%22/g, '"').replace(/%0D|%0A/gi, ' ');
  };
  const name = word('name');
  if (name === undefined) throw new BrokenFormError('a part without a name');
  return { name, fileName: word('filename') };
}

/** Cuts a stream of pieces at marks. */
class Cutter {
  readonly #source: AsyncIterator<Uint8Array>;
  #held: Buffer;

  constructor(body: AsyncIterable<Uint8Array>, before: Buffer) {
    this.#source = body[Symbol.asyncIterator]();
    this.#held = before;
  }

  /** What stands before the mark, in pieces; the mark itself is taken away. */
  async *until(mark: Buffer): AsyncGenerator<Uint8Array> {
    for (;;) {
      const at = this.#held.indexOf(mark);
      if (at >= 0) {
        const before = this.#held.subarray(0, at);
        this.#held = this.#held.subarray(at + mark.length);
        if (before.length > 0) yield before;
        return;
      }
      // The end of what is held may be the beginning of the mark.
      const sure = Math.max(0, this.#held.length - mark.length + 1);
      const before = this.#held.subarray(0, sure);
      this.#held = this.#held.subarray(sure);
      if (before.length > 0) yield before;
      await this.#fill();
    }
  }

  async take(count: number): Promise<Buffer> {
    while (this.#held.length < count) await this.#fill();
    const taken = this.#held.subarray(0, count);
    this.#held = this.#held.subarray(count);
    return taken;
  }

  async #fill(): Promise<void> {
    const { value, done } = await this.#source.next();
    if (done) throw new BrokenFormError('the form is cut off');
    this.#held = this.#held.length === 0 ? Buffer.from(value) : Buffer.concat([this.#held, value]);
  }
}
