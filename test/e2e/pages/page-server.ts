import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { basename, join } from 'node:path';
import { buildSync } from 'esbuild';
import type { Language } from '../../../src/web/locales/index.ts';
import { contextFor, type PageCase } from './case.ts';

const web = join(import.meta.dirname, '../../../src/web');

// As strict as the service: nothing inline, nothing from elsewhere.
const POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; media-src 'self'; form-action 'self'";

/** Serves every case at `/hi/<name>` and `/en/<name>`, with the pages' assets; pictures are drawn or of `images`. */
export async function servePages(cases: readonly PageCase[], images: string | undefined) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname);
    const found = answer(path.split('/').slice(1), cases, images);
    response.writeHead(found ? 200 : 404, {
      'content-type': found?.type ?? 'text/plain',
      'content-security-policy': POLICY,
    });
    response.end(found?.body ?? 'not here');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return { origin: `http://127.0.0.1:${portOf(server)}`, close: () => new Promise((done) => server.close(done)) };
}

function answer([folder, name = '']: string[], cases: readonly PageCase[], images: string | undefined) {
  if (folder === 'assets') return asset(name);
  if (folder === 'img') return picture(name, images);
  const page = cases.find((one) => one.name === name);
  if (!page || (folder !== 'hi' && folder !== 'en')) return undefined;
  return { type: 'text/html; charset=utf-8', body: drawPage(page, folder) };
}

/** The whole document of a case, as the service would answer it. */
function drawPage(page: PageCase, language: Language): string {
  const who = /^(11a|07|12)/.test(page.name) ? 'nobody' : /^(01|02|03|04|11)/.test(page.name) ? 'staff' : 'all';
  return String(page.draw({ ...contextFor(language, who), pageScript: '/assets/page.island.js' }));
}

function asset(name: string) {
  const island = /^(.+\.island)\.js$/.exec(name)?.[1];
  if (island) return { type: 'text/javascript', body: buildIsland(`${island}.ts`) };
  const type = name.endsWith('.svg') ? 'image/svg+xml' : 'text/css';
  return { type, body: readFileSync(join(web, 'assets', name)) };
}

// As scripts/build.mjs does.
function buildIsland(name: string): string {
  const path = readdirSync(web, { recursive: true, encoding: 'utf8' }).find((one) => basename(one) === name) ?? name;
  const built = buildSync({
    entryPoints: [join(web, path)],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'chrome80',
  });
  return built.outputFiles[0]?.text ?? '';
}

function picture(name: string, images: string | undefined) {
  if (images) return { type: 'image/jpeg', body: readFileSync(join(images, name)) };
  const body =
    '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360"><rect width="640" height="360" fill="#4d6a7d"/></svg>';
  return { type: 'image/svg+xml', body };
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}
