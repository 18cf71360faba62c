import { join } from 'node:path';
import type { FilmOrder } from '../../../src/engine/graphics/lay-film.ts';
import { readLook } from '../../../src/engine/graphics/look.ts';
import { frames } from '../../../src/kernel/frames.ts';

const LOOKS = join(import.meta.dirname, '../../../watermarks');
export const sober = await readLook(join(LOOKS, 'sober'));
export const warm = await readLook(join(LOOKS, 'warm'));
export const bold = await readLook(join(LOOKS, 'bold'));
export const looks = { sober, warm, bold };

export const schemes = {
  awas: {
    names: ['प्रधानमंत्री आवास योजना', 'आवास योजना'],
    colour: '#1565C0',
    helpline: '1800-11-6446',
    office: 'ग्राम पंचायत',
  },
  ladli: {
    names: ['मुख्यमंत्री लाड़ली बहना योजना', 'लाड़ली बहना योजना'],
    colour: '#D81B60',
    helpline: '181',
    office: 'आँगनवाड़ी केंद्र',
  },
  ayush: { names: ['आयुष्मान भारत प्रधानमंत्री जन आरोग्य योजना', 'आयुष्मान भारत'], colour: '#F9A825', helpline: '14555' },
  nameOnly: { names: ['प्रधानमंत्री मातृ वंदना योजना', 'मातृ वंदना योजना'], colour: '#00897B' },
} as const;

export const people = {
  short: { name: 'मोहन', place: ['बड़नगर · ज़िला उज्जैन'], benefit: '₹5,00,000 तक मुफ़्त इलाज' },
  usual: { name: 'रामलाल अहिरवार', place: ['ग्राम रेहटी · ज़िला सीहोर'], benefit: '₹1,20,000 मिले · पक्का घर बना' },
  long: {
    name: 'श्रीमती ज्ञानवती बाई विश्वकर्मा',
    place: [
      'ग्राम पंचायत पिपलौदा सागोती, तहसील बड़नगर, ज़िला उज्जैन',
      'पिपलौदा सागोती, तहसील बड़नगर · ज़िला उज्जैन',
      'पिपलौदा सागोती · ज़िला उज्जैन',
    ],
    benefit: 'हर महीने ₹1,250 · सिलाई मशीन ली',
  },
  deep: { name: 'श्रीमती कृष्णा मृत्युंजय ठट्ठू', place: ['ग्राम हृदयपुर · ज़िला अनूपपुर'], benefit: '₹6,000 मिले · मातृत्व सहायता' },
} as const;

/** A usual 30 s film, with what a test changes. */
export function filmOrder(change: Partial<FilmOrder> = {}): FilmOrder {
  return {
    look: sober,
    aspect: '16x9',
    language: 'hi',
    lengthFrames: frames(750),
    texts: people.usual,
    scheme: schemes.awas,
    department: 'जनसम्पर्क विभाग',
    markCorner: 'left',
    portrait: false,
    ...change,
  };
}
