// Appends to an upload slowly and says each offset that was acknowledged, until it is killed.
import { setTimeout as wait } from 'node:timers/promises';
import { openApp } from '../../src/app.ts';
import { appendUpload } from '../../src/domain/intake/index.ts';
import { readUpload } from '../../src/domain/intake/upload.store.ts';
import { readConfig } from '../../src/platform/config.ts';
import { filmBytes } from './film-bytes.ts';

const [folder = '', id = '', size = '0'] = process.argv.slice(2);
const app = openApp(readConfig({ PRERNA_DATA_DIR: folder, PRERNA_LOG_LEVEL: 'silent' }));
const whole = filmBytes(Number(size));

async function* slowly() {
  for (let at = 0; at < whole.length; at += 512 * 1024) {
    yield whole.subarray(at, at + 512 * 1024);
    await wait(5);
    process.stdout.write(`${readUpload(app.catalogue.rows, id).offsetBytes}\n`);
  }
}

await appendUpload(app, readUpload(app.catalogue.rows, id), 0, slowly());
