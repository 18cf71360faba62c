// `npm run soak [-- KILLS]`: the line under 50 random SIGKILLs, with a table; exits 1 when anything was lost.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killTheLine } from '../test/medium/killed-line.ts';

const kills = Number(process.argv[2] ?? 50);
const folder = mkdtempSync(join(tmpdir(), 'prerna-soak-'));
const begun = performance.now();
console.log('kill  film  place     after ms  left over');
let n = 0;
const line = await killTheLine(folder, {
  kills,
  tell({ film, place, afterMs, leftOver }) {
    n += 1;
    const cells = [String(n).padStart(4), String(film + 1).padStart(4), place.padEnd(8), String(afterMs).padStart(8)];
    console.log(`${cells.join('  ')}  ${String(leftOver).padStart(9)}`);
  },
});
const leftOver = line.kills.reduce((sum, kill) => sum + kill.leftOver, 0);
const notOnce = line.cuts.filter(({ madeTimes }) => madeTimes !== 1).length;
const films = line.cuts.reduce((sum, cut) => sum + cut.films, 0);
const passed = line.cuts.reduce((sum, cut) => sum + cut.passed, 0);
console.log(`\n${line.kills.length} kills, ${line.films} films in ${Math.round((performance.now() - begun) / 1000)} s`);
console.log(`uploads with the right SHA-256: ${line.rightHashes} of ${line.films}`);
console.log(
  `cuts made exactly once, first ones and corrected ones: ${line.cuts.length - notOnce} of ${line.cuts.length}`,
);
console.log(`their files that pass \`prerna qc\`: ${passed} of ${films}`);
console.log(`processes left over: ${leftOver}`);
console.log(`fsck: ${line.fsck.clean ? 'clean' : line.fsck.said}`);
const sound = line.fsck.clean && leftOver === 0 && notOnce === 0 && passed === films && line.rightHashes === line.films;
if (sound) rmSync(folder, { recursive: true, force: true });
else console.log(`kept for a look: ${folder}`);
process.exit(sound ? 0 : 1);
