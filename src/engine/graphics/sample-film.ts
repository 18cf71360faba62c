import { frames } from '../../kernel/frames.ts';
import type { FilmOrder, FilmScheme } from './lay-film.ts';
import type { Aspect } from './layers.ts';
import type { Look } from './look.ts';

/** Words of a film that shows what looks are like: made up, in both languages. */
export const SAMPLE_WORDS = {
  hi: {
    texts: { name: 'रामलाल अहिरवार', place: ['ग्राम रेहटी · ज़िला सीहोर'], benefit: '₹1,20,000 मिले · पक्का घर बना' },
    names: ['प्रधानमंत्री आवास योजना', 'आवास योजना'],
    office: 'ग्राम पंचायत',
    department: 'जनसम्पर्क विभाग',
    // Without the number: at it the big figure would come, and no caption be seen.
    lines: ['पहले बारिश में छत टपकती थी,', 'अब हम पक्के घर में रहते हैं।'],
  },
  en: {
    texts: {
      name: 'Ramlal Ahirwar',
      place: ['Rehti village · Sehore district'],
      benefit: '₹1,20,000 received · house built',
    },
    names: ['Pradhan Mantri Awaas Yojana', 'Awas Yojana'],
    office: 'Gram Panchayat',
    department: 'Public Relations',
    lines: ['Rain used to come through our roof,', 'now we live in a house of our own.'],
  },
} as const;

/** Who says what, and how: the rest of a sample film is always the same. */
export interface SampleWish {
  readonly look: Look;
  readonly aspect: Aspect;
  readonly language: 'hi' | 'en';
  readonly scheme: FilmScheme;
  readonly department: string;
}

/** Thirty seconds in which everything that a look draws is on screen once. */
export function sampleFilm({ look, aspect, language, scheme, department }: SampleWish): FilmOrder {
  const { texts } = SAMPLE_WORDS[language];
  return {
    ...{ look, aspect, language, scheme, department, texts },
    lengthFrames: frames(750),
    quote: texts.benefit,
    markCorner: 'left',
    portrait: false,
  };
}
