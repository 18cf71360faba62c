// Draws the README's picture (scripts/readme/line.jpg) from the pages and the film of a running demo:
//   PRERNA_ADMIN_PASSWORD=… npm start -- --demo       (wait for the first films)
//   PRERNA_ADMIN_PASSWORD=… node scripts/readme-picture.mjs http://127.0.0.1:8080
// Needs Chromium (CHROMIUM_PATH or /usr/bin/chromium), FFmpeg (FFMPEG_PATH or on the path) and the demo's PRERNA_DATA_DIR.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const out = join(root, 'scripts', 'readme', 'line.jpg');
const [base = 'http://127.0.0.1:8080'] = process.argv.slice(2);
const password = process.env.PRERNA_ADMIN_PASSWORD ?? '';
// The seconds of the film at which name band and caption stand together.
const FILM_SECONDS = 2.6;
const MOST_BYTES = 300_000;

const folder = mkdtempSync(join(tmpdir(), 'prerna-readme-'));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  const staff = await signIn('staff', { width: 390, height: 780 });
  const spot = (await read(staff, '/api/v1/spots')).items.find((one) => one.state === 'approved');
  if (!spot) throw new Error('no film of the demo is approved yet: wait a little');
  const pictures = {
    phone: await shoot(staff, `/spots/${spot.id}`),
    film: await takeFrame(staff, spot.id),
    operator: await shoot(await open({ width: 760, height: 684 }), operatorAddress()),
    month: await shoot(await signIn('airing', { width: 1280, height: 640 }), '/airing'),
  };
  await compose(pictures);
  const { size } = statSync(out);
  if (size > MOST_BYTES) throw new Error(`${out} has ${size} bytes, more than ${MOST_BYTES}`);
  console.log(`${out}: ${Math.round(size / 1000)} kB`);
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}

async function open(viewport) {
  const context = await browser.newContext({ viewport, locale: 'hi-IN', deviceScaleFactor: 1.5 });
  return context.newPage();
}

async function signIn(login, viewport) {
  const page = await open(viewport);
  await page.goto(`${base}/login`);
  await page.fill('input[name=login]', login);
  await page.fill('input[name=password]', password);
  await page.click('button.go');
  await page.waitForURL((url) => url.pathname !== '/login');
  return page;
}

async function read(page, path) {
  const answer = await page.request.get(`${base}${path}`);
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()}`);
  return answer.json();
}

async function shoot(page, path) {
  await page.goto(new URL(path, base).href, { waitUntil: 'networkidle' });
  return page.screenshot();
}

async function takeFrame(page, spotId) {
  const { cuts } = await read(page, `/api/v1/spots/${spotId}`);
  const cut = cuts.find((one) => one.state === 'approved');
  const answer = await page.request.get(`${base}/api/v1/cuts/${cut.id}/films/web`);
  const film = join(folder, 'film.mp4');
  writeFileSync(film, await answer.body());
  const frame = join(folder, 'frame.png');
  const seek = ['-ss', String(FILM_SECONDS), '-i', film, '-frames:v', '1'];
  execFileSync(process.env.FFMPEG_PATH ?? 'ffmpeg', ['-v', 'error', '-y', ...seek, frame]);
  return readFileSync(frame);
}

function operatorAddress() {
  const words = ['operator', 'token', 'create', '--operator', 'example-ujjain', '--name', 'readme', '--json'];
  return JSON.parse(
    execFileSync(process.execPath, [join(root, 'scripts/prerna.mjs'), ...words], { encoding: 'utf8' }),
  ).address.replace(/^https?:\/\/[^/]+/, '');
}

async function compose({ phone, film, operator, month }) {
  const page = await (await browser.newContext({ viewport: { width: 1600, height: 1010 } })).newPage();
  const image = (bytes) => `data:image/png;base64,${bytes.toString('base64')}`;
  const box = (name, bytes, text) =>
    `<figure class="${name}"><img src="${image(bytes)}"><figcaption>${text}</figcaption></figure>`;
  await page.setContent(`<style>
    body{margin:0;background:#f3f0e8;font:600 22px/1.5 'Noto Sans Devanagari','Noto Sans',sans-serif;color:#3c3a46}
    figure{position:absolute;margin:0} img{display:block;width:100%;border-radius:10px;border:1px solid #d8d3c6;background:#fff}
    figcaption{padding:8px 2px 0}
    .phone{left:48px;top:48px;width:400px} .phone img{border-radius:28px;border:6px solid #2c2a36;box-sizing:border-box}
    .film{left:496px;top:48px;width:620px} .operator{left:1164px;top:48px;width:388px}
    .operator img{height:349px;object-fit:cover;object-position:top} .month{left:496px;top:462px;width:1056px}
    .month img{height:448px;object-fit:cover;object-position:top}</style>
    ${box('phone', phone, '१ · ज़िले का फ़ोन')}${box('film', film, '२ · बनी हुई फ़िल्म')}
    ${box('operator', operator, '३ · केबल ऑपरेटर')}${box('month', month, '४ · किस दिन क्या चला')}`);
  mkdirSync(dirname(out), { recursive: true });
  await page.screenshot({ path: out, type: 'jpeg', quality: 82 });
}
