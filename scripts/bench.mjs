// `npm run bench:render`: a benchmark of test/bench, run from source by the packaged Node (it strips the types).
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const [name = '', ...words] = process.argv.slice(2);
const file = join(dirname(dirname(fileURLToPath(import.meta.url))), 'test', 'bench', `${name}.bench.ts`);
if (!/^[a-z-]+$/.test(name) || !existsSync(file)) {
  console.error('bench: say which: render, draft');
  process.exit(2);
}
const { run } = await import(pathToFileURL(file).href);
await run(words);
