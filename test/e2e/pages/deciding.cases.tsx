import { frames, seconds } from '../../../src/kernel/frames.ts';
import { ConsentsPage, type ConsentsView } from '../../../src/web/consent/consents-page.tsx';
import type { QueueItemView } from '../../../src/web/review/queue.tsx';
import { ReviewQueuePage } from '../../../src/web/review/queue-page.tsx';
import { ReviewPage, type ReviewView } from '../../../src/web/review/review-page.tsx';
import type { TogetherView } from '../../../src/web/review/together.tsx';
import { SpotPage, type SpotView } from '../../../src/web/spots/spot-page.tsx';
import type { BoardRowView } from '../../../src/web/traffic/board.tsx';
import { BoardPage, type BoardPageView } from '../../../src/web/traffic/board-page.tsx';
import type { FlightFormView } from '../../../src/web/traffic/flight-form.tsx';
import { at, LONG_NAME, type PageCase, peaks } from './case.ts';

const choice = (label: string) => ({ value: label, label });

const spot: SpotView = {
  number: 'UJN-0127',
  scheme: 'पीएम आवास',
  name: 'रामप्रसाद मालवीय',
  state: 'yourCheck',
  islands: [],
  subjects: [],
  consent: { href: '/spots/1/consent', mayTakeBack: true },
  saveAction: '/spots/1',
  captionsAction: '/spots/1/captions',
  script: '',
  sendAction: '/spots/1/send',
  version: 3,
  editable: true,
  savedAt: at('10:00'),
  notes: [],
  player: {
    frame: {
      image: '/img/man-l.jpg',
      alt: 'हितग्राही बोल रहे हैं',
      drawn: { look: 'sober', opening: '/img/strip.jpg', three: true, mark: '/img/strip.jpg', base: '/looks/' },
      caption: 'रात भर बच्चों को लेकर बैठे रहते थे',
    },
    clock: '0:05 / 0:30',
  },
  trim: {
    stripImage: '/img/strip.jpg',
    peaks: peaks(240),
    clipLength: seconds(40),
    from: seconds(4),
    until: seconds(34),
    at: seconds(9),
  },
  whyPart: ['यहाँ वाक्य पूरे हैं: 4.0 से 31.0 सेकंड तक।', 'शुरू की छोटी बात (“चालू है?” जैसी) छोड़ दी गई।', 'इस हिस्से में चेहरा दिखता है।'],
  framing: 'face',
  helps: [
    {
      help: 'steady',
      on: true,
      state: 'needed',
      why: 'क्लिप 62% समय हिलती है।',
      compared: { href: '/img/strip.jpg', moving: true },
    },
    {
      help: 'denoise',
      on: false,
      state: 'notNeeded',
      why: 'ज़रूरत नहीं; चाहें तो चालू करें।',
      compared: { href: '/img/strip.jpg', moving: false },
    },
    { help: 'exposure', on: false, state: 'lacking', why: 'यह इस मशीन पर नहीं हो सकता। तकनीकी साथी को बताएँ।' },
  ],
  lengths: [10, 15, 20, 30, 40, 60],
  lengthSeconds: 30,
  bestCuts: [],
  cues: [
    { id: 'c1', start: seconds(0), text: 'पहले बारिश में छत टपकती थी' },
    { id: 'c2', start: seconds(4), text: 'रात भर बच्चों को लेकर बैठे रहते थे', current: true },
    {
      id: 'c3',
      start: seconds(9),
      text: 'फिर आवास योजना में नाम आया',
      why: 'यह शब्द साफ़ नहीं सुना: “आवास योजना”। सुनकर जाँचें।',
    },
    { id: 'c4', start: seconds(14), text: 'चार किस्तों में पैसा खाते में आया' },
    { id: 'c5', start: seconds(19), text: 'अब पक्के घर में चैन से सोते हैं' },
  ],
  looks: [
    { id: 'sober', label: 'सादा', image: '/img/look-sober.jpg' },
    { id: 'warm', label: 'स्नेह', image: '/img/look-warm.jpg' },
    { id: 'bold', label: 'गहरा', image: '/img/look-bold.jpg' },
  ],
  look: 'sober',
  music: 'look',
  choices: [
    { id: 'look', label: 'रूप का अपना' },
    { id: 'sober', label: 'सादा: तार और तानपूरा' },
    { id: 'warm', label: 'स्नेह: संतूर' },
    { id: 'bold', label: 'गहरा: ढोलक' },
    { id: 'none', label: 'बिना संगीत' },
  ],
  beds: { warm: '/beds/warm.wav' },
  figure: {
    text: '₹1,20,000 मिले · पक्का घर बना',
    suggested: ['₹1,20,000 मिले', '5 लाख तक'],
    src: '/img/look-sober.jpg',
    why: '10 सेकंड में बड़ा आँकड़ा नहीं आ पाता। 15 सेकंड चुनें, या आँकड़ा हटाएँ।',
  },
  details: {
    name: 'रामप्रसाद मालवीय',
    village: 'नरवर',
    district: 'उज्जैन',
    districts: [choice('उज्जैन'), choice('देवास')],
    scheme: 'PMA',
    schemes: [choice('PMA')],
    open: false,
    why: {},
  },
  changedAt: at('10:00'),
};

const hardSpot: SpotView = {
  ...spot,
  name: LONG_NAME,
  scheme: LONG_NAME,
  state: 'making',
  editable: false,
  notes: [{ tone: 'bad', title: 'मीना शर्मा', text: `“${LONG_NAME}”` }],
  making: { share: 0.4, secondsLeft: 90 },
  player: {
    frame: { alt: 'दृश्य', name: LONG_NAME, place: LONG_NAME, caption: LONG_NAME, scheme: LONG_NAME },
    clock: '0:00 / 1:00',
  },
  trim: { peaks: [], clipLength: frames(0), from: frames(0), until: frames(0), at: frames(0) },
  cues: [],
  details: { ...spot.details, open: true, why: { name: 'हितग्राही का नाम लिखें।' } },
};

const queue: readonly QueueItemView[] = [
  {
    href: '/review/1',
    poster: '/img/a2.jpg',
    name: 'मंजू बाई परमार',
    district: 'उज्जैन',
    waitingSince: at('10:00', 4),
    worry: 'noConsent',
  },
  {
    href: '/review/2',
    poster: '/img/e.jpg',
    name: 'मोहन बैरवा',
    district: 'देवास',
    waitingSince: at('10:00', 3),
    worry: 'quietSound',
  },
  {
    href: '/review/3',
    poster: '/img/a.jpg',
    name: 'लीला बाई',
    district: 'उज्जैन',
    waitingSince: at('10:00', 2),
    current: true,
  },
  {
    href: '/review/4',
    poster: '/img/d.jpg',
    name: 'राजेश डांगी',
    district: 'रतलाम',
    waitingSince: at('10:00', 2),
    worry: 'longCaption',
  },
  { href: '/review/5', poster: '/img/f.jpg', name: 'विजय पाटीदार', district: 'उज्जैन', waitingSince: at('10:00', 1) },
  { href: '/review/6', poster: '/img/g.jpg', name: 'नीलेश जाट', district: 'नीमच', waitingSince: at('09:00') },
];

const together: TogetherView = {
  action: '/review/together',
  spots: [
    { id: '3', version: 2, href: '/review/3', number: 'UJN-0093', name: 'लीला बाई', district: 'उज्जैन', chosen: true },
    {
      id: '5',
      version: 1,
      href: '/review/5',
      number: 'UJN-0101',
      name: LONG_NAME,
      district: 'आगर-मालवा',
      chosen: true,
      why: 'किसी ने अभी इसे बदला है। नया रूप देखें, आपकी टिप्पणी सुरक्षित है।',
    },
  ],
  human: [
    { id: 'noParty', label: 'किसी दल का नाम, निशान या रंग नहीं', ticked: true },
    { id: 'claimHolds', label: 'जो कहा गया, वह योजना में सच है', ticked: false },
  ],
  why: '1 जाँच बाकी हैं, इसके बाद मंज़ूर कर सकेंगे।',
  done: '2 मंज़ूर: UJNPMA00012, UJNPMA00013',
};

const longQueue: readonly QueueItemView[] = Array.from({ length: 500 }, (_, index) => ({
  href: `/review/${index}`,
  name: LONG_NAME,
  district: 'आगर-मालवा',
  waitingSince: at('10:00', index),
  worry: 'noConsent' as const,
}));

const checkRow = (passed: boolean | null) => ({
  ...{ name: 'दोनों तरफ़ की आवाज़', measured: 'बाएँ -27.6 dB, दाएँ चुप', limit: '2 चैनल, बाएँ-दाएँ दोनों सुनाई दें' },
  passed,
});

const review: ReviewView = {
  reach: 'उज्जैन संभाग',
  queue: { items: queue, total: 9, place: 3, previousHref: '/review/2', nextHref: '/review/4' },
  spot: {
    number: 'UJN-0093',
    name: 'लीला बाई',
    place: 'ग्राम ताजपुर',
    scheme: 'लाड़ली बहना',
    lengthSeconds: 30,
    sentBy: 'रेखा जोशी',
    sentAt: at('10:00', 2),
    version: 2,
  },
  islands: [],
  watch: { href: '/w', cutId: 'c', whole: false },
  player: {
    frame: {
      image: '/img/a-l.jpg',
      alt: 'हितग्राही बोल रही हैं',
      scheme: 'लाड़ली बहना',
      name: 'लीला बाई',
      place: 'ग्राम ताजपुर, ज़िला उज्जैन',
      caption: 'हर महीने अपने खाते में पैसा आता है',
      safeArea: true,
    },
    clock: '00:12:08 / 00:30:00',
    keys: true,
  },
  href: '/review/3',
  stands: 'inReview film',
  subjects: [],
  timeline: { peaks: peaks(180), length: seconds(30), at: frames(308) },
  switches: {
    safeArea: { on: true, href: '/review/3' },
    narrowSet: { on: false, href: '/review/3?set=4x3' },
    rawBeside: { on: false, href: '/review/3?raw=1' },
  },
  comments: {
    comments: [
      { at: seconds(6), by: 'मीना शर्मा', writtenAt: at('11:05'), text: '“तेजपुर” नहीं, “ताजपुर”।', mended: true },
      {
        at: seconds(19),
        by: 'मीना शर्मा',
        writtenAt: at('14:59'),
        text: 'राशि बोलने में और लिखे में फ़र्क़ है। फिर सुनें।',
        mended: false,
      },
    ],
    at: seconds(12),
    text: '',
    commentAction: '/review/3/comments',
    mayComment: true,
  },
  madeWith: {
    parts: ['30 सेकंड की फ़िल्म में क्लिप का 0:12–0:39 है; जो चालू है, वह इस पूरे हिस्से पर लगा है।'],
    helps: [
      {
        ...{ help: 'steady', on: true, state: 'needed', why: 'क्लिप 62% समय हिलती है।' },
        compared: { href: '/img/a-l.jpg', moving: true },
      },
    ],
    music: 'संगीत: स्नेह: संतूर',
    sound: ['आवाज़ टेलीफ़ोन जैसी है: ऊँचे स्वर रिकॉर्ड नहीं हुए।'],
  },
  quality: {
    faults: [],
    files: ['वेबसाइट (1080p)', 'केबल (SD, MPEG-2)'].map((preset) => ({
      preset,
      passed: true,
      checks: [checkRow(true), checkRow(null)],
    })),
  },
  checks: {
    version: 2,
    machine: [
      {
        label: 'सहमति: केबल टीवी',
        detail: 'मशीन ने जाँचा · 20-11-2026',
        passed: true,
        see: { href: '/spots/3/consent', label: 'सहमति देखें' },
      },
      { label: 'तस्वीर और आवाज़ ठीक', detail: '6 में से 6 जाँच पास', passed: true },
    ],
    human: [
      { id: 'party', label: 'किसी दल का नाम, रंग या निशान नहीं', ticked: true },
      { id: 'number', label: 'फ़ोन या आधार नंबर नहीं दिखता', ticked: true },
      { id: 'claim', label: 'राशि और दावा सही है', ticked: false },
      { id: 'emblem', label: 'राजचिह्न बदला नहीं गया', ticked: false },
    ],
    left: 2,
  },
  approveAction: '/review/3/approve',
  returnAction: '/review/3/return',
  mayDecide: true,
  changedAt: at('10:00'),
};

const hardReview: ReviewView = {
  ...review,
  queue: { items: [], total: 0, place: 1 },
  spot: { ...review.spot, name: LONG_NAME, place: LONG_NAME, scheme: LONG_NAME, sentBy: LONG_NAME },
  madeWith: { parts: [], helps: [], music: 'बिना संगीत', sound: [] },
  comments: { ...review.comments, comments: [], text: LONG_NAME, why: 'क्या बदलना है, यह लिखें।' },
  quality: {
    faults: [
      {
        sentence: 'पर्दा 0.4 सेकंड तक काला है। सीमा: 0.2 सेकंड',
        presets: ['वेबसाइट (1080p)', 'केबल (SD, MPEG-2)', 'प्रसारण सर्वर (XDCAM HD422)'],
        at: { time: '0:03.0', frame: frames(75), played: true },
        thumbnail: '/img/strip.jpg',
      },
      {
        sentence: 'चित्र तेज़ी से चमकता है: एक सेकंड में 4 बार। सीमा: एक सेकंड में ≤ 3 बार',
        presets: ['whatsapp'],
        at: { time: '0:05.2', frame: frames(130), played: false },
      },
      { sentence: `आवाज़ का स्तर -30 LUFS है। चाहिए: ${LONG_NAME}`, presets: ['xdcam-hd422-india'] },
    ],
    files: [{ preset: 'xdcam-hd422-india', passed: false, checks: [checkRow(false), checkRow(null)] }],
  },
  trouble: {
    text: 'फ़िल्म दो बार बनी और दोनों बार गुणवत्ता जाँच में नहीं टिकी (web: काला पर्दा)।',
    next: 'कारण लिखकर स्पॉट ज़िले को वापस भेजें, या फिर से बनवाएँ।',
    faults: [],
    againAction: '/review/3/make-again',
  },
  checks: { ...review.checks, machine: [{ label: 'सहमति नहीं', detail: LONG_NAME, passed: false }] },
  refusal: { text: 'यह स्पॉट आपने भेजा है। मंज़ूरी किसी दूसरे साथी से लें।', waits: false },
};

const DAYS = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28', '2026-11-29'];

function row(channel: string, district: string, fills: readonly number[]): BoardRowView {
  return {
    channel,
    district,
    cells: fills.map((fill) => ({
      fill: fill / 100,
      state: fill >= 100 ? 'conflict' : fill > 95 ? 'nearlyFull' : 'plain',
      href: '/traffic/day',
    })),
  };
}

const flight: FlightFormView = {
  action: '/traffic/flights',
  typed: {
    spot: 'UJNPMA00127 · रामप्रसाद मालवीय',
    from: '01-12-2026',
    until: '04-12-2026',
    dayparts: ['evening'],
    weekdays: ['0'],
    timesPerDay: '3',
    minGap: '60',
    priority: '5',
    channels: 'all',
  },
  spots: ['UJNPMA00127 · रामप्रसाद मालवीय'],
  dayparts: [
    { value: 'morning', label: 'सुबह' },
    { value: 'noon', label: 'दोपहर' },
    { value: 'evening', label: 'शाम 6–11' },
  ],
  timesPerDay: [{ value: '3', label: '3 बार' }],
  weekdays: ['सोम', 'मंगल', 'बुध', 'गुरु', 'शुक्र', 'शनि', 'रवि'].map((label, at) => ({ value: String(at), label })),
  gaps: [{ value: '60', label: 'कम से कम 60 मिनट' }],
  priorities: [{ value: '5', label: 'सामान्य' }],
  channels: [{ value: 'all', label: 'सब 35 चैनल' }],
  effect: {
    wanted: 420,
    placed: 414,
    channels: 35,
    days: 4,
    timesPerDay: 3,
    displaced: 2,
    reasons: [{ n: 6, why: 'मालवा 24, बुध और गुरु की शाम भरी है' }],
  },
  why: {},
};

const board: BoardPageView = {
  reach: '35 चैनल · 7 ज़िले',
  from: '2026-11-23',
  until: '2026-11-29',
  previousHref: '/traffic?from=2026-11-16',
  nextHref: '/traffic?from=2026-11-30',
  flightsHref: '/traffic/flights',
  releaseHref: '/traffic/release',
  conflicts: [
    {
      text: 'क्षिप्रा न्यूज़, गुरु 19:30: **सुनीता बाई** लगातार दो बार।',
      mend: { label: 'दूसरा 20:30 पर रखें', action: '/traffic/mend', fields: { at: '20:30' } },
    },
    {
      text: 'नीमच टाइम्स, गुरु: ब्रेक में **10 सेकंड ज़्यादा**।',
      mend: { label: '20 सेकंड वाला लगाएँ', action: '/traffic/mend', fields: { cut: 'x' } },
    },
  ],
  conflictsBy: 'गुरुवार से पहले सुलझाएँ',
  board: {
    days: DAYS,
    rows: [
      row('क्षिप्रा न्यूज़', 'उज्जैन', [82, 78, 78, 100, 74, 66, 60]),
      row('अवंती लोकल', 'उज्जैन', [64, 64, 70, 71, 71, 52, 48]),
      row('मालवा 24', 'देवास', [91, 92, 96, 97, 90, 70, 70]),
      row('देवास सिटी', 'देवास', [55, 58, 58, 58, 60, 44, 41]),
      row('रतलाम दर्शन', 'रतलाम', [73, 73, 75, 75, 80, 80, 62]),
      row('मंदसौर लोकल', 'मंदसौर', [38, 38, 40, 40, 42, 36, 30]),
      row('नीमच टाइम्स', 'नीमच', [47, 47, 47, 102, 50, 50, 40]),
      row('आगर दर्पण', 'आगर-मालवा', [29, 29, 31, 31, 31, 25, 22]),
    ],
    channels: 35,
    allHref: '/traffic?all=1',
  },
  flight,
  islands: [],
  done: { text: '“शांति बाई” का आदेश 2 दिन आगे बढ़ा', undoAction: '/undo' },
  changedAt: at('10:00'),
};

const emptyBoard: BoardPageView = {
  ...board,
  from: '2026-11-30',
  until: '2026-12-06',
  releaseHref: undefined,
  conflicts: [],
  board: { days: DAYS, rows: [], channels: 0 },
  flight: {
    ...flight,
    effect: undefined,
    why: { spot: 'कोई मंज़ूर स्पॉट चुनें।', from: 'तारीख ऐसे लिखें: 23-11-2026', dayparts: 'कम से कम एक समय चुनें।' },
  },
  done: undefined,
};

const longBoard: BoardPageView = {
  ...board,
  conflicts: [
    { text: `${LONG_NAME}: **${LONG_NAME}** लगातार दो बार।`, mend: { label: LONG_NAME, action: '/m', fields: {} } },
  ],
  board: {
    ...board.board,
    rows: Array.from({ length: 500 }, () => row(LONG_NAME, 'आगर-मालवा', [82, 78, 99, 104, 74, 0, 60])),
  },
};

const consents: ConsentsView = {
  number: 'UJN-0127',
  name: 'रामप्रसाद मालवीय',
  spotHref: '/spots/1',
  reviewHref: '/review/1',
  recordHref: '/send/1/consent',
  withdrawAction: '/send/1/withdraw',
  cableInForce: true,
  consents: [
    {
      id: 'c2',
      cable: true,
      social: false,
      givenOn: '2026-11-20',
      how: 'form',
      guardian: LONG_NAME,
      validUntil: '2027-11-20',
      recordedBy: LONG_NAME,
      recordedAt: at('10:00', 3),
      withdrawnAt: undefined,
    },
    {
      id: 'c1',
      cable: true,
      social: true,
      givenOn: '2026-11-10',
      how: 'spoken',
      guardian: undefined,
      validUntil: undefined,
      recordedBy: 'रेखा जोशी',
      recordedAt: at('10:00', 13),
      withdrawnAt: at('10:00', 4),
    },
  ],
};

export const decidingCases: readonly PageCase[] = [
  { name: '04-spot', draw: (context) => <SpotPage context={context} view={spot} /> },
  { name: '04-spot-hard', draw: (context) => <SpotPage context={context} view={hardSpot} /> },
  { name: '04-consents', draw: (context) => <ConsentsPage context={context} view={consents} /> },
  {
    name: '04-consents-none',
    big: true,
    draw: (context) => (
      <ConsentsPage context={context} view={{ ...consents, name: LONG_NAME, cableInForce: false, consents: [] }} />
    ),
  },
  { name: '05-review', draw: (context) => <ReviewPage context={context} view={review} /> },
  {
    name: '05-review-making',
    draw: (context) => {
      const refusal = { text: context.t('review.refused.notMade'), waits: true };
      return <ReviewPage context={context} view={{ ...review, refusal, making: { share: 0.4, secondsLeft: 90 } }} />;
    },
  },
  { name: '05-review-hard', draw: (context) => <ReviewPage context={context} view={hardReview} /> },
  {
    name: '05-queue',
    draw: (context) => (
      <ReviewQueuePage
        context={context}
        view={{
          reach: 'उज्जैन संभाग',
          searchAction: '/review',
          filters: [{ label: 'सब 9', href: '/review', current: true }],
          items: queue,
          more: { shown: 6, total: 9, moreHref: '/review?after=6' },
          together,
        }}
      />
    ),
  },
  {
    name: '05-queue-empty',
    draw: (context) => (
      <ReviewQueuePage
        context={context}
        view={{ reach: 'उज्जैन संभाग', searchAction: '/review', filters: [], items: [], more: { shown: 0, total: 0 } }}
      />
    ),
  },
  {
    name: '05-queue-many',
    big: true,
    draw: (context) => (
      <ReviewQueuePage
        context={context}
        view={{
          reach: 'उज्जैन संभाग',
          searchAction: '/review',
          filters: [],
          items: longQueue,
          more: { shown: 500, total: 500 },
        }}
      />
    ),
  },
  { name: '06-traffic', draw: (context) => <BoardPage context={context} view={board} /> },
  { name: '06-traffic-empty', draw: (context) => <BoardPage context={context} view={emptyBoard} /> },
  { name: '06-traffic-many', big: true, draw: (context) => <BoardPage context={context} view={longBoard} /> },
];
