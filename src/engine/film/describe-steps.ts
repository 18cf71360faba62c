import { flattenTokens } from '../ffmpeg/run-order.ts';
import type { FilmCommand } from './film-tokens.ts';
import { type Chain, formatFilter } from './filter-graph.ts';
import { FILTER_REASONS, OPTION_REASONS } from './step-reasons.ts';

/** Every input, filter and output option of a command, a line each, with what it is for. */
export function describeSteps({ clips, inputs, chains, outputs }: FilmCommand): string {
  const own = inputs.map(({ tokens, file }) => [...tokens, '-i', file]);
  const read = [...clips.map(flattenTokens), ...own];
  return [
    ...read.map((words, index) => `Input ${index}\n${optionLines(words)}`),
    ...chains.map(describeChain),
    ...outputs.map(({ tokens, file }) => `Output ${file}\n${optionLines(tokens)}`),
  ].join('\n');
}

function describeChain({ from, filters, to }: Chain): string {
  const pads = (labels: readonly string[]) => labels.map((label) => `[${label}]`).join('');
  const steps = filters.map((step) => line(formatFilter(step), reasonOf(FILTER_REASONS, step.name)));
  return `${pads(from)} → ${pads(to)}\n${steps.join('\n')}`;
}

/** An option with its values a line; `-i` and the lists of decoders without their reasons' repetition. */
function optionLines(words: readonly string[]): string {
  const options: { name: string; values: string[] }[] = [];
  for (const word of words) {
    if (/^-[a-z]/.test(word)) options.push({ name: word, values: [] });
    else options.at(-1)?.values.push(word);
  }
  return options
    .map(({ name, values }) => line([name, ...values].join(' '), reasonOf(OPTION_REASONS, name)))
    .join('\n');
}

function reasonOf(reasons: Readonly<Record<string, string>>, name: string): string {
  return reasons[name] ?? `no reason is written for ${name}`;
}

const COLUMN = 60;
const LONGEST = 100;

function line(step: string, reason: string): string {
  const short = step.length > LONGEST ? `${step.slice(0, LONGEST)}…` : step;
  return `    ${short.padEnd(COLUMN)} # ${reason}`;
}
