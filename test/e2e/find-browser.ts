import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Any Chromium on the path; where there is none, tests that need a browser are counted as skipped. */
export const browserPath = (process.env['PATH'] ?? '')
  .split(delimiter)
  .flatMap((folder) => ['chromium', 'chromium-browser', 'google-chrome'].map((name) => join(folder, name)))
  .find((path) => existsSync(path));
