import { createContext, useContext } from 'hono/jsx';
import type { Language, Translate } from '../locales/index.ts';

/** The stations of the line that stand in the rail. */
export type Place = 'clips' | 'spots' | 'review' | 'traffic' | 'delivery' | 'airing' | 'reports';

export interface NavPlace {
  readonly place: Place;
  readonly href: string;
  /** Stands in the phone's bottom bar too (the first four that do). */
  readonly phone: boolean;
}

export interface Person {
  readonly name: string;
  /** Role and reach in the page's language: "ज़िला उज्जैन". */
  readonly role: string;
  readonly places: readonly NavPlace[];
  readonly unreadNotices: number;
}

/** What every page knows of its request. */
export interface PageContext {
  readonly language: Language;
  readonly t: Translate;
  readonly now: Date;
  /** This page's own path and query: where the language switch comes back to. */
  readonly path: string;
  readonly csrfToken: string;
  readonly assets: (name: string) => string;
  /** Address of `page.island.js`; none where no islands were built (pages from source, in tests). */
  readonly pageScript?: string | undefined;
  readonly person?: Person | undefined;
}

const holder = createContext<PageContext | undefined>(undefined);

/** Put around a page (or a part of one) so that its components find their context. */
export const PageScope = holder.Provider;

/** The context of the page being drawn; throws outside a PageScope. */
export function usePage(): PageContext {
  const context = useContext(holder);
  if (!context) throw new Error('a page component was drawn outside a page');
  return context;
}
