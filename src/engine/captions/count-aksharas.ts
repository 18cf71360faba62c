/**
 * About how long a word takes to say, in aksharas: consonants and vowels that carry a sound of their own; a consonant
 * under a virama is spoken with the next. Digits are read out, Latin letters are some 2.5 to a syllable.
 */
export function countAksharas(word: string): number {
  let count = 0;
  for (const { 0: piece } of word.normalize('NFC').matchAll(PIECES)) {
    if (/^\d|^[०-९]/u.test(piece)) count += 2;
    else if (/^\p{Script=Latin}/u.test(piece)) count += 0.4;
    else count += 1;
  }
  return Math.max(1, count);
}

// A Devanagari consonant (with nukta) not under a virama, an independent vowel, a digit, a Latin letter.
const PIECES =
  /[\u0915-\u0939\u0978-\u097F]\u093C?(?!\u094D|\u093C)|[\u0904-\u0914\u0960\u0961]|[\d०-९]|\p{Script=Latin}/gu;
