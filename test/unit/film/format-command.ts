import { flattenTokens } from '../../../src/engine/ffmpeg/run-order.ts';
import type { FilmCommand } from '../../../src/engine/film/film-tokens.ts';

/** A command as text: one option with its values a line, one chain of the graph a line. */
export function formatCommand(command: FilmCommand): string {
  const clips = command.clips.map((tokens) => `${oneOptionALine(flattenTokens(tokens))}\n`);
  const inputs = command.inputs.map(({ tokens, file }) => `${oneOptionALine([...tokens, '-i', file])}\n`);
  const outputs = command.outputs.map(({ tokens, file }) => `${oneOptionALine(tokens)}\n${file}\n`);
  return [...clips, ...inputs, `-filter_complex\n${command.graph}\n`, ...outputs].join('\n');
}

/** Words of a command, one option with its values a line. */
export function oneOptionALine(tokens: readonly string[]): string {
  const lines: string[] = [];
  for (const token of tokens) {
    if (/^-[a-z]/.test(token)) lines.push(token);
    else lines.push(`${lines.pop() ?? ''} ${token}`.trim());
  }
  return lines.join('\n');
}
