import type { LogFilm } from './log-document.ts';
import { oneLine } from './plain-text.ts';
import { romanise } from './romanise.ts';

/** The title for machines that know ASCII only: the given Latin title, else the Hindi one romanised. */
export function latinTitle(film: Pick<LogFilm, 'title' | 'titleLatin'>): string {
  return toAscii(film.titleLatin || film.title);
}

/** Printable ASCII: Hindi romanised, accents taken off, ₹ as Rs, what is left over dropped. */
export function toAscii(text: string): string {
  return romanise(oneLine(text))
    .replaceAll('₹', 'Rs ')
    .replaceAll(/[·–—•|।]/g, '-')
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(/[“”]/g, '"')
    .normalize('NFKD')
    .replaceAll(/[^\x20-\x7e]/g, '')
    .replaceAll(/ {2,}/g, ' ')
    .trim();
}
