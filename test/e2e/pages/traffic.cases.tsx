import { FlightsPage, type FlightsPageView } from '../../../src/web/traffic/flights-page.tsx';
import { LogPage, type LogPageView } from '../../../src/web/traffic/log-page.tsx';
import { MovePage, type MovePageView } from '../../../src/web/traffic/move-page.tsx';
import { ReleasePage, type ReleasePageView } from '../../../src/web/traffic/release-page.tsx';
import { LONG_NAME, type PageCase } from './case.ts';

const flights: FlightsPageView = {
  newHref: '/traffic/flights/new',
  nextHref: '/traffic/flights?cursor=x',
  done: { text: 'आदेश रुक गया। जारी हो चुके दिन नहीं बदले।' },
  flights: (['running', 'coming', 'over', 'stopped'] as const).map((state) => ({
    name: state === 'coming' ? LONG_NAME : 'सुनीता बाई',
    houses: 'UJNPMA00001, UJNPMA00002',
    days: '25-11-2026 से 01-12-2026',
    channels: '35 चैनल',
    times: '3 बार',
    state,
    stopAction: state === 'running' ? '/traffic/flights/1/stop' : undefined,
  })),
};

const log: LogPageView = {
  channel: LONG_NAME,
  day: '2026-11-26',
  backHref: '/traffic',
  released: false,
  days: ['2026-11-25', '2026-11-26', '2026-11-27'].map((day, at) => ({
    day,
    href: '/l',
    current: at === 1,
    open: at > 0,
  })),
  islands: ['move.island.js'],
  done: { text: 'प्रसारण यहाँ टिका दिया।', undoAction: '/u' },
  breaks: [
    {
      id: 'b1858',
      at: '18:58',
      fill: 0.5,
      plays: [
        {
          at: '18:58:00',
          house: 'UJNPMA00001',
          name: LONG_NAME,
          length: '0:30',
          locked: true,
          moveHref: '/m',
          unlockAction: '/u',
        },
        {
          at: '18:58:30',
          house: 'UJNPMA00002',
          name: 'लीला बाई',
          length: '0:30',
          pulled: 'हटाया गया: सहमति वापस',
          locked: false,
        },
      ],
    },
    { id: 'b2058', at: '20:58', fill: 0, plays: [] },
  ],
};

const move: MovePageView = {
  title: `${LONG_NAME} · UJNPMA00127`,
  channel: LONG_NAME,
  at: '12:58',
  day: '2026-11-26',
  backHref: '/l',
  action: '/m',
  days: ['2026-11-26', '2026-11-27'].map((day) => ({ day, href: '/m' })),
  target: '2026-11-26',
  places: [
    { breakId: 'a', at: '12:58', fill: 0.25, current: true, broken: [] },
    { breakId: 'b', at: '18:58', fill: 0, current: false, broken: [] },
    { breakId: 'c', at: '20:58', fill: 1, current: false, broken: ['ब्रेक का समय कम पड़ता है', '1 प्रसारणों की जगह जाती'] },
  ],
};

const release: ReleasePageView = {
  day: '2026-11-26',
  backHref: '/traffic',
  releasedChannels: 2,
  action: '/traffic/release',
  refusal: 'इस दिन जारी करने को कुछ नहीं है।',
  operators: [
    { operator: LONG_NAME, channels: 2, plays: 1200, added: [LONG_NAME], dropped: ['लीला बाई'], newFilms: 3 },
    { operator: 'उदाहरण केबल', channels: 1, plays: 4, added: [], dropped: [], newFilms: 0 },
  ],
};

export const trafficCases: readonly PageCase[] = [
  { name: '06-flights', draw: (context) => <FlightsPage context={context} view={flights} /> },
  { name: '06-flights-empty', draw: (context) => <FlightsPage context={context} view={{ flights: [] }} /> },
  { name: '06-move', draw: (context) => <MovePage context={context} view={move} /> },
  { name: '06-log', draw: (context) => <LogPage context={context} view={log} /> },
  { name: '06-release', draw: (context) => <ReleasePage context={context} view={release} /> },
];
