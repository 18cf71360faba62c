import { PeoplePage, type PeopleView } from '../../../src/web/accounts/people-page.tsx';
import { AdminPage } from '../../../src/web/admin/admin-page.tsx';
import { AuditPage, type AuditView } from '../../../src/web/admin/audit-page.tsx';
import { HealthPage, type HealthView } from '../../../src/web/admin/health-page.tsx';
import { ImportPage, type ImportView } from '../../../src/web/admin/import-page.tsx';
import { JobsPage, type JobsView } from '../../../src/web/admin/jobs-page.tsx';
import { OperatorPage, type OperatorView } from '../../../src/web/admin/operator-page.tsx';
import { NewOperatorPage, OperatorsPage } from '../../../src/web/admin/operators-page.tsx';
import { NoticesPage } from '../../../src/web/notices/notices-page.tsx';
import { at, LONG_NAME, type PageCase } from './case.ts';

const form: OperatorView['form'] = {
  typed: {
    id: 'kshipra-cable',
    hi: 'क्षिप्रा केबल नेटवर्क',
    en: 'Kshipra Cable Network',
    district: 'UJN',
    phone: '9876543210',
    delivery: 'sd-mpeg2-14x9 web',
    shape: '14x9',
    motion: 'frames',
    slate: 'beside',
    playlists: 'm3u8',
    version: '3',
  },
  why: undefined,
  districts: [
    { value: 'UJN', label: 'उज्जैन' },
    { value: 'AGM', label: 'आगर-मालवा' },
  ],
  delivery: [
    { value: 'sd-mpeg2', label: 'केबल (SD, MPEG-2)' },
    { value: 'xdcam-hd422-ebu', label: 'प्रसारण सर्वर (XDCAM HD422, EBU R128 s1)' },
    { value: 'web', label: 'वेबसाइट (1080p)' },
  ],
  playlists: ['m3u', 'm3u8', 'xspf', 'pls', 'csv'],
};
const newForm: OperatorView['form'] = {
  ...form,
  typed: { id: '', hi: '', en: '', district: 'UJN', phone: '', delivery: '', playlists: '', version: '' },
};
const operators = Array.from({ length: 6 }, (_, index) => ({
  id: `cable-${index}`,
  name: index === 2 ? `${LONG_NAME} केबल नेटवर्क` : 'क्षिप्रा केबल नेटवर्क',
  district: 'उज्जैन',
  phone: index === 3 ? undefined : '9876543210',
}));
const channel = {
  id: 'kshipra-one',
  name: 'क्षिप्रा न्यूज़',
  tags: 'town news',
  breaks: '07:58:00 120 morning\n18:58:00 120 prime',
  version: '1',
};

const imported: ImportView = {
  kind: 'people',
  rows: [
    { id: 'asha', words: ['आशा', 'ज़िला जनसम्पर्क', 'उज्जैन'] },
    { id: 'l'.repeat(60), words: [LONG_NAME, LONG_NAME] },
  ],
  problems: [],
  content: 'eA==',
  links: [],
};

const jobs: JobsView = {
  states: ['waiting', 'running', 'done', 'refused', 'dead', 'cancelled'],
  state: undefined,
  jobs: [
    { id: '1', name: 'render.cut', state: 'running', attempts: '1/3', at: at('14:58'), why: undefined },
    {
      id: '2',
      name: 'intake.check',
      state: 'dead',
      attempts: '3/3',
      at: at('10:00', 3),
      why: `${'ffmpeg: Invalid data found when processing input '.repeat(4)}${'/x'.repeat(80)}`,
    },
    { id: '3', name: 'spots.draft', state: 'refused', attempts: '1/3', at: at('09:00'), why: 'यह फ़िल्म नहीं खुली।' },
    { id: '4', name: 'render.cut', state: 'done', attempts: '1/3', at: at('08:00'), why: undefined },
    { id: '5', name: 'render.cut', state: 'waiting', attempts: '0/3', at: at('14:59'), why: undefined },
    { id: '6', name: 'render.cut', state: 'cancelled', attempts: '1/3', at: at('08:00'), why: undefined },
  ],
};

const audit: AuditView = {
  rows: [
    { seq: 1204, at: at('14:58'), actor: 'रेखा जोशी', act: 'spot.send', subject: '9f2c'.repeat(8), detail: '{}' },
    {
      seq: 1203,
      at: at('10:00', 1),
      actor: LONG_NAME,
      act: 'scheme.edit',
      subject: 'PMJ',
      detail: '{"changed":"checkedOn helpline quoted","helpline":"1098","helplineWas":"14555","version":2}',
    },
    { seq: 1202, at: at('10:00', 40), actor: 'system', act: 'directory.load', subject: 'presets', detail: '{}' },
  ],
  subject: undefined,
  actor: undefined,
  next: 1202,
  verified: undefined,
};

const health: HealthView = {
  parts: {
    database: { ok: true },
    blobs: { ok: true },
    ffmpeg: { ok: true, detail: '5.1.7' },
    sandbox: { ok: true, detail: 'bubblewrap' },
    disk: { ok: false, detail: 'StorageFullError' },
  },
  version: '0.1.0',
  walls: [`bwrap: ${'No permissions to create a new namespace '.repeat(3)}`],
  stuck: [{ fact: 'cut.approved', subscriber: 'render', attempts: 5, lastError: 'Error: '.concat('x'.repeat(300)) }],
};

const people: PeopleView = {
  people: [
    { id: '1', login: 'rekha', name: 'रेखा जोशी', role: 'staff', place: 'ज़िला उज्जैन', state: 'active', own: true },
    { id: '2', login: 'mohan', name: LONG_NAME, role: 'reviewer', place: 'उज्जैन संभाग', state: 'invited', own: false },
    {
      id: '3',
      login: 'x'.repeat(40),
      name: 'आशा',
      role: 'headOffice',
      place: 'पूरा प्रदेश',
      state: 'disabled',
      own: false,
    },
  ],
  more: { shown: 3, total: 3 },
  places: [{ value: 'state', label: 'पूरा प्रदेश' }],
  typed: {},
};

export const adminCases: readonly PageCase[] = [
  { name: '20-admin', draw: (context) => <AdminPage context={context} view={{ admin: true, state: true }} /> },
  {
    name: '21-operators',
    draw: (context) => (
      <OperatorsPage
        context={context}
        view={{ query: undefined, operators, more: { shown: 6, total: 1000, moreHref: '/admin/operators?n=100' } }}
      />
    ),
  },
  {
    name: '21-operators-none',
    big: true,
    draw: (context) => (
      <OperatorsPage context={context} view={{ query: undefined, operators: [], more: { shown: 0, total: 0 } }} />
    ),
  },
  {
    name: '21-operators-many',
    big: true,
    draw: (context) => (
      <OperatorsPage
        context={context}
        view={{
          query: LONG_NAME,
          operators: Array.from({ length: 500 }, () => operators[2]).flatMap((one) => one ?? []),
          more: { shown: 500, total: 500 },
        }}
      />
    ),
  },
  {
    name: '21-operator-new',
    draw: (context) => (
      <NewOperatorPage
        context={context}
        form={{ ...newForm, why: '«X» पहचान नहीं बन सकती। छोटे अंग्रेज़ी अक्षर, अंक और - लिखें।' }}
      />
    ),
  },
  {
    name: '21-operator',
    draw: (context) => <OperatorPage context={context} view={{ form, channels: [channel] }} />,
  },
  {
    name: '21-operator-hard',
    big: true,
    draw: (context) => (
      <OperatorPage
        context={context}
        view={{
          form: { ...form, typed: { ...form.typed, hi: LONG_NAME, en: 'x'.repeat(80) }, why: LONG_NAME },
          channels: [{ ...channel, name: LONG_NAME, tags: 'tag '.repeat(40) }],
          channelTyped: { ...channel, id: 'new-one', version: '' },
          channelWhy: 'ब्रेक «शाम को» समझ नहीं आया।',
        }}
      />
    ),
  },
  { name: '22-import', draw: (context) => <ImportPage context={context} view={imported} /> },
  {
    name: '22-import-wrong',
    big: true,
    draw: (context) => (
      <ImportPage
        context={context}
        view={{
          ...imported,
          problems: [
            { line: 3, text: `«${'क'.repeat(120)}» नाम का ज़िला नहीं मिला।` },
            { line: 0, text: 'इस फ़ाइल में शीर्षक के नीचे कोई पंक्ति नहीं है।' },
          ],
        }}
      />
    ),
  },
  {
    name: '22-import-done',
    big: true,
    draw: (context) => (
      <ImportPage
        context={context}
        view={{
          kind: 'people',
          rows: [],
          problems: [],
          done: 2,
          links: [{ login: 'asha', href: `https://prerna.example.in/invitation/${'a'.repeat(64)}` }],
        }}
      />
    ),
  },
  {
    name: '22-import-many',
    big: true,
    draw: (context) => (
      <ImportPage
        context={context}
        view={{ ...imported, rows: Array.from({ length: 500 }, () => imported.rows[1]).flatMap((one) => one ?? []) }}
      />
    ),
  },
  { name: '23-jobs', draw: (context) => <JobsPage context={context} view={jobs} /> },
  {
    name: '23-jobs-none',
    big: true,
    draw: (context) => <JobsPage context={context} view={{ ...jobs, state: 'dead', jobs: [] }} />,
  },
  {
    name: '23-jobs-many',
    big: true,
    draw: (context) => (
      <JobsPage
        context={context}
        view={{ ...jobs, jobs: Array.from({ length: 100 }, () => jobs.jobs[1]).flatMap((one) => one ?? []) }}
      />
    ),
  },
  { name: '24-audit', draw: (context) => <AuditPage context={context} view={audit} /> },
  {
    name: '24-audit-broken',
    big: true,
    draw: (context) => (
      <AuditPage
        context={context}
        view={{
          ...audit,
          rows: [],
          next: undefined,
          verified: { seq: 12, reason: 'was changed after it was written' },
        }}
      />
    ),
  },
  { name: '25-health', draw: (context) => <HealthPage context={context} view={health} /> },
  { name: '26-people', draw: (context) => <PeoplePage context={context} view={people} /> },
  {
    name: '26-people-link',
    big: true,
    draw: (context) => (
      <PeoplePage
        context={context}
        view={{
          ...people,
          people: people.people.slice(0, 1),
          link: `https://prerna.example.in/invitation/${'a'.repeat(64)}`,
          typed: { name: LONG_NAME, login: 'a b' },
          why: '«a b» लॉगिन नहीं बन सकता।',
        }}
      />
    ),
  },
  {
    name: '26-people-many',
    big: true,
    draw: (context) => (
      <PeoplePage
        context={context}
        view={{ ...people, people: Array.from({ length: 500 }, () => people.people[1]).flatMap((one) => one ?? []) }}
      />
    ),
  },
  {
    name: '27-notices',
    draw: (context) => (
      <NoticesPage
        context={context}
        notices={[
          { kind: 'returned', count: 2, href: '/?show=yours' },
          { kind: 'inReview', count: 1200, href: '/review' },
        ]}
      />
    ),
  },
  { name: '27-notices-none', big: true, draw: (context) => <NoticesPage context={context} notices={[]} /> },
];
