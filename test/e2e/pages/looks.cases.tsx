import { LOOK_FRAMES } from '../../../src/engine/film/draw-look-frame.ts';
import { type LookTyped, typedFields } from '../../../src/web/admin/look-form.ts';
import { LookPage, type LookView } from '../../../src/web/admin/look-page.tsx';
import { LooksPage, type LooksView } from '../../../src/web/admin/looks-page.tsx';
import { at, LONG_NAME, type PageCase } from './case.ts';

const words: Readonly<Record<string, string>> = {
  ...{ 'colour.ink': '#0E1B2C', 'colour.paper': '#FFFFFF', 'colour.quiet': '#C9D4E3', 'colour.plain': '#1565C0' },
  ...{ 'hi.call': 'आप भी लाभ लें', 'hi.helpline': 'हेल्पलाइन', 'hi.office': 'आवेदन', 'hi.scan': 'स्कैन करें' },
  ...{ 'en.call': 'You too can benefit', 'en.helpline': 'Helpline', 'en.office': 'Apply at', 'en.scan': 'Scan' },
  ...{ 'hi.department': 'जनसम्पर्क विभाग', 'en.department': 'Public Relations', mark: 'drawn' },
};
const typed: LookTyped = typedFields((name) => words[name]);

const look: LookView = {
  ...{ look: 'sober', place: 'UJN', placeName: 'उज्जैन', version: 0, typed, why: {}, notes: [] },
  frames: {
    frames: (['16x9', '9x16'] as const).flatMap((aspect) =>
      LOOK_FRAMES.map((frame) => ({ frame, aspect, src: '/img/look-sober.jpg' })),
    ),
    ...{ language: 'hi', scheme: 'PMA', schemes: [{ value: 'PMA', label: 'प्रधानमंत्री आवास योजना ग्रामीण' }] },
  },
  history: { versions: [], changed: false, below: 'state' },
};
const hard: LookView = {
  ...look,
  placeName: LONG_NAME,
  version: 12,
  typed: { ...typed, mark: 'a'.repeat(64), 'hi.department': `${LONG_NAME} का कार्यालय` },
  why: {
    'colour.ink': 'रंग चुनें।',
    'hi.department': 'हिन्दी में लिखें, 60 अक्षरों तक।',
    mark: 'यह PNG तस्वीर नहीं है। विभाग का चिह्न PNG में दें।',
  },
  said: { tone: 'ok', text: 'रूप सहेजा गया। आगे बनने वाली फ़िल्मों में यही होगा।', undoTo: 11 },
  notes: [
    { tone: 'bad', text: `विभाग का नाम फ़िल्म में नहीं आता: “${LONG_NAME}”। छोटा रूप लिखें।` },
    { tone: 'wait', text: 'गहरा रंग #9FB4CC पर या उससे लिखे अक्षर पढ़े नहीं जाते। फ़िल्म में उसकी जगह #405267 लगेगा।' },
    { text: 'लाड़ली बहना का रंग इस रूप में #BE2F5B बनकर आता है, ताकि अक्षर साफ़ पढ़े जाएँ।' },
  ],
  history: {
    versions: [12, 11, 10].map((version) => ({
      ...{ version, by: LONG_NAME, at: at('10:42', 12 - version) },
      changed: ['गहरा रंग', 'विभाग का चिह्न', 'बुलावा (हिन्दी में)', 'विभाग का नाम (अंग्रेज़ी में)'],
    })),
    changed: true,
    below: 'shipped',
  },
};
const looks: LooksView = {
  place: 'UJN',
  places: [
    { value: 'state', label: 'पूरा प्रदेश' },
    { value: 'UJN', label: 'उज्जैन' },
  ],
  looks: [
    { look: 'sober', src: '/img/look-sober.jpg', stands: 'own' },
    { look: 'warm', src: '/img/look-warm.jpg', stands: 'state' },
    { look: 'bold', src: '/img/look-bold.jpg', stands: 'shipped' },
  ],
};

/** Looks of films: which there are, one to be changed. */
export const looksCases: readonly PageCase[] = [
  { name: '33-looks', big: true, draw: (context) => <LooksPage context={context} view={looks} /> },
  { name: '33-look', big: true, draw: (context) => <LookPage context={context} view={look} /> },
  { name: '33-look-hard', draw: (context) => <LookPage context={context} view={hard} /> },
];
