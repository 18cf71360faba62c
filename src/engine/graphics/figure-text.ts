/** What a big figure says: the number, the word that goes with it, what came of it; or a sentence without a number. */
export interface FigureText {
  readonly number: string | undefined;
  /** Beside a number: मिले, हर महीने. Without one: the whole sentence. */
  readonly verb: string;
  readonly result: string;
}

// ₹1,20,000 · 5 लाख · 40% · 2.5 एकड़: digits with what belongs to them.
const NUMBER =
  /(?:₹|रु\.?|Rs\.?)?\s?[\d०-९][\d०-९,.]*(?:\s?(?:%|प्रतिशत|हज़ार|हजार|लाख|करोड़|lakh|crore|thousand)(?![\p{L}\p{M}]))?/u;
const CLAUSES = /\s*[·|;:।–—]\s*|,\s+|\.\s+/u;

/** Takes a line such as "₹1,20,000 मिले · पक्का घर बना" apart. */
export function readFigure(quote: string): FigureText {
  const text = quote.normalize('NFC').replace(/\s+/gu, ' ').trim();
  const clauses = text.split(CLAUSES).filter((clause) => clause !== '');
  const at = clauses.findIndex((clause) => NUMBER.test(clause));
  const found = NUMBER.exec(clauses[at] ?? '');
  if (!found) return { number: undefined, verb: text, result: '' };
  const number = found[0].trim().replace(/[,.]$/u, '');
  const said = clauses[at] ?? '';
  const before = said.slice(0, found.index).trim();
  const after = said.slice(found.index + found[0].length).trim();
  const others = clauses.filter((_, index) => index !== at).join(', ');
  if (before !== '' || others !== '') return { number, verb: joined(before, after), result: others };
  // One clause that opens with its number: the next word goes with it, the rest is what came of it.
  const [verb = '', ...rest] = after.split(' ');
  return { number, verb, result: rest.join(' ') };
}

// Money, a share or a large number moves people; a house number, an age or a year does not.
const TELLING = /[₹%]|रु|Rs|प्रतिशत|हज़ार|हजार|लाख|करोड़|lakh|crore|thousand/u;
const LARGE = 1000;

/** The number of a spoken sentence with the word after it (₹1,20,000 मिले), as a big figure could say it; undefined without one. */
export function figureIn(sentence: string): string | undefined {
  const text = sentence.normalize('NFC').replace(/\s+/gu, ' ').trim();
  const found = NUMBER.exec(text);
  const number = found?.[0].trim().replace(/[,.]$/u, '');
  if (!found || !number) return undefined;
  // Groups tell a sum from a year: 2019 stands without a comma.
  const isLarge = number.includes(',') && Number(number.replace(/\D/gu, '')) >= LARGE;
  if (!TELLING.test(number) && !isLarge) return undefined;
  const [next = ''] = text
    .slice(found.index + found[0].length)
    .trim()
    .split(/[\s.,।;:!?]/u);
  return joined(number, next);
}

function joined(before: string, after: string): string {
  return [before, after].filter(Boolean).join(' ');
}

/** The steps of a number that counts up to itself, whole thousands only; empty when it is too small to count. */
export function countUp(number: string, steps: number): string[] {
  const digits = /\d[\d,]*/u.exec(number)?.[0] ?? '';
  const value = Number(digits.replaceAll(',', ''));
  // 2,50,000.50 or a number with a unit (5 लाख) stands at once.
  if (!(value >= 1000 && /^\D*[\d,]+$/u.test(number))) return [];
  return Array.from({ length: steps }, (_, step) => {
    const reached = Math.floor((value * (step + 1)) / steps / 1000) * 1000;
    return step === steps - 1 ? number : number.replace(digits, grouped(reached));
  });
}

/** 120000 → 1,20,000. */
function grouped(value: number): string {
  const digits = String(value);
  const head = digits.slice(0, -3).replace(/\B(?=(?:\d\d)+$)/gu, ',');
  return head === '' ? digits.slice(-3) : `${head},${digits.slice(-3)}`;
}
