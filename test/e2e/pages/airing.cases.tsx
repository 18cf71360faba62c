import { seconds } from '../../../src/kernel/frames.ts';
import type { Mark } from '../../../src/web/airing/mark.tsx';
import type { MonthRowView } from '../../../src/web/airing/month-grid.tsx';
import { MonthPage, type MonthView } from '../../../src/web/airing/month-page.tsx';
import { OperatorPage, type OperatorView } from '../../../src/web/delivery/operator-page.tsx';
import { RecallFormPage, type RecallFormPageView } from '../../../src/web/delivery/recall-form-page.tsx';
import { RecallsPage, type RecallsView } from '../../../src/web/delivery/recalls-page.tsx';
import { RunSheetPage, type RunSheetView } from '../../../src/web/delivery/run-sheet-page.tsx';
import { HeadOfficePage, type HeadOfficeView } from '../../../src/web/reports/head-office-page.tsx';
import { MonthReportPage, type MonthReportView } from '../../../src/web/reports/month-report-page.tsx';
import { at, LONG_NAME, type PageCase, peaks } from './case.ts';

const file = (title: string, fileName: string, length: number, megabytes: number, state: 'new' | 'present') => ({
  title,
  fileName,
  length: seconds(length),
  sizeBytes: megabytes * 1_000_000,
  state,
  href: '/o/t/files/x.mpg',
});

const operator: OperatorView = {
  operator: 'क्षिप्रा केबल नेटवर्क',
  channel: 'क्षिप्रा न्यूज़',
  day: '2026-11-23',
  islands: ['yesterday.island.js'],
  removals: [
    {
      name: 'अनिल बैरागी',
      houseNumber: 'UJNAYB00041',
      reason: 'हितग्राही ने अनुमति वापस ली है।',
      stillInList: false,
      ackAction: '/ack',
    },
  ],
  fresh: { day: '2026-11-23', files: 3, bytes: 41_100_000, present: 5, href: '/new.zip' },
  today: {
    spots: 8,
    plays: 16,
    first: '06:58:00',
    lists: [{ channel: 'क्षिप्रा न्यूज़', listHref: '/list.m3u8', printHref: '/sheet' }],
  },
  yesterday: {
    day: '2026-11-22',
    planned: 16,
    action: '/yesterday',
    plays: [
      { id: '1', time: '06:58', name: 'सुनीता बाई', missed: false },
      { id: '2', time: '13:28', name: 'महेश राठौर', missed: true },
      { id: '3', time: '19:30', name: 'कमल सिंह सोलंकी', missed: false },
    ],
    allHref: '/?all=1',
  },
  files: {
    day: '2026-11-23',
    total: 8,
    files: [
      file('बद्रीलाल चौधरी · पीएम आवास', 'UJNPMA00119.mpg', 30, 15.2, 'new'),
      file('महेश राठौर · जल जीवन', 'DWSJJM00058.mpg', 40, 19.8, 'new'),
      file('दिनेश चौहान · स्वनिधि', 'UJNSWN00017.mpg', 10, 6.1, 'new'),
      file('सुनीता बाई · लाड़ली बहना', 'UJNLBY00071.mpg', 30, 15.2, 'present'),
    ],
    restHref: '/?files=all',
  },
  setup: {
    address: `https://prerna.example/o/${'k'.repeat(43)}/manifest.json`,
    windowsHref: '/w',
    linuxHref: '/l',
    links: [{ label: 'MRSS', href: '/f' }],
    films: ['केबल (SD, MPEG-2) · .mpg'],
    playlists: ['m3u8', 'csv'],
    trial: {
      title: `${LONG_NAME} (UJNPMA00119)`,
      sizeBytes: 15_200_000,
      href: '/t',
      lists: [{ label: 'm3u8', href: '/m' }],
    },
  },
  helpPhone: '07340000000',
  changedAt: at('10:00'),
};

const quietOperator: OperatorView = {
  ...operator,
  operator: LONG_NAME,
  channel: LONG_NAME,
  removals: [{ name: LONG_NAME, houseNumber: 'UJNAYB00041', reason: LONG_NAME, stillInList: true, ackAction: '/ack' }],
  fresh: { day: '2026-11-24', files: 0, bytes: 0, present: 0, href: '/' },
  today: { spots: 0, plays: 0, lists: [] },
  yesterday: undefined,
  files: { day: '2026-11-24', total: 0, files: [] },
  next: { day: '2026-11-24', lists: [1, 2].map(() => ({ channel: LONG_NAME, listHref: '/l', printHref: '/p' })) },
};

const busyOperator: OperatorView = {
  ...operator,
  yesterday: {
    day: '2026-11-22',
    planned: 500,
    action: '/y',
    plays: Array.from({ length: 500 }, (_, i) => ({ id: String(i), time: '06:58', name: LONG_NAME, missed: i === 7 })),
  },
  files: {
    day: '2026-11-24',
    total: 500,
    files: Array.from({ length: 500 }, () => file(LONG_NAME, 'UJNPMA00119.mpg', 30, 15.2, 'new')),
  },
};

const play = (time: string, houseNumber: string, title: string, length: number) => ({
  time,
  houseNumber,
  title,
  length: seconds(length),
});

const sheet: RunSheetView = {
  channel: 'क्षिप्रा न्यूज़',
  operator: 'क्षिप्रा केबल नेटवर्क, उज्जैन',
  day: '2026-11-23',
  version: 2,
  madeAt: at('20:00', 1),
  backHref: '/',
  withdrawn: [{ houseNumber: 'UJNAYB00041', name: 'अनिल बैरागी', reason: 'अनुमति वापस ली' }],
  dayparts: [
    {
      label: 'सुबह',
      plays: [
        play('06:58:00', 'UJNLBY00071', 'सुनीता बाई · लाड़ली बहना', 30),
        play('06:58:30', 'UJNPMA00119', 'बद्रीलाल चौधरी · पीएम आवास', 30),
        play('08:28:00', 'DWSJJM00058', 'महेश राठौर · जल जीवन', 40),
        play('08:28:40', 'UJNSWN00017', 'दिनेश चौहान · पीएम स्वनिधि', 10),
        play('10:58:00', 'UJNKSN00022', 'कमल सिंह सोलंकी · किसान सम्मान निधि', 30),
      ],
    },
    {
      label: 'दोपहर',
      plays: [
        play('13:28:00', 'UJNUJW00064', 'शांति बाई परमार · उज्ज्वला', 30),
        play('13:28:30', 'UJNLBY00072', 'सुनीता बाई · लाड़ली बहना', 20),
        play('15:58:00', 'MDSAYB00031', 'ईश्वर पाटीदार · आयुष्मान', 30),
      ],
    },
    {
      label: 'शाम',
      plays: [
        play('18:28:00', 'UJNPMA00119', 'बद्रीलाल चौधरी · पीएम आवास', 30),
        play('18:28:30', 'UJNUJW00064', 'शांति बाई परमार · उज्ज्वला', 30),
        play('19:30:00', 'UJNLBY00071', 'सुनीता बाई · लाड़ली बहना', 30),
        play('19:30:30', 'DWSJJM00058', 'महेश राठौर · जल जीवन', 40),
        play('20:30:00', 'UJNKSN00022', 'कमल सिंह सोलंकी · किसान सम्मान निधि', 30),
        play('20:30:30', 'UJNPMA00119', 'बद्रीलाल चौधरी · पीएम आवास', 30),
      ],
    },
    {
      label: 'रात',
      plays: [
        play('21:30:00', 'UJNSWN00017', 'दिनेश चौहान · पीएम स्वनिधि', 10),
        play('22:28:00', 'MDSAYB00031', 'ईश्वर पाटीदार · आयुष्मान', 30),
      ],
    },
  ],
  helpPhone: '0734-000 0000',
};

const answer = (
  name: string,
  district: string,
  more: Partial<NonNullable<RecallsView['open']>['answers'][number]>,
) => ({
  operator: name,
  district,
  state: 'silent' as const,
  phone: '07340000000',
  ...more,
});

const recalls: RecallsView = {
  recallHref: '/recalls/new',
  open: {
    poster: '/img/g.jpg',
    houseNumber: 'UJNAYB00041',
    scheme: 'आयुष्मान',
    title: 'अनिल बैरागी, ग्राम पिपलौदा',
    reason: 'हितग्राही ने अनुमति वापस ली',
    at: at('10:40'),
    acked: 9,
    operators: 14,
    isLifted: false,
    liftAction: '/recalls/1/lift',
    atRisk: { operators: 5, plays: 8 },
    answers: [
      answer('नीमच स्टार केबल', 'नीमच', { nextPlay: '19:30:00' }),
      answer('चंबल केबल सर्विस', 'मंदसौर', { nextPlay: '20:30:00' }),
      answer('देवास सिटी केबल', 'देवास', { state: 'seen', seenAt: at('11:52') }),
      answer('बैजनाथ केबल', 'आगर-मालवा', { state: 'seen', seenAt: at('11:20') }),
      answer('मालवा विज़न केबल', 'देवास', { state: 'removed', removedAt: at('11:04') }),
      answer('क्षिप्रा केबल नेटवर्क', 'उज्जैन', { state: 'removed', removedAt: at('10:58') }),
    ],
    restHref: '/recalls/1?all=1',
    erased: { on: '2026-12-23', afterDays: 30 },
  },
  others: [
    {
      name: 'कैलाश बोड़ाना',
      scheme: 'उज्ज्वला',
      at: at('10:00', 5),
      acked: 14,
      operators: 14,
      href: '/recalls/2',
      isLifted: false,
    },
    {
      name: 'रेणु कुँवर',
      scheme: 'लाड़ली बहना',
      at: at('10:00', 11),
      acked: 22,
      operators: 22,
      href: '/recalls/3',
      isLifted: false,
    },
    {
      name: 'पप्पू डोडियार',
      scheme: 'जल जीवन',
      at: at('10:00', 19),
      acked: 9,
      operators: 9,
      href: '/recalls/4',
      isLifted: true,
    },
  ],
  changedAt: at('10:00'),
};

const recallForm: RecallFormPageView = {
  query: '',
  choices: [],
  chosen: {
    house: 'UJNPMA00119',
    name: LONG_NAME,
    scheme: 'पीएम आवास',
    operators: 14,
    plays: 38,
    grounds: ['इसमें कोई बात ग़लत है।', 'इस पर शिकायत आई है।'].map((label) => ({ value: label, label })),
    typed: { ground: '', reason: '', number: 'UJNPMA' },
    why: { number: 'नंबर मेल नहीं खाता। ठीक यही लिखें: UJNPMA00119' },
  },
};

const DAYS = Array.from({ length: 30 }, (_, i) => `2026-11-${String(i + 1).padStart(2, '0')}`);

const LETTERS: Readonly<Record<string, Mark>> = {
  p: 'planned',
  a: 'aired',
  v: 'proved',
  x: 'missing',
  u: 'unknown',
  n: 'noLog',
};

function month(name: string, marks: string): MonthRowView {
  return {
    operator: name,
    cells: DAYS.map((day, index) => ({
      day,
      mark: LETTERS[marks[index] ?? ''],
      href: `/airing?day=${day}#d`,
      current: name === 'मालवा विज़न' && day === '2026-11-10',
    })),
  };
}

const malwa = month('मालवा विज़न', 'vvvvvvvvvxxvvvvvvvvvvvappppppp');

const airing: MonthView = {
  reach: 'उज्जैन संभाग · 8 केबल ऑपरेटर',
  month: '2026-11-01',
  importHref: '/airing/import',
  exportHref: '/airing.xlsx',
  totals: [
    { mark: 'planned', plays: 1946 },
    { mark: 'aired', plays: 1204 },
    { mark: 'proved', plays: 4418 },
    { mark: 'missing', plays: 86 },
    { mark: 'unknown', plays: 24 },
  ],
  days: DAYS,
  rows: [
    month('क्षिप्रा केबल', 'vvvvvvvvvvvvvvvvvvvvvvappppppp'),
    month('अवंती डिजिटल', 'vvvvvaavvvvvvvvvvvaavvappppppp'),
    malwa,
    month('देवास सिटी', 'aaaaaaavvvvvvvaaaaaaaaappppppp'),
    month('रतलाम सैटनेट', 'vvvvvvvvvvvvxvvvvvvvvvappppppp'),
    month('चंबल केबल', 'vvaavvvvvvaavvvvvvxvvvappppppp'),
    month('नीमच स्टार', 'aaxxxaaaaaaaxxaaaaaxaaappppppp'),
    month('बैजनाथ केबल', 'vvvvvvvuuvvvvvvvvvvvvvappppppp'),
  ],
  more: { shown: 8, total: 8 },
  phone: {
    action: '/airing',
    operators: [{ value: 'm', label: 'मालवा विज़न · 2 दिन नहीं चला' }],
    chosen: 'm',
    row: malwa,
  },
  opened: {
    operator: 'मालवा विज़न',
    day: '2026-11-10',
    sum: '12 तय, 10 प्रमाणित, 1 चला, 1 नहीं चला',
    plays: [
      { time: '13:28:10', name: 'महेश राठौर', note: 'रिकॉर्डिंग पूरे समय की है, स्पॉट नहीं मिला', mark: 'missing' },
      {
        time: '19:30:04',
        name: 'सुनीता बाई',
        note: 'तय 19:30:00 · 4 सेकंड बाद चला · पूरा 30 सेकंड',
        mark: 'proved',
        evidence: {
          frame: { image: '/img/a-l.jpg', alt: 'टीवी रिकॉर्डिंग का दृश्य', scheme: 'लाड़ली बहना' },
          soundHref: '/sound',
          peaks: peaks(60),
          found: [
            { text: 'आवाज़ मिली', holds: true },
            { text: 'तस्वीर मिली', holds: true },
            { text: 'ऑपरेटर की सूची में भी है', holds: true },
          ],
        },
      },
      { time: '20:30:00', name: 'कमल सिंह सोलंकी', note: 'सिर्फ़ ऑपरेटर का कहना है, रिकॉर्डिंग नहीं', mark: 'aired' },
      { time: '21:29:58', name: 'शांति बाई परमार', note: 'आवाज़ और तस्वीर मिली', mark: 'proved' },
    ],
    makeGood: { text: 'महेश राठौर: 25-11-2026, 13:30, मालवा 24', addAction: '/make-good', otherHref: '/traffic' },
  },
  changedAt: at('10:00'),
};

const DISTRICTS = ['उज्जैन', 'देवास', 'रतलाम', 'शाजापुर', 'आगर', 'मंदसौर', 'नीमच'];
const heatRow = (scheme: string, spots: readonly number[]) => ({
  scheme,
  cells: spots.map((n) => ({ spots: n, href: '/spots' })),
});

const headOffice: HeadOfficeView = {
  reach: 'उज्जैन संभाग',
  from: '2026-11-01',
  until: '2026-11-23',
  csvHref: '/reports.csv',
  previousHref: '/reports?month=2026-10',
  presentHref: '/reports?present=1',
  pdfHref: '/reports/month',
  places: ['पूरा क्षेत्र', ...DISTRICTS].map((label, i) => ({ label, href: '/reports', current: i === 0 })),
  line: {
    made: { spots: 452, moreThanLastMonth: 38, href: '/spots' },
    approved: { spots: 402, href: '/spots?state=approved' },
    aired: { spots: 385, channels: 35, plays: 5622, href: '/airing' },
    proved: { plays: 4418, listed: 1012, word: 192, href: '/airing?mark=proved' },
    costAvoidedRupees: 1_250_000,
  },
  heat: {
    districts: DISTRICTS,
    rows: [
      heatRow('लाड़ली बहना', [24, 18, 15, 9, 6, 14, 11]),
      heatRow('पीएम आवास', [19, 14, 16, 7, 4, 12, 8]),
      heatRow('उज्ज्वला', [12, 9, 8, 5, 0, 7, 6]),
      heatRow('आयुष्मान', [15, 11, 7, 3, 2, 8, 5]),
      heatRow('जल जीवन', [8, 10, 4, 6, 5, 3, 0]),
      heatRow('किसान सम्मान निधि', [11, 6, 9, 8, 3, 10, 7]),
      heatRow('पीएम स्वनिधि', [6, 4, 5, 0, 1, 2, 2]),
    ],
  },
  behind: {
    until: '2026-11-23',
    districts: [
      { name: 'आगर-मालवा', spots: 0, since: '2026-10-20', href: '/spots' },
      { name: 'शाजापुर', spots: 0, href: '/spots' },
      { name: 'नीमच', spots: 3, since: '2026-11-12', href: '/spots' },
    ],
    operators: [
      { name: 'मालवा केबल नेटवर्क', days: 17, since: '2026-11-04', href: '/airing' },
      { name: LONG_NAME, days: 3, since: '2026-11-18', href: '/airing' },
    ],
  },
  trend: {
    weeks: [88, 97, 92, 110, 104, 126, 121, 142].map((made, i) => ({
      week: 40 + i,
      made,
      approved: [61, 72, 80, 86, 95, 102, 112, 127][i] ?? 0,
    })),
  },
  posters: [
    { href: '/s/1', image: '/img/a.jpg', length: seconds(30), name: 'सुनीता बाई', scheme: 'लाड़ली बहना', channels: 31 },
    {
      href: '/s/2',
      image: '/img/man.jpg',
      length: seconds(30),
      name: 'बद्रीलाल चौधरी',
      scheme: 'पीएम आवास',
      channels: 28,
    },
    { href: '/s/3', image: '/img/e.jpg', length: seconds(30), name: 'महेश राठौर', scheme: 'जल जीवन', channels: 26 },
    { href: '/s/4', image: '/img/f.jpg', length: seconds(30), name: 'ईश्वर पाटीदार', scheme: 'आयुष्मान', channels: 24 },
  ],
  changedAt: at('10:00'),
};

const firstMonth: HeadOfficeView = {
  ...headOffice,
  line: {
    made: { spots: 0, href: '/' },
    approved: { spots: 0, href: '/' },
    aired: { spots: null, channels: 0, plays: 0, href: '/' },
    proved: { plays: 0, listed: 0, word: 0, href: '/' },
  },
  heat: { districts: DISTRICTS, rows: [] },
  behind: { until: '2026-11-23', districts: [], operators: [] },
  places: [],
  nextHref: '/reports?month=2026-12',
  trend: { weeks: [] },
  posters: [],
};

const state: HeadOfficeView = {
  ...headOffice,
  heat: {
    districts: Array.from({ length: 55 }, () => 'आगर-मालवा'),
    rows: Array.from({ length: 60 }, (_, i) =>
      heatRow(
        LONG_NAME,
        Array.from({ length: 55 }, (_, j) => (i * j) % 1999),
      ),
    ),
  },
  posters: headOffice.posters.map((poster) => ({ ...poster, name: LONG_NAME, image: undefined })),
};

const reportRow = (name: string, made: number) => ({
  name,
  made,
  approved: made - 5,
  aired: made - 8,
  plays: made * 12,
  proved: made * 9,
});

const report: MonthReportView = {
  department: 'जनसम्पर्क विभाग',
  reach: 'उज्जैन संभाग',
  from: '2026-11-01',
  until: '2026-11-30',
  backHref: '/reports',
  totals: { name: '', made: 452, approved: 402, aired: 385, plays: 5622, proved: 4418 },
  districts: DISTRICTS.map((name, i) => reportRow(name, 90 - i * 9)),
  schemes: ['लाड़ली बहना', 'पीएम आवास', LONG_NAME].map((name, i) => reportRow(name, 97 - i * 20)),
  trend: headOffice.trend,
  findings: ['सबसे आगे: उज्जैन, 90 स्पॉट।'],
  costAvoidedRupees: 1_250_000,
  madeAt: at('18:00'),
  trail: `4182 · ${'9f'.repeat(32)}`,
};

export const airingCases: readonly PageCase[] = [
  { name: '07-operator', draw: (context) => <OperatorPage context={context} view={operator} /> },
  { name: '07-operator-quiet', draw: (context) => <OperatorPage context={context} view={quietOperator} /> },
  { name: '07-operator-many', big: true, draw: (context) => <OperatorPage context={context} view={busyOperator} /> },
  { name: '12-run-sheet', draw: (context) => <RunSheetPage context={context} view={sheet} /> },
  { name: '10-recalls', draw: (context) => <RecallsPage context={context} view={recalls} /> },
  { name: '10-recall-form', draw: (context) => <RecallFormPage context={context} view={recallForm} /> },
  {
    name: '10-recall-choose',
    draw: (context) => (
      <RecallFormPage
        context={context}
        view={{
          query: 'बाई',
          refusal: 'नंबर जाँचें।',
          choices: [{ house: 'UJNPMA00119', name: LONG_NAME, scheme: 'पीएम आवास', href: '/r' }],
        }}
      />
    ),
  },
  { name: '10-recalls-none', draw: (context) => <RecallsPage context={context} view={{ others: [] }} /> },
  { name: '08-airing-month', draw: (context) => <MonthPage context={context} view={airing} /> },
  {
    name: '08-airing-month-none',
    draw: (context) => (
      <MonthPage context={context} view={{ ...airing, rows: [], totals: [], phone: undefined, opened: undefined }} />
    ),
  },
  {
    name: '08-airing-month-many',
    big: true,
    draw: (context) => (
      <MonthPage
        context={context}
        view={{
          ...airing,
          previousHref: '/p',
          nextHref: '/n',
          rows: Array.from({ length: 500 }, () => month(LONG_NAME, 'pavxun')),
          more: { shown: 500, total: 1000, moreHref: '/m' },
        }}
      />
    ),
  },
  { name: '09-head-office', draw: (context) => <HeadOfficePage context={context} view={headOffice} /> },
  { name: '09-head-office-first', draw: (context) => <HeadOfficePage context={context} view={firstMonth} /> },
  { name: '09-head-office-state', big: true, draw: (context) => <HeadOfficePage context={context} view={state} /> },
  {
    name: '09-head-office-present',
    draw: (context) => <HeadOfficePage context={context} view={{ ...headOffice, presentExit: '/reports' }} />,
  },
  { name: '13-month-report', draw: (context) => <MonthReportPage context={context} view={report} /> },
];
