import { makeZip, predictLength } from 'client-zip';
import type { PackageEntry, PackageFilm } from './package-contents.ts';

/** Opens a film's bytes; called when its turn in the zip comes. */
export type OpenFilm = (film: PackageFilm) => Promise<AsyncIterable<Uint8Array>>;

/**
 * The package as a zip (stored, not squeezed: films do not shrink) whose length is known before its first byte, so that
 * a browser shows the time left. Same entries and date, same bytes. A film that is not what its entry says breaks the
 * stream: a short download is seen, a wrong film would not be.
 */
export function zipPackage(entries: readonly PackageEntry[], madeAt: Date, openFilm: OpenFilm) {
  const metadata = entries.map(({ path, sizeBytes }) => ({ name: path, size: sizeBytes, lastModified: madeAt }));
  return { lengthBytes: Number(predictLength(metadata)), stream: makeZip(filesOf(entries, madeAt, openFilm)) };
}

async function* filesOf(entries: readonly PackageEntry[], lastModified: Date, openFilm: OpenFilm) {
  for (const entry of entries) {
    const { path: name, sizeBytes: size } = entry;
    if ('text' in entry) yield { name, size, lastModified, input: entry.text };
    else yield { name, size, lastModified, input: exactly(size, await openFilm(entry.film), name) };
  }
}

async function* exactly(
  sizeBytes: number,
  chunks: AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<Uint8Array> {
  let seen = 0;
  for await (const chunk of chunks) {
    seen += chunk.length;
    if (seen > sizeBytes) break;
    yield chunk;
  }
  if (seen !== sizeBytes) throw new RangeError(`${name}: ${seen} bytes where ${sizeBytes} were promised`);
}
