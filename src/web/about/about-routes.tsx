import { pageContext } from '../http/page-context.ts';
import type { Route, WebContext } from '../http/route.ts';
import { AboutPage, type AboutView } from './about-page.tsx';

const open = { method: 'GET', who: 'anyone', owner: 'none', kind: 'page' } as const;

/** What the foot of every page leads to. */
export const aboutRoutes: readonly Route[] = [
  { ...open, path: '/help', summary: 'Help', handler: (c) => show(c, help) },
  { ...open, path: '/accessibility', summary: 'Accessibility statement', handler: (c) => show(c, accessibility) },
  { ...open, path: '/privacy', summary: 'What is kept of whom', handler: (c) => show(c, privacy) },
];

const help: AboutView = {
  title: 'frame.help',
  sections: [
    { heading: 'help.send', texts: ['help.sendFilm', 'help.sendConsent', 'help.sendCut'] },
    { heading: 'help.check', texts: ['help.checkText', 'help.checkReturned'] },
    { heading: 'help.air', texts: ['help.airText'] },
    { heading: 'help.stuck', texts: ['help.stuckLogin', 'help.stuckNumber'] },
  ],
};

const accessibility: AboutView = {
  title: 'frame.accessibility',
  sections: [
    { heading: 'accessibility.aim', texts: ['accessibility.aimText', 'accessibility.films'] },
    { heading: 'accessibility.tested', texts: ['accessibility.testedText'] },
    { heading: 'accessibility.untested', texts: ['accessibility.untestedText'] },
    { heading: 'accessibility.say', texts: ['accessibility.sayText'] },
  ],
};

const privacy: AboutView = {
  title: 'frame.privacy',
  sections: [
    { heading: 'privacy.kept', texts: ['privacy.keptPeople', 'privacy.keptUsers', 'privacy.keptCookies'] },
    { heading: 'privacy.seen', texts: ['privacy.seenText'] },
    { heading: 'privacy.withdraw', texts: ['privacy.withdrawHow', 'privacy.withdrawWhat', 'privacy.withdrawNot'] },
  ],
};

function show(c: WebContext, view: AboutView) {
  return c.html(<AboutPage context={pageContext(c)} view={view} />);
}
