import { about } from './about.ts';
import { accountPage } from './account-page.ts';
import { accounts } from './accounts.ts';
import { adminPage } from './admin-page.ts';
import { airing } from './airing.ts';
import { airingPage } from './airing-page.ts';
import { captions } from './captions.ts';
import { cli } from './cli.ts';
import { consent } from './consent.ts';
import { consentPage } from './consent-page.ts';
import { delivery } from './delivery.ts';
import { deliveryPage } from './delivery-page.ts';
import { directory } from './directory.ts';
import { directoryPage } from './directory-page.ts';
import { draft } from './draft.ts';
import { film } from './film.ts';
import { frame } from './frame.ts';
import { graphics } from './graphics.ts';
import { helps } from './helps.ts';
import { intake } from './intake.ts';
import { intakePage } from './intake-page.ts';
import { jobs } from './jobs.ts';
import { looksPage } from './looks-page.ts';
import { notices } from './notices.ts';
import { qc } from './qc.ts';
import { qcValues } from './qc-values.ts';
import { refusals } from './refusals.ts';
import { reportsPage } from './reports-page.ts';
import { review } from './review.ts';
import { reviewPage } from './review-page.ts';
import { spots } from './spots.ts';
import { spotsPage } from './spots-page.ts';
import { traffic } from './traffic.ts';
import { trafficPage } from './traffic-page.ts';

export type Language = 'hi' | 'en';

// One file a domain beside this one; a key stands in one file only (checked by test).
export const parts = {
  about,
  accountPage,
  adminPage,
  notices,
  draft,
  helps,
  film,
  frame,
  accounts,
  airing,
  airingPage,
  captions,
  cli,
  consent,
  consentPage,
  delivery,
  directory,
  directoryPage,
  deliveryPage,
  graphics,
  intake,
  intakePage,
  jobs,
  looksPage,
  qc,
  qcValues,
  refusals,
  reportsPage,
  review,
  reviewPage,
  spots,
  spotsPage,
  traffic,
  trafficPage,
};

type Parts = typeof parts;
export type MessageKey = { [P in keyof Parts]: keyof Parts[P]['hi'] & string }[keyof Parts];
export type Params = Readonly<Record<string, string | number>>;

const catalogue: Record<Language, Readonly<Record<string, string>>> = {
  hi: Object.assign({}, ...Object.values(parts).map((part) => part.hi)),
  en: Object.assign({}, ...Object.values(parts).map((part) => part.en)),
};

/** The sentence of a key with its {braces} filled; throws on an unknown key, for every key is ours. */
export function messageIn(language: Language, key: string, params: Params = {}): string {
  const text = catalogue[language][key];
  if (text === undefined) throw new Error(`no message "${key}"`);
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

/** As messageIn, with keys checked by the compiler: what pages use. */
export function translator(language: Language) {
  return (key: MessageKey, params?: Params) => messageIn(language, key, params);
}

export type Translate = ReturnType<typeof translator>;
