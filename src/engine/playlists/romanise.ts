/** A Devanagari syllable: what is spoken before its vowel, the vowel, and whether nobody wrote the vowel. */
interface Syllable {
  readonly onset: string;
  vowel: string;
  readonly inherent: boolean;
  nasal: boolean;
}

const CONSONANTS = new Map(
  Object.entries({
    क: 'k',
    ख: 'kh',
    ग: 'g',
    घ: 'gh',
    ङ: 'n',
    च: 'ch',
    छ: 'chh',
    ज: 'j',
    झ: 'jh',
    ञ: 'n',
    ट: 't',
    ठ: 'th',
    ड: 'd',
    ढ: 'dh',
    ण: 'n',
    त: 't',
    थ: 'th',
    द: 'd',
    ध: 'dh',
    न: 'n',
    प: 'p',
    फ: 'ph',
    ब: 'b',
    भ: 'bh',
    म: 'm',
    य: 'y',
    र: 'r',
    ल: 'l',
    ळ: 'l',
    व: 'v',
    श: 'sh',
    ष: 'sh',
    स: 's',
    ह: 'h',
  }),
);
const WITH_NUKTA = new Map(Object.entries({ क: 'q', ज: 'z', फ: 'f' }));
const VOWELS = new Map(
  Object.entries({
    अ: 'a',
    आ: 'a',
    इ: 'i',
    ई: 'i',
    उ: 'u',
    ऊ: 'u',
    ऋ: 'ri',
    ए: 'e',
    ऐ: 'ai',
    ओ: 'o',
    औ: 'au',
    ऑ: 'o',
    ऍ: 'e',
    '\u093e': 'a',
    '\u093f': 'i',
    '\u0940': 'i',
    '\u0941': 'u',
    '\u0942': 'u',
    '\u0943': 'ri',
    '\u0945': 'e',
    '\u0947': 'e',
    '\u0948': 'ai',
    '\u0949': 'o',
    '\u094b': 'o',
    '\u094c': 'au',
  }),
);
const VIRAMA = '\u094d';
const NUKTA = '\u093c';

/** Hindi words as Indian newspapers write them in English: सुनीता बाई → Sunita Bai. Other text stays as it is. */
export function romanise(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[\u0966-\u096f]/g, (digit) => String(digit.charCodeAt(0) - 0x966))
    .replaceAll(/[\u0900-\u0963\u0970-\u097f\u200c\u200d]+/g, romaniseWord);
}

function romaniseWord(word: string): string {
  const syllables = readSyllables(word);
  dropSilentVowels(syllables);
  const latin = syllables.map((one, index) => one.onset + one.vowel + nasalBefore(one, syllables[index + 1])).join('');
  return latin.charAt(0).toUpperCase() + latin.slice(1);
}

function readSyllables(word: string): Syllable[] {
  const syllables: Syllable[] = [];
  // NFD takes ड़ apart into ड and its dot, so that one table serves both spellings.
  const signs = [
    ...word
      .normalize('NFD')
      .replaceAll(`ज${VIRAMA}ञ`, `ग${VIRAMA}य`)
      .replaceAll(/[\u200c\u200d]/g, ''),
  ];
  for (let at = 0; at < signs.length; at += 1) {
    const sign = signs[at] ?? '';
    let onset = CONSONANTS.get(sign);
    if (onset !== undefined) {
      if (signs[at + 1] === NUKTA) {
        onset = WITH_NUKTA.get(sign) ?? onset;
        at += 1;
      }
      const next = signs[at + 1] ?? '';
      const written = next === VIRAMA ? '' : VOWELS.get(next);
      if (written !== undefined) at += 1;
      syllables.push({ onset, vowel: written ?? 'a', inherent: written === undefined, nasal: false });
    } else {
      readLoneSign(sign, syllables);
    }
  }
  return syllables;
}

function readLoneSign(sign: string, syllables: Syllable[]): void {
  const last = syllables.at(-1);
  const vowel = VOWELS.get(sign);
  if (vowel !== undefined) syllables.push({ onset: '', vowel, inherent: false, nasal: false });
  else if (/[\u0900-\u0902]/.test(sign) && last) last.nasal = true;
  else if (sign === '\u0903') syllables.push({ onset: 'h', vowel: '', inherent: false, nasal: false });
}

/** Unwritten vowels that nobody speaks: at the end (not after a cluster), and between vowel-consonant and consonant-vowel. */
function dropSilentVowels(syllables: readonly Syllable[]): void {
  const last = syllables.at(-1);
  if (last?.inherent && !last.nasal && syllables.length > 1 && syllables.at(-2)?.vowel !== '') last.vowel = '';
  for (let at = syllables.length - 2; at > 0; at -= 1) {
    const [before, here, after] = [syllables[at - 1], syllables[at], syllables[at + 1]];
    if (!before || !here?.inherent || here.nasal || !after) continue;
    const isOpenBefore = before.vowel !== '' && !before.nasal;
    if (isOpenBefore && after.vowel !== '' && after.onset !== '') here.vowel = '';
  }
}

function nasalBefore(here: Syllable, next: Syllable | undefined): string {
  if (!here.nasal) return '';
  if (next && /^[pb]/.test(next.onset)) return 'm';
  // सिंह is written Singh.
  return next?.onset === 'h' ? 'ng' : 'n';
}
