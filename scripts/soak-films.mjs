// `npm run soak -- films [DIR]`: every film of a manifest (../shared/media) makes a spot that passes quality control, or is
// refused with a sentence; exits 1 when one does neither.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { hasFilms, listManifestFilms, tryFilm } from '../test/medium/every-film.ts';

const root = resolve(import.meta.dirname, '..');
const folder = resolve(process.argv[2] ?? join(root, '../shared/media'));
if (!hasFilms(folder)) {
  console.log(`skipped: there are no films in ${folder}`);
  process.exit(0);
}
const out = mkdtempSync(join(tmpdir(), 'prerna-films-'));
const outcomes = [];
for (const name of listManifestFilms(folder)) {
  const one = await tryFilm(root, { folder, name }, join(out, String(outcomes.length)));
  outcomes.push(one);
  console.log(
    `${one.outcome.padEnd(8)} ${String(one.seconds).padStart(4)} s  ${one.film}${one.said ? `  ${one.said}` : ''}`,
  );
}
rmSync(out, { recursive: true, force: true });
const count = (outcome) => outcomes.filter((one) => one.outcome === outcome).length;
console.log(
  `\n${outcomes.length} films: ${count('made')} made and passed, ${count('refused')} refused with a sentence, ${count('wrong')} neither`,
);
process.exit(count('wrong') === 0 ? 0 : 1);
