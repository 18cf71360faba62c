// How each letter sounds, in plain Latin letters; a matra replaces the vowel that its consonant carries.
const CONSONANTS = sounds(
  'क k ख kh ग g घ gh ङ n च ch छ ch ज j झ jh ञ n ट t ठ th ड d ढ dh ण n त t थ th द d ध dh न n',
  'प p फ ph ब b भ bh म m य y र r ल l ळ l व v श sh ष sh स s ह h',
);
const VOWELS = sounds('अ a आ a इ i ई i उ u ऊ u ऋ ri ए e ऐ e ओ o औ o ऑ o ऍ e');
const MATRAS = new Map([
  ...sounds(
    '\u093e a \u093f i \u0940 i \u0941 u \u0942 u \u0943 ri \u0947 e \u0948 e \u094b o \u094c o \u0949 o \u0945 e',
  ),
  ['\u094d', ''],
]);
const NUKTA = '\u093c';
const ANUSVARA = '\u0902';

/**
 * One key per word for what is heard, the same for Devanagari and Latin: blind to nukta, chandrabindu, anusvara, vowel
 * length, aspiration, doubled letters and the vowel a. लाड़ली, लाडली and "Ladli" all give `ldli`; आवास and "awas" `avs`.
 */
export function soundKeys(text: string): string[] {
  return text
    .normalize('NFD')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map((word) => foldSound(toLatin(word)))
    .filter((key) => key !== '');
}

function toLatin(word: string): string {
  let latin = '';
  const letters = [...word];
  letters.forEach((letter, at) => {
    const consonant = CONSONANTS.get(letter);
    if (consonant === undefined) latin += MATRAS.get(letter) ?? VOWELS.get(letter) ?? sign(letter);
    else latin += consonant + (carriesOwnVowel(letters, at + 1) ? 'a' : '');
  });
  return latin.replace(/jna?/g, (sound) => (word.includes('ज्ञ') ? sound.replace('jn', 'gy') : sound));
}

// A consonant sounds with its own `a` unless a matra or virama follows (after a nukta, which is skipped).
function carriesOwnVowel(letters: readonly string[], at: number): boolean {
  const next = letters[at] === NUKTA ? letters[at + 1] : letters[at];
  return next === undefined || !MATRAS.has(next);
}

function sign(letter: string): string {
  if (letter === ANUSVARA) return 'n';
  const digit = '०१२३४५६७८९'.indexOf(letter);
  if (digit >= 0) return String(digit);
  return /[a-z0-9]/.test(letter) ? letter : '';
}

function foldSound(latin: string): string {
  const plain = latin
    .replace(/ee|ii|ie|ea/g, 'i')
    .replace(/oo|uu|ou/g, 'u')
    .replace(/a?ai|ei/g, 'e')
    .replace(/a?au/g, 'o')
    .replace(/w/g, 'v')
    .replace(/z/g, 'j')
    .replace(/q/g, 'k')
    .replace(/x/g, 'ks')
    .replace(/c(?!h)/g, 'k')
    .replace(/f/g, 'p')
    .replace(/([bcdgjkpst])h(?=[^h]|$)/g, '$1')
    .replace(/[nm](?=[bcdfgjkpstv])/g, '');
  return plain.replace(/(?<=.)a/g, '').replace(/(.)\1+/g, '$1');
}

function sounds(...tables: readonly string[]): Map<string, string> {
  const cells = tables.join(' ').split(' ');
  return new Map(cells.flatMap((letter, at) => (at % 2 === 0 ? [[letter, cells[at + 1] ?? '']] : [])));
}
