/** How an operator's machine wants its films named: by the whole house number, or by its last 8 signs for 8+3 systems. */
export const FILE_NAMES = ['house', 'short'] as const;
export type FileNames = (typeof FILE_NAMES)[number];

/**
 * `UJNPMA00127.mpg` or `PMA00127.MPG`. Neither can meet another cut's: the last 8 are unique in the installation
 * (kernel/house-number.ts), and as-run lists that name them are understood (airing/name-spot.ts).
 */
export function operatorFileName(rule: FileNames, house: string, extension: string): string {
  return rule === 'short' ? `${house.slice(-8)}.${extension.toUpperCase()}` : `${house}.${extension}`;
}

/** A file name of either rule taken apart; undefined: no name of ours. */
export function readOperatorFileName(name: string): { readonly house: string; readonly extension: string } | undefined {
  const [, house, extension] = /^((?:[A-Z]{3})?[A-Z]{3}\d{5})\.([A-Za-z0-9]{2,4})$/.exec(name) ?? [];
  return house === undefined || extension === undefined ? undefined : { house, extension: extension.toLowerCase() };
}
