import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readPresetData } from '../../../src/domain/directory/index.ts';
import { DepartmentPage } from '../../../src/web/admin/department-page.tsx';
import { PlacePage, type PlacePageView } from '../../../src/web/admin/place-page.tsx';
import { PlacesPage } from '../../../src/web/admin/places-page.tsx';
import { NEW_SCHEME, typeScheme } from '../../../src/web/admin/scheme-form.ts';
import { SchemePage, type SchemeView } from '../../../src/web/admin/scheme-page.tsx';
import { type SchemeRowView, SchemesPage } from '../../../src/web/admin/schemes-page.tsx';
import { LONG_NAME, type PageCase } from './case.ts';

const root = join(import.meta.dirname, '../../..');
const data = readPresetData(join(root, 'presets'));
const { colours } = parse(readFileSync(join(root, 'watermarks/sober/look.yaml'), 'utf8'));

const rows: SchemeRowView[] = data.schemes.map((scheme, index) => ({
  code: scheme.code,
  name: scheme.names.hi[0] ?? '',
  department: scheme.department.hi,
  helpline: scheme.helpline,
  checkedOn: scheme.checkedOn,
  colour: scheme.colour,
  hidden: index === 3,
}));

const [first] = data.schemes;
if (!first) throw new Error('no scheme ships');
const scheme: SchemeView = {
  typed: typeScheme({ ...first, version: 2, hidden: false, edited: true }),
  why: {},
  colourRules: [{ look: 'sober', colours }],
  today: '2026-11-23',
};
const hardScheme: SchemeView = {
  ...scheme,
  typed: {
    ...scheme.typed,
    namesHi: `${LONG_NAME} योजना`,
    helpline: 'call us',
    colour: '#43a047',
    source: 'x'.repeat(200),
  },
  why: {
    helpline: 'यह नंबर लग नहीं सकता। 3 से 6 अंक, या 1800-180-1551 जैसा लिखें।',
    benefitEn: 'अंग्रेज़ी में लिखें।',
    checkedOn: 'पर्दे पर जाने वाली बात बदली है: लिखें कि किस दिन पढ़कर जाँची।',
  },
  said: { tone: 'bad', text: 'किसी ने अभी इसे बदला है। आपका लिखा नीचे है; देखकर फिर सहेजें।' },
};

const divisions = data.divisions.map((division) => ({
  ...division,
  districts: data.districts.filter((district) => district.division === division.code),
}));
const place: PlacePageView = {
  kind: 'district',
  typed: {
    code: 'UJN',
    hi: 'उज्जैन',
    en: 'Ujjain',
    division: 'DUJ',
    source: 'https://example.in/a/page',
    checkedOn: '2026-11-20',
    version: '1',
  },
  why: {},
  divisions: data.divisions.map(({ code, hi }) => ({ value: code, label: hi })),
  today: '2026-11-23',
};

export const directoryCases: readonly PageCase[] = [
  {
    name: '30-schemes',
    draw: (context) => <SchemesPage context={context} view={{ query: undefined, schemes: rows }} />,
  },
  {
    name: '30-schemes-none',
    big: true,
    draw: (context) => <SchemesPage context={context} view={{ query: LONG_NAME, schemes: [] }} />,
  },
  {
    name: '30-schemes-many',
    big: true,
    draw: (context) => (
      <SchemesPage
        context={context}
        view={{
          query: 'a',
          schemes: Array.from({ length: 500 }, (_, index) => ({ ...rows[0], name: LONG_NAME, code: `A${index}` })).map(
            (row) => ({
              department: LONG_NAME,
              helpline: undefined,
              checkedOn: '2026-11-20',
              colour: '#123456',
              ...row,
              hidden: true,
            }),
          ),
        }}
      />
    ),
  },
  { name: '30-scheme', draw: (context) => <SchemePage context={context} view={scheme} /> },
  { name: '30-scheme-hard', draw: (context) => <SchemePage context={context} view={hardScheme} /> },
  {
    name: '30-scheme-new',
    big: true,
    draw: (context) => (
      <SchemePage
        context={context}
        view={{ ...scheme, typed: NEW_SCHEME, why: { code: 'तीन बड़े अंग्रेज़ी अक्षर लिखें, जैसे PMA।' } }}
      />
    ),
  },
  { name: '31-places', draw: (context) => <PlacesPage context={context} view={{ query: undefined, divisions }} /> },
  {
    name: '31-places-none',
    big: true,
    draw: (context) => <PlacesPage context={context} view={{ query: 'qq', divisions: [] }} />,
  },
  { name: '31-place', draw: (context) => <PlacePage context={context} view={place} /> },
  {
    name: '31-place-new',
    big: true,
    draw: (context) => (
      <PlacePage
        context={context}
        view={{
          ...place,
          kind: 'division',
          typed: { ...place.typed, code: 'd', hi: LONG_NAME, version: '' },
          why: { code: '«DUJ» पहचान पहले से है। दूसरी चुनें।', checkedOn: 'जिस दिन पढ़ा, वह दिन लिखें।' },
        }}
      />
    ),
  },
  {
    name: '32-department',
    draw: (context) => (
      <DepartmentPage
        context={context}
        view={{
          typed: { hi: 'जनसम्पर्क विभाग', en: 'Public Relations Department', version: '1' },
          why: { en: 'अंग्रेज़ी में लिखें।' },
          said: { tone: 'ok', text: 'सहेजा गया।' },
        }}
      />
    ),
  },
];
