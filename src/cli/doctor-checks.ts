import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { proveShaping } from '../engine/ffmpeg/capabilities.ts';
import { ToolsMissingError } from '../engine/ffmpeg/find-tools.ts';
import { createMedia, type Media } from '../engine/ffmpeg/media.ts';
import { SandboxError } from '../engine/ffmpeg/sandbox.ts';
import { findVersionWarning } from '../engine/ffmpeg/version.ts';
import { FONT_NAMES, type FontName, fontFile } from '../engine/graphics/typeface.ts';
import { openSenses } from '../engine/senses/open-senses.ts';
import { freeBytes } from '../platform/blobs/free-space.ts';
import type { Config } from '../platform/config.ts';

/** One finding. A warning does not fail the doctor; a problem does. */
export interface Diagnosis {
  readonly state: 'ok' | 'warning' | 'problem';
  readonly said: string;
  /** The command, or the step, that mends it. */
  readonly mend?: string;
}

/** One thing to look at; another part of the house adds its own line to `checks`. */
export interface DoctorCheck {
  readonly id: string;
  run(config: Config): Promise<Diagnosis[]>;
}

export const checks: readonly DoctorCheck[] = [
  { id: 'node', run: checkNode },
  { id: 'ffmpeg', run: checkMedia },
  { id: 'fonts', run: checkFonts },
  { id: 'models', run: checkModels },
  { id: 'disk', run: checkDisk },
];

const ok = (said: string): Diagnosis => ({ state: 'ok', said });
const warning = (said: string, mend: string): Diagnosis => ({ state: 'warning', said, mend });
const problem = (said: string, mend: string): Diagnosis => ({ state: 'problem', said, mend });

const INSTALL_FFMPEG = 'apt-get install -y ffmpeg (or set FFMPEG_PATH and FFPROBE_PATH to a newer build)';

async function checkNode(): Promise<Diagnosis[]> {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  // better-sqlite3 13 breaks without a word below this.
  const fit = major > 22 || (major === 22 && minor >= 14);
  const said = `Node ${process.versions.node} (${process.execPath})`;
  return [fit ? ok(said) : problem(`${said} is older than 22.14`, 'npm ci (it brings Node 24)')];
}

async function checkMedia(config: Config): Promise<Diagnosis[]> {
  try {
    const media = await createMedia(config);
    return [...judgeTools(media), ...judgeSandbox(media, config), await judgeShaping(media)];
  } catch (cause) {
    if (cause instanceof ToolsMissingError) return [problem(cause.message, INSTALL_FFMPEG)];
    if (cause instanceof SandboxError) return [problem(cause.message, 'apt-get install -y bubblewrap')];
    throw cause;
  }
}

function judgeTools({ tools, capabilities }: Media): Diagnosis[] {
  const found = `FFmpeg ${tools.version.text}: ${tools.ffmpeg} (${tools.ffmpegFrom}), ${tools.ffprobe} (${tools.ffprobeFrom})`;
  const hole = findVersionWarning(tools.version);
  const { zscale, vidstab, hqdn3d, ...needed } = capabilities;
  const missing = Object.entries(needed).flatMap(([name, there]) => (there ? [] : [name]));
  return [
    ok(found),
    ...(hole === undefined ? [] : [warning(hole, INSTALL_FFMPEG)]),
    ...(missing.length === 0 ? [] : [problem(`FFmpeg was built without ${missing.join(', ')}`, INSTALL_FFMPEG)]),
    ...(zscale ? [] : [warning('FFmpeg was built without zscale: HDR films will look pale', INSTALL_FFMPEG)]),
    ...(vidstab ? [] : [warning('FFmpeg was built without vid.stab: no picture can be steadied', INSTALL_FFMPEG)]),
    ...(hqdn3d ? [] : [warning('FFmpeg was built without hqdn3d: no grain can be taken out', INSTALL_FFMPEG)]),
  ];
}

function judgeSandbox({ sandbox: { tier, proved, reasons } }: Media, config: Config): Diagnosis[] {
  if (proved) return [ok(`sandbox: ${tier}, proved by a live trial`)];
  const mend =
    config.sandbox === 'off' ? 'PRERNA_SANDBOX=auto' : 'apt-get install -y bubblewrap; allow user namespaces';
  return [warning(`sandbox: ${tier}, not proved (${reasons.join('; ')})`, mend)];
}

async function judgeShaping({ runner, capabilities }: Media): Promise<Diagnosis> {
  const shaped = capabilities.libass && (await proveShaping(runner));
  return shaped
    ? ok('Hindi letters are shaped by HarfBuzz')
    : problem('FFmpeg does not shape Hindi letters: captions would come out broken', INSTALL_FFMPEG);
}

async function checkFonts(): Promise<Diagnosis[]> {
  const missing = FONT_NAMES.filter((name) => !isFontThere(name));
  return [missing.length === 0 ? ok(`fonts: ${FONT_NAMES.join(', ')}`) : problem(`no ${missing.join(', ')}`, 'npm ci')];
}

function isFontThere(name: FontName): boolean {
  try {
    return existsSync(fontFile(name));
  } catch (cause) {
    // Its package is not installed.
    if (cause instanceof Error && 'code' in cause && cause.code === 'MODULE_NOT_FOUND') return false;
    throw cause;
  }
}

/** The automatic draft works without either; it then chooses by loudness alone, or without regard to faces. */
async function checkModels({ projectRoot }: Config): Promise<Diagnosis[]> {
  const senses = await openSenses(join(projectRoot, 'presets/models'));
  await senses.close();
  const { speech, faces } = senses.lack;
  const mend = 'git checkout presets/models';
  return [
    speech === undefined ? ok('speech is heard by its model') : warning(`speech is told by loudness: ${speech}`, mend),
    faces === undefined ? ok('faces are seen by their model') : warning(`faces are not looked for: ${faces}`, mend),
  ];
}

// A long clip, its proxy and five deliverables: below this the next upload may not fit.
const LOW_BYTES = 10 * 2 ** 30;

async function checkDisk({ dataDir }: Config): Promise<Diagnosis[]> {
  const free = await freeBytes(nearestFolder(dataDir));
  const said = `${(free / 2 ** 30).toFixed(1)} GiB free for ${dataDir}`;
  return [free >= LOW_BYTES ? ok(said) : warning(said, 'prerna sweep, or PRERNA_DATA_DIR on a larger disk')];
}

/** The data folder is made at the first start: until then, the folder that it will lie in. */
function nearestFolder(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : nearestFolder(dirname(folder));
}
