import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { listFiles } from './list-files.mjs';

/** What may be written only in certain rooms; `tell` says what to do instead. */
const RULES = [
  {
    word: /process\.env/,
    rooms: /^src\/platform\/config\.ts$/,
    tell: 'read it in platform/config.ts and hand the decided value in',
  },
  {
    word: /Date\.now\(|new Date\(\)/,
    rooms: /^src\/platform\/|\.island\.ts$/,
    tell: 'ask the Clock that you were given',
  },
  {
    word: /from 'node:fs(\/promises)?'/,
    rooms: /^src\/(platform|engine|cli|api\/uploads|domain\/(intake|render|directory))\//,
    tell: 'go through a port (blobs, catalogue) or an engine function',
  },
  {
    word: /drawtext|subtitles=/,
    rooms: /^$/,
    tell: 'drawtext and subtitles= do not shape Devanagari: write ASS (engine/captions)',
  },
  {
    word: /\.transaction\(\s*async/,
    rooms: /^$/,
    tell: 'better-sqlite3 transactions are synchronous; an async one writes outside it',
  },
  { word: /\b(it|test|describe)\.only\(/, rooms: /^$/, tell: 'take the .only away', tests: true },
];

/** Files above 400 lines, each with its reason. */
const LONG_FILES = new Map([]);

const BANNED_NAMES = /(^|\/)(utils?|helpers?|common|misc|manager)(\.|\/|$)/;

/** Words in their rooms, file names, sizes. */
export function checkRooms(root) {
  const findings = [];
  const files = [
    ...listFiles(join(root, 'src')),
    ...listFiles(join(root, 'test')).filter((file) => !file.includes('/golden/')),
  ];
  for (const file of files) {
    const path = relative(root, file);
    if (!/\.tsx?$/.test(path)) continue;
    const text = readFileSync(file, 'utf8');
    findings.push(...misplacedWords(path, text));
    const lines = text.split('\n').length;
    if (path.startsWith('src/') && lines > 400 && !LONG_FILES.has(path))
      findings.push(`${path}: ${lines} lines; two ideas live here, give each its file`);
    if (path.startsWith('src/') && BANNED_NAMES.test(path)) findings.push(`${path}: name the file after its idea`);
    if (path.startsWith('src/') && !/^[a-z0-9./-]+$/.test(path)) findings.push(`${path}: file names are kebab-case`);
  }
  return findings;
}

function misplacedWords(path, text) {
  const findings = [];
  for (const rule of RULES) {
    if (!rule.tests && !path.startsWith('src/')) continue;
    if (rule.rooms.test(path)) continue;
    const lines = text.split('\n');
    lines.forEach((line, index) => {
      const code = line.replace(/^\s*(\/\/|\*|\/\*).*$/, '');
      if (rule.word.test(code)) findings.push(`${path}:${index + 1}: ${code.trim()}\n  ${rule.tell}`);
    });
  }
  return findings;
}
