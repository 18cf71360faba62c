import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { LookName } from '../../src/engine/graphics/look-names.ts';

const MANIFEST = 'MANIFEST.tsv';

// Folders of the manifest that hold films (and what only looks like one).
const FOLDERS = ['phone', 'people', 'camera', 'general', 'broken'];

/** Names of all films in a manifest: tab-separated rows whose first column is a path. */
export function listManifestFilms(folder: string): string[] {
  const rows = readFileSync(join(folder, MANIFEST), 'utf8').split('\n').slice(1);
  return rows
    .map((row) => row.split('\t')[0] ?? '')
    .filter((path) => FOLDERS.includes(path.split('/')[0] ?? '') || path.endsWith('.mp4'));
}

const outcomes = z.enum(['made', 'refused', 'wrong']);

export interface TriedFilm {
  readonly folder: string;
  readonly name: string;
  readonly look: LookName;
}

export interface FilmOutcome {
  readonly film: string;
  readonly look: string;
  /** `made`: its spot passed quality control · `refused`: with a sentence in both languages · `wrong`: neither. */
  readonly outcome: z.infer<typeof outcomes>;
  readonly said: string;
  readonly seconds: number;
}

const sentence = z.string().min(10);
const refusal = z.object({
  refusal: z.object({ code: z.string(), message: z.object({ hi: sentence, en: sentence }) }),
});
const check = z.object({ id: z.string(), passed: z.boolean().nullable(), measured: z.union([z.string(), z.number()]) });
const made = z.object({
  deliverables: z.array(z.object({ qc: z.object({ passed: z.boolean(), checks: z.array(check) }) })).min(1),
});

// The oldest of television and what is furthest from it: between them lie all ways in which a picture is framed.
const PRESETS = 'sd-mpeg2,social-9x16';

/** What becomes of one film by `make`, at ten seconds or as much as it fills. */
export async function tryFilm(root: string, { folder, name, look }: TriedFilm, out: string): Promise<FilmOutcome> {
  const begun = performance.now();
  const path = join(folder, name);
  const said = ['--name', 'रामलाल अहिरवार', '--place', 'ज़िला सीहोर', '--scheme', 'PMA', '--look', look];
  const words = [...said, '--presets', PRESETS, '--json', '--out', out];
  const run = await runMake(root, [path, ...words, '--length', '10']);
  const seconds = Math.round((performance.now() - begun) / 1000);
  return { film: name, look, ...judge(run), seconds };
}

/** One line of tab-separated values. */
export function formatOutcome({ outcome, seconds, look, film, said }: FilmOutcome): string {
  return [outcome, seconds, look, film, said.replaceAll(/\s+/g, ' ')].join('\t');
}

/** Throws for a line that `formatOutcome` has not written. */
export function parseOutcome(line: string): FilmOutcome {
  const [outcome, seconds, look = '', film = '', said = ''] = line.split('\t');
  return { outcome: outcomes.parse(outcome), seconds: Number(seconds), look, film, said };
}

interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function judge({ code, stdout, stderr }: Run): Pick<FilmOutcome, 'outcome' | 'said'> {
  if (code === 3) {
    const told = refusal.safeParse(readJson(stdout));
    if (!told.success) return { outcome: 'wrong', said: `refused without a sentence: ${stdout.slice(0, 200)}` };
    return { outcome: 'refused', said: `${told.data.refusal.code}: ${told.data.refusal.message.hi}` };
  }
  const answer = made.safeParse(readJson(stdout));
  if (!answer.success) return { outcome: 'wrong', said: `exit ${code}: ${stderr.slice(-300)}` };
  const failed = answer.data.deliverables.flatMap(({ qc }) => qc.checks.filter(({ passed }) => passed === false));
  const passed = code === 0 && failed.length === 0;
  return { outcome: passed ? 'made' : 'wrong', said: failed.map(({ id, measured }) => `${id} ${measured}`).join(', ') };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // No document at all: judged as such.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function runMake(root: string, words: readonly string[]): Promise<Run> {
  const child = spawn(process.execPath, [join(root, 'scripts/prerna.mjs'), 'make', ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].on('data', (chunk) => {
      said[stream] += chunk;
    });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? -1, ...said }));
  });
}

/** Whether a folder holds the manifest. */
export function hasFilms(folder: string): boolean {
  return existsSync(join(folder, MANIFEST));
}
