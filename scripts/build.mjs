// Source → dist/<hash of the source>/: one bundle for Node (packages stay outside it), one file an island for browsers.
// Keyed by the source, so a second start only hashes (some 30 ms) and never builds.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Builds when needed; answers the path of the Node entry. Safe when two processes build at once. */
export async function build(root) {
  const out = join(root, 'dist', sourceKey(root));
  const entry = join(out, 'main.js');
  if (existsSync(entry)) return entry;
  const part = `${out}.${process.pid}.part`;
  mkdirSync(part, { recursive: true });
  const esbuild = await import('esbuild');
  await esbuild.build({
    entryPoints: {
      main: join(root, 'src/main.ts'),
      // A thread's own entry, found beside the bundle.
      'senses.worker': join(root, 'src/engine/senses/senses.worker.ts'),
    },
    outdir: part,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node22',
    packages: 'external',
    sourcemap: 'linked',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    logLevel: 'warning',
  });
  const islands = listIslands(root);
  if (islands.length > 0) {
    await esbuild.build({
      entryPoints: islands,
      outdir: join(part, 'islands'),
      outbase: join(root, 'src/web'),
      entryNames: '[name]',
      bundle: true,
      minify: true,
      platform: 'browser',
      format: 'esm',
      // The operator's page must work in Chrome 80.
      target: 'chrome80',
      logLevel: 'warning',
    });
  }
  try {
    renameSync(part, out);
  } catch (error) {
    // Another process finished the same build first: its files are the same as ours.
    rmSync(part, { recursive: true, force: true });
    if (!existsSync(entry)) throw error;
  }
  removeOldBuilds(join(root, 'dist'), out);
  return entry;
}

/** Islands are `src/web/**` files named `*.island.ts`. */
function listIslands(root) {
  return listFiles(join(root, 'src/web')).filter((file) => file.endsWith('.island.ts'));
}

function sourceKey(root) {
  const hash = createHash('sha256');
  const files = [...listFiles(join(root, 'src')), join(root, 'package-lock.json'), join(root, 'scripts/build.mjs')];
  for (const file of files) hash.update(`${relative(root, file)}\0`).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

function listFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath ?? item.path, item.name))
    .sort();
}

// Keeps the newest few: a running service may still load a chunk of the build that it started from.
function removeOldBuilds(dist, current) {
  const builds = readdirSync(dist).filter((name) => !name.endsWith('.part') && join(dist, name) !== current);
  for (const name of builds.slice(0, Math.max(0, builds.length - 3)))
    rmSync(join(dist, name), { recursive: true, force: true });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(await build(dirname(dirname(fileURLToPath(import.meta.url)))));
}
