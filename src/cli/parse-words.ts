import { parseArgs } from 'node:util';
import { type Command, type CommandInput, wrongUse } from './command.ts';

/** A command's words by its own options; what cannot be meant is said in our sentences. Throws UsageError. */
export function parseWords(command: Command, argv: readonly string[]): Pick<CommandInput, 'values' | 'positionals'> {
  const options = { ...command.options, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const;
  const config = { args: [...argv], options, allowPositionals: true, strict: false, tokens: true } as const;
  const { values, positionals, tokens } = parseArgs(config);
  const known: Command['options'] = options;
  for (const token of tokens) if (token.kind === 'option') checkOption(token, known[token.name]);
  return { values, positionals };
}

interface OptionToken {
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

function checkOption(
  { rawName, value, inlineValue }: OptionToken,
  option: Command['options'][string] | undefined,
): void {
  const params = { option: rawName };
  if (!option) throw wrongUse('cli.unknownOption', params);
  if (option.type === 'boolean' && value !== undefined) throw wrongUse('cli.takesNoValue', params);
  // `--out --name x`: the next option was meant; a value that begins with a dash is written behind `=`.
  const missing = value === undefined || (!inlineValue && value.length > 1 && value.startsWith('-'));
  if (option.type === 'string' && missing) throw wrongUse('cli.needsValue', params);
}
