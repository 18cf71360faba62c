/** One filter with its options in order. Values are ours: numbers, words and safe file names, never people's text. */
export interface Filter {
  readonly name: string;
  readonly options: readonly (readonly [key: string, value: FilterValue])[];
}

export type FilterValue = string | number | Expression;

/** A value that FFmpeg works out on each frame, such as `8*eq(n,3)`; made by us alone. */
export interface Expression {
  readonly expression: string;
}

/** Filters one after another, from labelled pads (or input streams such as `0:v:0`) to labelled pads. */
export interface Chain {
  readonly from: readonly string[];
  readonly filters: readonly Filter[];
  readonly to: readonly string[];
}

export function filter(name: string, options: Readonly<Record<string, FilterValue>> = {}): Filter {
  return { name, options: Object.entries(options) };
}

/** Whether a path may stand in a filter as it is. */
export function isSafePath(path: string): boolean {
  return /^\/[A-Za-z0-9._/-]+$/.test(path);
}

/** A whole path of our own making that stands in a filter; throws a programmer's error for any other. */
export function safePath(path: string): string {
  if (!isSafePath(path)) throw new Error(`not a safe path for a filter: ${path}`);
  return path;
}

/** The graph as FFmpeg reads it, one chain a line. */
export function formatGraph(chains: readonly Chain[]): string {
  return chains.map(formatChain).join(';\n');
}

function formatChain(chain: Chain): string {
  return `${chain.from.map(formatPad).join('')}${chain.filters.map(formatFilter).join(',')}${chain.to.map(formatPad).join('')}`;
}

function formatPad(label: string): string {
  if (!/^([a-z][a-z0-9]*|\d+:([av]|[av]:\d+|\d+))$/.test(label)) throw new Error(`not a pad: ${label}`);
  return `[${label}]`;
}

/** One filter as FFmpeg reads it. */
export function formatFilter({ name, options }: Filter): string {
  if (options.length === 0) return name;
  return `${name}=${options.map(([key, value]) => `${key}=${formatValue(value)}`).join(':')}`;
}

// The graph's own signs (: , ; [ ] ' \) can't stand in a value: nothing is ever escaped because nothing needs it, save the
// comma between the arguments of an expression.
function formatValue(value: FilterValue): string {
  if (typeof value === 'object') {
    if (!/^[a-z0-9+*/.(),-]+$/.test(value.expression)) throw new Error(`not a safe expression: ${value.expression}`);
    return value.expression.replaceAll(',', '\\,');
  }
  const text = String(value);
  if (!/^[A-Za-z0-9_.+|/<=*()-]+$/.test(text)) throw new Error(`not a safe filter value: ${text}`);
  return text;
}
