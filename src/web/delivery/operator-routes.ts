import type { Route } from '../http/route.ts';
import { serveFeed, serveFile, serveList, servePackage } from './operator-bytes.ts';
import { showOperatorDay } from './operator-day.tsx';
import { acknowledge, listOwnRecalls, serveManifest, takeReply } from './operator-machine.ts';
import { confirmOwnDay, takeAsRun } from './operator-reports.ts';
import { serveManifestLines, serveRemoval, serveScript } from './operator-scripts.ts';
import { showRunSheet } from './operator-sheet.tsx';

const machine = { who: 'operator', owner: 'operator', kind: 'machine' } as const;
const page = { ...machine, kind: 'page' } as const;

/** An operator's own address; the token stands in the path, or in Basic or Bearer with `-` in the path. */
export const operatorRoutes: readonly Route[] = [
  { ...page, method: 'GET', path: '/o/:token', summary: "The operator's day", handler: (c) => showOperatorDay(c) },
  {
    ...page,
    method: 'GET',
    path: '/o/:token/run-sheet/:day',
    summary: "A day's list on paper (?channel=)",
    handler: showRunSheet,
  },
  {
    ...machine,
    method: 'GET',
    path: '/o/:token/manifest.json',
    summary: 'What the machines must have and must not have',
    handler: serveManifest,
  },
  {
    ...machine,
    method: 'GET',
    path: '/o/:token/channels/:channel/logs/:file',
    summary: "A channel's list of a day as playlist, <YYYY-MM-DD>.<m3u8|m3u|xspf|pls|mrss|csv>",
    handler: serveList,
  },
  {
    ...machine,
    method: 'GET',
    path: '/o/:token/files/:preset/:file',
    summary: 'A film, <house>.<ext> (Range, strong ETag; 410 with the reason after a recall)',
    handler: serveFile,
  },
  {
    ...machine,
    method: 'GET',
    path: '/o/:token/manifest.txt',
    summary: 'The same as lines, for scripts without JSON',
    handler: serveManifestLines,
  },
  {
    ...machine,
    method: 'GET',
    path: '/o/:token/REMOVE.txt',
    summary: 'What waits to be removed, for people; 404 when nothing does',
    handler: serveRemoval,
  },
  {
    ...machine,
    method: 'GET',
    path: '/o/:token/scripts/:file',
    summary: 'A ready script that fetches by itself, <prerna-windows.ps1|prerna-linux.sh>',
    handler: serveScript,
  },
  {
    ...machine,
    method: 'GET',
    path: '/o/:token/feed.xml',
    summary: 'The films of the coming days as Media RSS',
    handler: serveFeed,
  },
  {
    ...machine,
    method: 'GET',
    path: '/o/:token/packages/:file',
    summary: 'Films, lists and checksums of a day, <YYYY-MM-DD>.zip (?new=1: without films fetched before)',
    handler: servePackage,
  },
  {
    ...machine,
    method: 'POST',
    path: '/o/:token/reply',
    summary: 'What the machine holds: have, missing, changed, extra',
    handler: takeReply,
  },
  {
    ...machine,
    method: 'GET',
    path: '/o/:token/recalls.json',
    summary: 'Cuts that must leave every machine',
    handler: listOwnRecalls,
  },
  {
    ...machine,
    method: 'POST',
    path: '/o/:token/recalls/:recallId/ack',
    summary: 'Say that a recalled cut was removed',
    handler: acknowledge,
  },
  {
    ...page,
    method: 'POST',
    path: '/o/:token/confirm/:day',
    summary: 'All aired that day, with exceptions',
    handler: confirmOwnDay,
  },
  {
    ...machine,
    method: 'POST',
    path: '/o/:token/asrun',
    summary: 'What was aired: one play as JSON, or a CSV file',
    handler: takeAsRun,
  },
];
