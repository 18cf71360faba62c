import { constants } from 'node:os';
import type { ParseArgsConfig } from 'node:util';
import { type MessageKey, messageIn, type Params } from '../web/locales/index.ts';
import type { StopSignal } from './stop-signal.ts';

export const EXIT = { done: 0, failed: 1, wrongUse: 2, refused: 3 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

type Options = NonNullable<ParseArgsConfig['options']>;

/** What a command is handed: parsed words, and where its answer goes. */
export interface CommandInput {
  readonly values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;
  readonly positionals: readonly string[];
  readonly json: boolean;
  /** The one answer on stdout: JSON with `--json`, otherwise the given words. */
  answer(json: unknown, words: string): void;
}

/** One command, one file in this folder; `load` keeps heavy code out of the others' start. */
export interface Command {
  readonly name: string;
  readonly usage: string;
  readonly summary: string;
  /** What `--help` says besides. */
  explain?(): Promise<string>;
  readonly options: Options;
  run(input: CommandInput): Promise<ExitCode>;
}

/** Wrong use: printed with the command's usage, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Wrong use, said in both languages; the Hindi stands first. */
export function wrongUse(key: MessageKey, params: Params = {}, cause?: unknown): UsageError {
  const said = `${messageIn('hi', key, params)}\n${messageIn('en', key, params)}`;
  return new UsageError(said, cause === undefined ? {} : { cause });
}

/** A signal stopped the command, and it has cleaned up: said in a sentence, with the exit code that shells give for the signal. */
export class StoppedError extends Error {
  override readonly name = 'StoppedError';
  /** 130 for Ctrl-C, 143 for SIGTERM. */
  readonly exitCode: number;
  constructor(said: string, signal: StopSignal, options?: ErrorOptions) {
    super(said, options);
    this.exitCode = 128 + constants.signals[signal];
  }
}

/** A full disk or a program of this machine that does not do its work: said in a sentence, exit code 1. */
export class TroubleError extends Error {
  override readonly name = 'TroubleError';
}

/** A text option, or undefined when it was not given. */
export function textOption(input: CommandInput, name: string): string | undefined {
  const value = input.values[name];
  return typeof value === 'string' ? value : undefined;
}

export function flag(input: CommandInput, name: string): boolean {
  return input.values[name] === true;
}
