// `npm run soak -- films [DIR] [--only TEXT] [--results FILE.tsv]`: every film of a manifest (../shared/media) makes a spot in an
// SD and an upright file that pass quality control, the looks by turns, or is refused with a sentence; exits 1 when one does
// neither. A row is written as soon as it is known: films that have one in FILE are not tried again.
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { LOOK_NAMES } from '../src/engine/graphics/look-names.ts';
import { formatOutcome, hasFilms, listManifestFilms, parseOutcome, tryFilm } from '../test/medium/every-film.ts';

const root = resolve(import.meta.dirname, '..');
const text = { type: 'string' };
const { values, positionals } = parseArgs({ allowPositionals: true, options: { only: text, results: text } });
const folder = resolve(positionals[0] ?? join(root, '../shared/media'));
if (!hasFilms(folder)) {
  console.log(`skipped: there are no films in ${folder}`);
  process.exit(0);
}
const out = mkdtempSync(join(tmpdir(), 'prerna-films-'));
const results = values.results === undefined ? undefined : resolve(values.results);
const before = results !== undefined && existsSync(results) ? readFileSync(results, 'utf8').trim().split('\n') : [];
const known = new Map(before.map(parseOutcome).map((one) => [one.film, one]));
const outcomes = [];
for (const [index, name] of listManifestFilms(folder).entries()) {
  if (!name.includes(values.only ?? '')) continue;
  const film = { folder, name, look: LOOK_NAMES[index % LOOK_NAMES.length] };
  const one = known.get(name) ?? (await tryFilm(root, film, join(out, String(index))));
  outcomes.push(one);
  if (results !== undefined && !known.has(name)) appendFileSync(results, `${formatOutcome(one)}\n`);
  rmSync(join(out, String(index)), { recursive: true, force: true });
  const cells = [one.outcome.padEnd(8), `${String(one.seconds).padStart(4)} s`, one.look.padEnd(6), one.film, one.said];
  console.log(cells.join('  ').trimEnd());
}
rmSync(out, { recursive: true, force: true });
const count = (outcome) => outcomes.filter((one) => one.outcome === outcome).length;
console.log(
  `\n${outcomes.length} films: ${count('made')} made and passed, ${count('refused')} refused with a sentence, ${count('wrong')} neither`,
);
process.exit(count('wrong') === 0 ? 0 : 1);
