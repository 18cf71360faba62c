import type { PageContext, Person } from '../../../src/web/frame/context.ts';
import { type Language, translator } from '../../../src/web/locales/index.ts';

/** One page as it may look: drawn in both languages at every width. */
export interface PageCase {
  readonly name: string;
  readonly draw: (context: PageContext) => unknown;
  /** Hundreds of rows: looked at once on a phone and once on a desk, for its markup is that of another case. */
  readonly big?: boolean;
}

const NOW = new Date('2026-11-23T09:30:00Z');

/** Forty letters: the longest that the line takes in a lower third. */
export const LONG_NAME = 'श्रीमती राजराजेश्वरी देवी चन्द्रवंशी पाटीदार';

/** An instant of the drawings' Monday, or of `daysAgo` before it, by Indian clock. */
export function at(time: string, daysAgo = 0): Date {
  return new Date(Date.parse(`2026-11-23T${time}:00+05:30`) - daysAgo * 86_400_000);
}

/** A waveform that looks like speech, the same at every run. */
export function peaks(count: number): number[] {
  return Array.from({ length: count }, (_, i) => Math.abs(Math.sin(i * 0.7) * Math.cos(i * 0.13)) * 0.8 + 0.08);
}

const PLACES: Readonly<Record<string, Person['places']>> = {
  staff: places('clips', 'spots', 'airing', 'reports'),
  all: places('clips', 'spots', 'review', 'traffic', 'delivery', 'airing', 'reports'),
};

function places(...names: Person['places'][number]['place'][]): Person['places'] {
  return names.map((place) => ({ place, href: `/${place}`, phone: true }));
}

/** The request of a page; `who` names the person's rights. */
export function contextFor(language: Language, who: 'nobody' | 'staff' | 'all'): PageContext {
  return {
    language,
    t: translator(language),
    now: NOW,
    path: '/spots?q=a&b=c',
    csrfToken: who === 'nobody' ? '' : 'token-1',
    assets: (name) => `/assets/${name}`,
    person:
      who === 'nobody'
        ? undefined
        : {
            name: 'रेखा जोशी',
            role: language === 'hi' ? 'ज़िला उज्जैन' : 'Ujjain district',
            places: PLACES[who] ?? [],
            unreadNotices: 3,
          },
  };
}
