import type { Scheme } from '../../domain/directory/index.ts';
import type { Language } from '../locales/index.ts';

/** The shortest form of a scheme's name: what a chip or a card has room for. */
export function shortName(scheme: Scheme | undefined, language: Language): string {
  return scheme?.names[language].at(-1) ?? scheme?.code ?? '';
}
