/** From this many digits in a row a number is somebody's phone, account or Aadhaar number. */
const PRIVATE_DIGITS = 8;

const nfc = (word: string) => word.normalize('NFC');
const DIGITS = new Map(
  Object.entries({
    शून्य: 1,
    ज़ीरो: 1,
    जीरो: 1,
    एक: 1,
    दो: 1,
    तीन: 1,
    चार: 1,
    पाँच: 1,
    पांच: 1,
    छह: 1,
    छः: 1,
    छे: 1,
    सात: 1,
    आठ: 1,
    नौ: 1,
  }).map(([word, digits]) => [nfc(word), digits]),
);
/** "डबल सात" says two digits. */
const REPEATS = new Map([
  [nfc('डबल'), 2],
  [nfc('ट्रिपल'), 3],
]);

/**
 * A run of 8 digits or more, written (also in groups: 98765 43210) or spoken (नौ आठ सात…, डबल सात). Amounts and free
 * helplines (1800…, 181) are no one's number.
 */
export function hasLongNumber(text: string): boolean {
  let run = '';
  for (const word of withoutDatesAndAmounts(text.normalize('NFC')).split(/[\s–—-]+/u)) {
    const digits = digitsOf(word, run);
    run = digits === '' ? '' : run + digits;
    if (digits.endsWith('*')) continue;
    if (isPrivate(run)) return true;
  }
  return false;
}

function withoutDatesAndAmounts(text: string): string {
  return text.replace(/\b\d{1,2}[-./]\d{1,2}[-./]\d{2,4}\b|\b\d{4}-\d{2}\b|\d+(?= ?(?:रुप|लाख|करोड़))/gu, ' . ');
}

function isPrivate(run: string): boolean {
  const digits = run.replaceAll('*', '');
  return digits.length >= PRIVATE_DIGITS && !/^1800/.test(digits);
}

/** The digits that a word adds to the run; '' ends it; `*` waits for the digit that is doubled. */
function digitsOf(word: string, run: string): string {
  const bare = word.replace(/[।,;:?!"“”‘’()]+$/gu, '');
  const repeat = REPEATS.get(bare);
  if (repeat) return '*'.repeat(repeat - 1);
  if (DIGITS.has(bare)) return 'd'.repeat(1 + trailingStars(run));
  const latin = bare.replace(/[०-९]/gu, (digit) => String(digit.charCodeAt(0) - 0x0966));
  // 1,20,000 and ₹ are amounts.
  return /^\+?\d+$/.test(latin) ? latin.replace('+', '') : '';
}

function trailingStars(run: string): number {
  return /\**$/.exec(run)?.[0].length ?? 0;
}
