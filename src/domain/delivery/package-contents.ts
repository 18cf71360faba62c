import { createHash } from 'node:crypto';

/** A film of a package; its bytes come from the blob store when the package is read. */
export interface PackageFilm {
  readonly preset: string;
  readonly file: string;
  readonly house: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface PackageInput {
  readonly operator: string;
  readonly day: string;
  readonly films: readonly PackageFilm[];
  /** Playlists in the operator's dialects, written with the films' preset as folder. */
  readonly playlists: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly withdrawn: readonly { readonly house: string; readonly title: string; readonly reason: string }[];
  /** Sentences by key, in the operator's language (web/locales holds them). */
  readonly say: (key: string, params?: Readonly<Record<string, string | number>>) => string;
}

/** One file of a package: text that we hold, or a film named by its hash. */
export type PackageEntry = { readonly path: string; readonly sizeBytes: number; readonly sha256: string } & (
  | { readonly text: Uint8Array }
  | { readonly film: PackageFilm }
);

const CHECKSUMS = 'manifest-sha256.txt';

/**
 * What goes into `packages/<date>.zip`, in this order: REMOVE.txt when something was withdrawn (it must meet the eye
 * first), the readme, checksums that `sha256sum -c` takes as they are, playlists, films by preset folder. A withdrawn
 * cut's film is never packed, whatever the caller lists.
 */
export function listPackageContents(input: PackageInput): PackageEntry[] {
  const gone = new Set(input.withdrawn.map((one) => one.house));
  const films = input.films.filter((film) => !gone.has(film.house));
  const lists = input.playlists.map(({ name, bytes }) => toText(name, bytes));
  const unique = new Map(films.map((film) => [`${film.preset}/${film.file}`, film]));
  const packed = [...unique]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, film]) => ({ path, sizeBytes: film.bytes, sha256: film.sha256, film }));
  const removal = input.withdrawn.length > 0 ? [toText('REMOVE.txt', formatRemoval(input))] : [];
  const rest = [...removal, toText('README.txt', readmeText(input, films)), ...lists, ...packed];
  const sums = rest.map((entry) => `${entry.sha256}  ${entry.path}\n`).join('');
  const at = removal.length + 1;
  return [...rest.slice(0, at), toText(CHECKSUMS, new TextEncoder().encode(sums)), ...rest.slice(at)];
}

/** A strong name for a package: equal names, equal bytes. */
export function packageTag(entries: readonly PackageEntry[]): string {
  const words = entries.map((entry) => `${entry.path}\n${entry.sha256}\n`).join('');
  return createHash('sha256').update(words).digest('hex');
}

/** REMOVE.txt: what must leave the machine and why, for people. */
export function formatRemoval({
  withdrawn,
  say,
  day,
}: Pick<PackageInput, 'withdrawn' | 'say' | 'day'>): Uint8Array<ArrayBuffer> {
  const lines = withdrawn.map((one) => `${one.house}  ${one.title} (${one.reason})`);
  return noteText([say('package.remove.title', { day }), '', ...lines, '', say('package.remove.what')]);
}

function readmeText(
  { operator, day, say, playlists, withdrawn }: PackageInput,
  films: readonly PackageFilm[],
): Uint8Array {
  const megabytes = Math.ceil(films.reduce((sum, film) => sum + film.bytes, 0) / 1e6);
  return noteText([
    say('package.readme.title', { operator, day }),
    say('package.readme.what', { n: films.length, mb: megabytes }),
    '',
    ...(withdrawn.length > 0 ? [say('package.readme.remove')] : []),
    say('package.readme.unzip'),
    say('package.readme.play', { files: playlists.map((one) => one.name).join(', ') }),
    say('package.readme.check', { file: CHECKSUMS }),
    say('package.readme.confirm'),
  ]);
}

/** For old Notepads: byte order mark, else Hindi turns to rubbish there; CR LF, else all stands on one line. */
function noteText(lines: readonly string[]): Uint8Array<ArrayBuffer> {
  const plain = lines.map((line) => line.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' '));
  return new TextEncoder().encode(`\uFEFF${plain.join('\r\n')}\r\n`);
}

function toText(path: string, text: Uint8Array): PackageEntry {
  return { path, sizeBytes: text.length, sha256: createHash('sha256').update(text).digest('hex'), text };
}
