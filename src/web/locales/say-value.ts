import { type Language, messageIn } from './index.ts';
import type { qcValues } from './qc-values.ts';

type Phrase = keyof typeof qcValues.hi extends `qc.value.${infer Name}` ? Name : never;

/**
 * A measured value or a limit in words. Reports hold the machine's text, the same for years of stored films and for scripts;
 * it is made of the phrases below, parted by commas. What is none of them (a codec's name, a size) says itself.
 */
export function sayValue(language: Language, value: string | number): string {
  const text = String(value);
  const whole = sayPhrase(language, text);
  if (whole !== undefined) return whole;
  if (text.includes(', '))
    return text
      .split(', ')
      .map((part) => sayValue(language, part))
      .join(', ');
  // Names in a row (colour tags), of which one may be unknown.
  const words = text.split(' ');
  return words.map((word) => sayPhrase(language, word) ?? word).join(' ');
}

function sayPhrase(language: Language, text: string): string | undefined {
  for (const { phrase, pattern } of PATTERNS) {
    const found = pattern.exec(text);
    if (!found) continue;
    const { n = '', m = '', text: inner = '' } = found.groups ?? {};
    const said = messageIn(language, `qc.value.${phrase}`, { n, m, text: sayValue(language, inner) });
    // A sign never stands at a line's end without its number.
    return said.replace('≤ ', '≤\u00a0');
  }
  return undefined;
}

/** The machine's text of each phrase (engine/qc/judge-*.ts); `{n}` and `{m}` are numbers, `{text}` is anything. */
const MACHINE_TEXTS: Readonly<Record<Phrase, string>> = {
  pictures: '{n} picture',
  none: 'none',
  unknown: 'unknown',
  perSecond: '{n}/1',
  onAverage: 'on average {text}',
  topFirst: 'tt',
  bottomFirst: 'bb',
  topFirstAll: 'top field first throughout',
  wholeAll: 'progressive throughout',
  whole: 'progressive',
  notMarkedTop: '{n} pictures not flagged top field first',
  markNotTop: 'flag is not tt',
  markedFields: '{n} pictures flagged interlaced',
  markNotWhole: 'flag is not progressive',
  named: 'named {text}',
  looksBottom: '{n} pictures look bottom field first',
  combed: '{n} pictures look combed',
  stored: '{n} stored',
  decoded: '{n} decoded',
  allDecoded: 'all decoded',
  tooShort: 'too short: {n} pictures',
  noBars: 'no bars',
  barsAndTone: 'bars and tone {n} s',
  barsSeconds: 'bars {n} s',
  cardSeconds: 'card {n} s',
  blackSeconds: 'black {n} s',
  theFilm: 'film',
  barsIn: 'bars in {n} of {m} pictures',
  cardIn: 'card in {n} of {m} pictures',
  blackBefore: 'black before the film in {n} of {m} pictures',
  blackBehind: 'black behind the film in {n} of {m} pictures',
  noTone: 'no tone',
  tone: 'tone {text} dBFS {n} Hz',
  soundBeside: 'sound of {n} dBFS beside the film',
  pictureSeconds: 'picture {n} s',
  soundEnds: 'sound ends {n} ms off',
  sounds: 'sound {text}',
  others: '{n} other',
  milliseconds: '{n} ms',
  mostMilliseconds: '≤ {n} ms',
  closed: 'closed',
  open: '{n} of {m} open',
  calledOpen: 'called open',
  multiplexConstant: 'multiplex {n} kb/s constant',
  multiplex: 'multiplex {n} kb/s',
  multiplexNot: 'multiplex not {n}',
  noBits: 'no bits',
  notRate: 'not {n}',
  unevenPictures: '{n} pictures not of {m} bytes',
  noClock: 'no steady clock',
  unsteadyClock: 'not constant at {n} of {m} clock marks',
  bufferDry: 'decoder’s buffer short by {n} bits',
  constant: '{n} kb/s constant',
  indexInFront: 'index in front',
  indexAtEnd: 'index at the end',
  bytes: '{n} bytes',
  noWholePackets: 'no whole packets',
  noTimecode: 'starts at no time code',
  startsAt: 'starts at {text}',
  noPattern: 'no operational pattern',
  noTradeName: 'no commercial name',
  pixels: '{n} % of pixels',
  quietLimit: '≤ {n} LUFS (no voice)',
  span: '{n} s {text}',
  orSpan: 'or {n} s {text}',
  silent: 'silence',
  noVoice: 'no voice',
  channels: '{n} channels',
  bothHeard: 'left and right heard',
  left: 'left {text}',
  right: 'right {text}',
  mostInverted: 'out of phase ≤ {n} s',
  inverted: 'out of phase {n} s',
  mostFlashes: '≤ {n} in a second',
  flashes: '{n} in a second',
  difference: '≤ {n} of 219 in each second',
  outside: '{n} of {m} outside',
  tooWide: '{n} too wide',
  allInside: 'all in frames 0–{n} and in the safe area',
  untoldFrames: 'frames of the order',
  untoldCaptions: 'captions and frames of the order',
  seconds: '{n} s',
  notMeasured: 'not-measured',
  // Anything may stand in a decoder's complaint, commas too: only as the whole text, and last.
  errors: '{n}: {text}',
};

const PATTERNS = Object.entries(MACHINE_TEXTS).map(([phrase, text]) => ({ phrase, pattern: patternOf(text) }));

function patternOf(text: string): RegExp {
  const plain = text.replaceAll(/[()/.%]/g, String.raw`\$&`);
  // A value in words holds no comma: those part phrases. A complaint does.
  const anything = text.startsWith('{n}: ') ? '.+' : '[^,]+';
  const filled = plain.replaceAll(/\{([nm])\}/g, String.raw`(?<$1>-?[\d.]+)`).replace('{text}', `(?<text>${anything})`);
  return new RegExp(`^${filled}$`, 's');
}
