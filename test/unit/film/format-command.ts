/** A command as text: one option with its values a line, one chain of the graph a line. */
export function formatCommand(command: {
  readonly inputs: readonly { readonly tokens: readonly string[]; readonly path: string }[];
  readonly graph: string;
  readonly outputs: readonly { readonly tokens: readonly string[]; readonly path: string }[];
}): string {
  const inputs = command.inputs.map(({ tokens, path }) => `${oneOptionALine(tokens)}\n-i ${path}\n`);
  const outputs = command.outputs.map(({ tokens, path }) => `${oneOptionALine(tokens)}\n${path}\n`);
  return [...inputs, `-filter_complex\n${command.graph}\n`, ...outputs].join('\n');
}

function oneOptionALine(tokens: readonly string[]): string {
  const lines: string[] = [];
  for (const token of tokens) {
    if (/^-[a-z]/.test(token)) lines.push(token);
    else lines.push(`${lines.pop() ?? ''} ${token}`.trim());
  }
  return lines.join('\n');
}
