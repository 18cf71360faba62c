import { seconds } from '../../../src/kernel/frames.ts';
import { LoginPage } from '../../../src/web/accounts/login-page.tsx';
import { ConsentPage, type ConsentView } from '../../../src/web/consent/consent-page.tsx';
import { ErrorPage } from '../../../src/web/frame/error-page.tsx';
import type { ClipCardView, ClipState } from '../../../src/web/intake/clip-card.tsx';
import { HomePage, type HomeView } from '../../../src/web/intake/home-page.tsx';
import { RefusedPage } from '../../../src/web/intake/refused-page.tsx';
import { SendFilmPage } from '../../../src/web/intake/send-film-page.tsx';
import { SendPage, type SendView } from '../../../src/web/intake/send-page.tsx';
import type { UploadCardView } from '../../../src/web/intake/upload-card.tsx';
import { at, LONG_NAME, type PageCase, peaks } from './case.ts';

const MB = 1_000_000;

function clip(
  name: string,
  place: string,
  scheme: string,
  image: string,
  length: number,
  state: ClipState,
): ClipCardView {
  const poster = `/img/${image}.jpg`;
  return { id: image, subjects: [], href: '/spots/1', name, place, scheme, poster, length: seconds(length), state };
}

const clips: readonly ClipCardView[] = [
  clip('रामप्रसाद मालवीय', 'ग्राम नरवर', 'पीएम आवास', 'man', 38, {
    kind: 'sending',
    sentBytes: 26 * MB,
    totalBytes: 41 * MB,
    secondsLeft: 180,
  }),
  clip('लीला बाई', 'ग्राम ताजपुर', 'लाड़ली बहना', 'a', 30, { kind: 'yourCheck' }),
  clip('गोपाल गहलोत', 'वार्ड 12, तराना', 'स्वनिधि', 'c', 20, {
    kind: 'returned',
    comment: 'गाँव का नाम पट्टी में ग़लत है।',
    by: 'मीना शर्मा',
  }),
  clip('मंजू बाई परमार', 'ग्राम घोंसला', 'उज्ज्वला', 'a2', 30, { kind: 'making', making: { share: 0.4, secondsLeft: 120 } }),
  clip('विजय पाटीदार', 'ग्राम खाचरोद', 'आयुष्मान', 'f', 30, {
    kind: 'inReview',
    sentAt: at('16:20', 1),
    making: { share: 0.7 },
  }),
  clip('सुरेश बागरी', 'ग्राम उन्हेल', 'जल जीवन', 'e', 40, { kind: 'approved', firstDay: '2026-11-25' }),
  clip('कमल सिंह सोलंकी', 'ग्राम रुनीजा', 'किसान सम्मान निधि', 'd', 30, {
    kind: 'onAir',
    channels: 12,
    playsToday: 36,
    airingsHref: '/airing',
  }),
];

const home: HomeView = {
  islands: [],
  sendHref: '/send',
  searchAction: '/',
  filters: [
    { kind: 'all', count: 14, href: '/', current: true },
    { kind: 'yours', count: 2, href: '/?state=yours', current: false },
    { kind: 'onAir', count: 6, href: '/?state=onAir', current: false },
    { kind: 'inReview', count: 3, href: '/?state=inReview', current: false },
    { kind: 'approved', count: 2, href: '/?state=approved', current: false },
  ],
  clips,
  more: { shown: 7, total: 7 },
  changedAt: at('10:00'),
};

const noClips: HomeView = {
  ...home,
  filters: home.filters.map((filter) => ({ ...filter, count: 0 })),
  clips: [],
  more: { shown: 0, total: 0 },
};

const manyClips: HomeView = {
  ...home,
  clips: Array.from({ length: 500 }, (_, index): ClipCardView => {
    const state: ClipState = index % 2 ? { kind: 'withdrawn' } : { kind: 'approved' };
    const card = { id: `${index}`, subjects: [], href: `/spots/${index}` };
    return { ...card, name: LONG_NAME, place: `ग्राम ${LONG_NAME}`, scheme: LONG_NAME, state };
  }),
  more: { shown: 500, total: 12_500, moreHref: '/?after=500' },
  done: { text: `${LONG_NAME} की क्लिप भेजी गई`, undoAction: '/undo' },
};

const upload: UploadCardView = {
  uploadId: 'u1',
  clipId: 'c1',
  fileName: 'VID_20261123_0914.mp4',
  image: '/img/man.jpg',
  sentBytes: 19 * MB,
  totalBytes: 41 * MB,
  secondsLeft: 240,
  state: 'going',
};

const districts = ['उज्जैन', 'देवास', 'रतलाम', 'शाजापुर', 'आगर-मालवा', 'मंदसौर', 'नीमच'].map((label) => ({
  value: label,
  label,
}));

const send: SendView = {
  action: '/send/1/who',
  backHref: '/send/1/film',
  islands: [],
  upload,
  typed: {
    name: 'रामप्रसाद मालवीय',
    village: 'नरवर',
    district: 'उज्जैन',
    scheme: 'PMA',
    schemeQuery: '',
    change: 'पहले बारिश में छत टपकती थी, अब पक्के घर में चैन से सोते हैं।',
    amount: '₹1,20,000',
  },
  tehsil: 'उज्जैन',
  villages: ['नरवर'],
  districts,
  schemes: [
    { code: 'PMA', label: 'पीएम आवास', icon: 'home' },
    { code: 'LBY', label: 'लाड़ली बहना', icon: 'sis' },
    { code: 'UJW', label: 'उज्ज्वला', icon: 'flame' },
    { code: 'AYB', label: 'आयुष्मान', icon: 'heart' },
    { code: 'JJM', label: 'जल जीवन', icon: 'drop' },
    { code: 'KSN', label: 'किसान सम्मान निधि', icon: 'grain' },
    { code: 'SWN', label: 'पीएम स्वनिधि', icon: 'shop' },
  ],
  allSchemes: 61,
  frame: {
    image: '/img/man-l.jpg',
    alt: 'हितग्राही की फ़िल्म का दृश्य',
    scheme: 'पीएम आवास',
    name: 'रामप्रसाद मालवीय',
    place: 'ग्राम नरवर, ज़िला उज्जैन',
  },
  why: {},
};

const wrongSend: SendView = {
  ...send,
  upload: { ...upload, image: undefined, secondsLeft: undefined, state: 'pickSame', fileName: `${LONG_NAME}.mp4` },
  typed: { ...send.typed, name: '', scheme: undefined, schemeQuery: 'xyz' },
  schemes: [{ code: 'AAA', label: LONG_NAME }],
  allSchemes: undefined,
  frame: { alt: 'दृश्य', name: LONG_NAME, place: `ग्राम ${LONG_NAME}`, scheme: LONG_NAME },
  why: { name: 'हितग्राही का नाम लिखें।', scheme: 'एक योजना चुनें।' },
};

const consent: ConsentView = {
  action: '/send/1/consent',
  backHref: '/send/1/who',
  islands: [],
  upload: { ...upload, sentBytes: 33 * MB, secondsLeft: 60 },
  kind: 'voice',
  photo: { kept: false },
  voice: {
    kept: false,
    statement: 'मैं, रामप्रसाद मालवीय, ग्राम नरवर, अपनी मर्ज़ी से अनुमति देता हूँ कि मेरी यह फ़िल्म केबल टीवी पर दिखाई जाए।',
    recording: { href: '/sound', length: seconds(12), peaks: peaks(60), clear: true },
  },
  cable: true,
  social: false,
  minor: false,
  guardian: { name: '', relation: '' },
  date: '24-11-2026',
  blankFormHref: '/consent-form',
  withdrawAction: '/send/1/withdraw',
  why: { date: 'यह तारीख आगे की है। आज या पहले की तारीख लिखें, जैसे 23-11-2026।' },
};

const minorConsent: ConsentView = {
  ...consent,
  kind: 'form',
  photo: { image: '/img/g.jpg', kept: true },
  voice: { statement: LONG_NAME, kept: false },
  minor: true,
  guardian: { name: LONG_NAME, relation: '' },
  why: {
    proof: 'फ़ोटो में दस्तख़त नहीं दिख रहे। रोशनी में फिर खींचें।',
    scope: 'केबल टीवी की अनुमति के बिना स्पॉट मंज़ूर नहीं होगा।',
    guardian: '18 से कम उम्र है',
  },
};

const refused = {
  fileName: 'VID_20261123_0914.mp4',
  sizeBytes: 4000,
  at: at('09:14'),
  user: 'clip.refused.cut',
  number: 'K7-2231',
  laterHref: '/',
  againHref: '/send/1/film',
};

const error = (status: number, key: 'error.noRight' | 'error.notFound' | 'error.server'): PageCase => ({
  name: `14-error-${status}`,
  draw: (context) => (
    <ErrorPage
      context={context}
      view={{ status, message: context.t(key, { n: 10 }), number: '01JD-7Q2X', backHref: '/' }}
    />
  ),
});

export const sendingCases: readonly PageCase[] = [
  error(403, 'error.noRight'),
  error(404, 'error.notFound'),
  error(500, 'error.server'),
  {
    name: '11a-login',
    draw: (context) => (
      <LoginPage context={context} view={{ action: '/login', login: '98260 00000', forgotHref: '/forgot' }} />
    ),
  },
  {
    name: '11a-login-wrong',
    draw: (context) => (
      <LoginPage
        context={context}
        view={{ action: '/login', login: LONG_NAME, why: context.t('login.wrong'), notice: context.t('login.ended') }}
      />
    ),
  },
  { name: '01-home', draw: (context) => <HomePage context={context} view={home} /> },
  { name: '11b-empty', draw: (context) => <HomePage context={context} view={noClips} /> },
  {
    name: '01-home-nothing-found',
    draw: (context) => <HomePage context={context} view={{ ...home, clips: [], query: LONG_NAME }} />,
  },
  { name: '01-home-many', big: true, draw: (context) => <HomePage context={context} view={manyClips} /> },
  {
    name: '02-send-film',
    draw: (context) => (
      <SendFilmPage
        context={context}
        view={{ action: '/send', backHref: '/', islands: [], districts, why: context.t('clip.refused.notFilm') }}
      />
    ),
  },
  { name: '02-send-who', draw: (context) => <SendPage context={context} view={send} /> },
  { name: '02-send-who-wrong', draw: (context) => <SendPage context={context} view={wrongSend} /> },
  { name: '03-send-consent', draw: (context) => <ConsentPage context={context} view={consent} /> },
  { name: '03-send-consent-minor', draw: (context) => <ConsentPage context={context} view={minorConsent} /> },
  { name: '11c-refused', draw: (context) => <RefusedPage context={context} view={refused} /> },
  {
    name: '11c-refused-long',
    draw: (context) => (
      <RefusedPage
        context={context}
        view={{
          ...refused,
          fileName: `${'VIDEO_'.repeat(12)}.mp4`,
          user: 'clip.refused.short',
          params: { n: 4, least: 6.6 },
        }}
      />
    ),
  },
];
