import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse as parseYaml } from 'yaml';
import { findPlaylistDialect, playlistDialects } from '../engine/playlists/dialects.ts';
import { parseLogDocument } from '../engine/playlists/log-document.ts';
import { parsePlaylistSettings } from '../engine/playlists/playlist-settings.ts';
import { type PlaylistFile, writePlaylist } from '../engine/playlists/write-playlist.ts';
import { type Refusal, RefusalError, unwrap } from '../kernel/refusal.ts';
import { type Command, type CommandInput, EXIT, type ExitCode, textOption, wrongUse } from './command.ts';
import { readJson } from './read-document.ts';

export const playlist: Command = {
  name: 'playlist',
  usage:
    'prerna playlist write LOG.json --dialect D --out DIR [--operator-settings F.yaml] [--json] | playlist dialects [--json]',
  summary: 'Writes one log in the form that a playout machine reads, or lists those forms.',
  options: {
    dialect: { type: 'string' },
    out: { type: 'string' },
    'operator-settings': { type: 'string' },
  },
  async run(input) {
    const [act, file, ...rest] = input.positionals;
    if (act === 'dialects' && file === undefined) return listDialects(input);
    if (act === 'write' && file !== undefined && rest.length === 0) return write(input, file);
    throw wrongUse('cli.say', { words: 'playlist write LOG.json, playlist dialects' });
  },
};

function listDialects(input: CommandInput): ExitCode {
  const dialects = playlistDialects.map(({ name, extension, contentType, carriesTimes }) => ({
    name,
    fileName: `<channel>_<YYYY-MM-DD>.${extension}`,
    carriesTimes,
    contentType,
  }));
  input.answer({ dialects }, dialects.map(({ name, fileName }) => `${name}\t${fileName}`).join('\n'));
  return EXIT.done;
}

async function write(input: CommandInput, path: string): Promise<ExitCode> {
  const [name, out] = [textOption(input, 'dialect'), textOption(input, 'out')];
  if (!name || !out) throw wrongUse('cli.needs', { options: '--dialect, --out' });
  const dialect = findPlaylistDialect(name);
  if (!dialect) throw new RefusalError(unknownDialect(name));
  const log = unwrap(parseLogDocument(await readJson(path)));
  const settings = unwrap(parsePlaylistSettings(await readSettings(textOption(input, 'operator-settings'))));
  const made = unwrap(writePlaylist(dialect, log, settings));
  await save(out, made);
  const files = [{ name: made.name, bytes: made.bytes.length, sha256: made.sha256 }];
  input.answer({ files }, join(out, made.name));
  return EXIT.done;
}

function unknownDialect(name: string): Refusal {
  const known = playlistDialects.map((one) => one.name).join(', ');
  const tech = `no playlist dialect ${name}; written are ${known}`;
  return { code: 'playlist.dialect', user: 'playlist.refused.dialect', tech, params: { name, known } };
}

async function readSettings(path: string | undefined): Promise<unknown> {
  if (path === undefined) return {};
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw wrongUse('cli.unreadable', { path }, cause);
  });
  try {
    return parseYaml(text);
  } catch (cause) {
    throw wrongUse('cli.noYaml', { path, why: cause instanceof Error ? cause.message : String(cause) }, cause);
  }
}

async function save(folder: string, file: PlaylistFile): Promise<void> {
  await mkdir(folder, { recursive: true });
  // Beside, then renamed: a machine that polls the folder never reads half a list.
  await writeFile(join(folder, `${file.name}.part`), file.bytes);
  await rename(join(folder, `${file.name}.part`), join(folder, file.name));
}
