import { ToolsMissingError } from '../engine/ffmpeg/find-tools.ts';
import { SandboxError } from '../engine/ffmpeg/sandbox.ts';
import { RefusalError } from '../kernel/refusal.ts';
import { ConfigError } from '../platform/config.ts';
import { messageIn } from '../web/locales/index.ts';
import {
  type Command,
  type CommandInput,
  EXIT,
  type ExitCode,
  StoppedError,
  TroubleError,
  UsageError,
  wrongUse,
} from './command.ts';
import { parseWords } from './parse-words.ts';

/** Every command by its first word; the file is loaded only when it is called. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import('./serve.ts')).serve,
  work: async () => (await import('./work.ts')).work,
  demo: async () => (await import('./demo.ts')).demo,
  migrate: async () => (await import('./migrate.ts')).migrate,
  user: async () => (await import('./user.ts')).user,
  fsck: async () => (await import('./fsck.ts')).fsck,
  sweep: async () => (await import('./sweep.ts')).sweep,
  typeset: async () => (await import('./typeset.ts')).typeset,
  operator: async () => (await import('./operator.ts')).operator,
  token: async () => (await import('./token.ts')).token,
  schedule: async () => (await import('./schedule.ts')).schedule,
  qc: async () => (await import('./qc.ts')).qc,
  gallery: async () => (await import('./gallery.ts')).gallery,
  make: async () => (await import('./make.ts')).make,
  probe: async () => (await import('./probe.ts')).probe,
  doctor: async () => (await import('./doctor.ts')).doctor,
  playlist: async () => (await import('./playlist.ts')).playlist,
  schema: async () => (await import('./schema.ts')).schema,
  asrun: async () => (await import('./asrun.ts')).asrun,
};

/** Runs one command line; prints its answer and says the exit code (interfaces: 0 done, 1 failed, 2 wrong use, 3 refused; 128 + its number for a signal). */
export async function runCommand(argv: readonly string[]): Promise<ExitCode> {
  const [name = 'help', ...rest] = argv;
  if (name === 'help' || name === '--help') return printHelp();
  const load = commands[name];
  if (!load) {
    console.error(wrongUse('cli.noCommand', { name, known: Object.keys(commands).join(', ') }).message);
    return EXIT.wrongUse;
  }
  const command = await load();
  try {
    return await runParsed(command, rest);
  } catch (error) {
    return reportError(command, rest.includes('--json'), error);
  }
}

async function runParsed(command: Command, argv: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseWords(command, argv);
  if (values.help === true) {
    const more = await command.explain?.();
    console.log([command.usage, command.summary, ...(more ? [more] : [])].join('\n\n'));
    return EXIT.done;
  }
  const json = values.json === true;
  const answer = (data: unknown, words: string) =>
    process.stdout.write(json ? `${JSON.stringify(data, null, 2)}\n` : `${words}\n`);
  return command.run({ values: values as CommandInput['values'], positionals, json, answer });
}

function reportError(command: Command, json: boolean, error: unknown): ExitCode {
  if (error instanceof UsageError) {
    console.error(`${error.message}\n${command.usage}`);
    return EXIT.wrongUse;
  }
  if (error instanceof RefusalError) {
    const { code, user, params, tech } = error.refusal;
    const message = { hi: messageIn('hi', user, params), en: messageIn('en', user, params) };
    if (json) process.stdout.write(`${JSON.stringify({ refusal: { code, message, detail: tech } }, null, 2)}\n`);
    else console.error(`${message.hi}\n${message.en}\n(${code})`);
    return EXIT.refused;
  }
  // What this machine lacks and how to get it: a sentence, no stack.
  if (isOfMachine(error)) {
    console.error(error.message);
    return EXIT.failed;
  }
  if (error instanceof StoppedError) {
    console.error(error.message);
    // What still listens or draws is not waited for: nothing of it is wanted, and its folder is gone.
    process.exit(error.exitCode);
  }
  if (error instanceof ConfigError) {
    console.error(error.message);
    return EXIT.wrongUse;
  }
  console.error(error instanceof Error ? (error.stack ?? error.message) : error);
  return EXIT.failed;
}

function isOfMachine(error: unknown): error is Error {
  return error instanceof ToolsMissingError || error instanceof SandboxError || error instanceof TroubleError;
}

async function printHelp(): Promise<ExitCode> {
  for (const load of Object.values(commands)) {
    const command = await load();
    console.log(`  ${command.usage}\n      ${command.summary}`);
  }
  return EXIT.done;
}
