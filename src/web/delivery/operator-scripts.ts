import {
  buildOperatorManifest,
  formatManifestLines,
  formatRemoval,
  listWithdrawn,
  today,
} from '../../domain/delivery/index.ts';
import { NotFoundError } from '../../kernel/not-found.ts';
import { auditHead } from '../../platform/db/audit.ts';
import type { WebContext } from '../http/route.ts';
import { messageIn } from '../locales/index.ts';
import { ownOperator, ownPath } from './operator-machine.ts';

/** Ready scripts that fetch by themselves, by the name under which they are saved. */
const SCRIPTS = ['prerna-windows.ps1', 'prerna-linux.sh'] as const;

/** A script with the operator's own address in it. */
export function serveScript(c: WebContext) {
  const app = c.get('app');
  ownOperator(c);
  const name = SCRIPTS.find((one) => one === c.req.param('file'));
  const asset = name && app.assets.get(name);
  if (!asset) throw new NotFoundError('script');
  const address = new URL(ownPath(c), app.config.publicUrl).href;
  // It goes between quotes of two languages: nothing that either could read as anything but letters.
  if (!/^[A-Za-z0-9:/._~%[\]-]+$/.test(address)) throw new RangeError('an address that no script can hold');
  const text = new TextDecoder().decode(asset.bytes).replaceAll('@@ADDRESS@@', address);
  return c.body(forSystem(name, text), 200, {
    'content-type': asset.type,
    'content-disposition': `attachment; filename="${name}"`,
  });
}

/** Windows PowerShell takes a file without a byte order mark for its own code page, and Notepad wants CR LF. */
function forSystem(name: string, text: string): string {
  return name.endsWith('.ps1') ? `\uFEFF${text.replaceAll('\n', '\r\n')}` : text;
}

/** `manifest.json` for scripts that know no JSON. */
export function serveManifestLines(c: WebContext) {
  const app = c.get('app');
  const operator = ownOperator(c);
  const manifest = buildOperatorManifest(app, operator, auditHead(app.catalogue.rows)?.hash ?? '');
  const text = formatManifestLines(manifest, operator.settings, listRemovals(c));
  return c.body(text, 200, { 'content-type': 'text/plain; charset=utf-8' });
}

/** What the operator has not yet said to have removed, for people; not there when nothing waits. */
export function serveRemoval(c: WebContext) {
  const withdrawn = listRemovals(c).filter((one) => !one.acked);
  if (withdrawn.length === 0) throw new NotFoundError('removal');
  const say = sayIn(c);
  const text = formatRemoval({ withdrawn, say, day: today(c.get('app')) });
  return c.body(text, 200, { 'content-type': 'text/plain; charset=utf-8' });
}

function listRemovals(c: WebContext) {
  const say = sayIn(c);
  return listWithdrawn(c.get('app').catalogue.rows, ownOperator(c).id, { language: c.get('language'), say });
}

function sayIn(c: WebContext) {
  const language = c.get('language');
  return (key: string, params?: Readonly<Record<string, string | number>>) => messageIn(language, key, params);
}
