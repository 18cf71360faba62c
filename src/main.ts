import { runCommand } from './cli/commands.ts';

/** Process entry: argv → command → exit code. */
export async function main(argv: readonly string[]): Promise<void> {
  process.exitCode = await runCommand(argv);
}
