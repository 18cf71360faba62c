import { expect, it } from 'vitest';
import { makingOf } from '../../../src/web/intake/making.ts';

const startedAt = new Date('2026-11-23T09:30:00Z');
const after = (seconds: number) => new Date(startedAt.getTime() + seconds * 1000);

it.each([
  ['nothing while it waits', { state: 'waiting', progress: 0, startedAt: undefined }, 60, undefined],
  ['nothing before a tenth is done', { state: 'running', progress: 0.05, startedAt }, 60, undefined],
  ['as long again at the half', { state: 'running', progress: 0.5, startedAt }, 60, 60],
  ['a third of what was spent at three quarters', { state: 'running', progress: 0.75, startedAt }, 90, 30],
  ['never nothing while it runs', { state: 'running', progress: 1, startedAt }, 90, 1],
] as const)('says of the time left: %s', (_what, job, spent, left) => {
  expect(makingOf(job, after(spent))).toEqual({
    share: job.progress,
    ...(left !== undefined && { secondsLeft: left }),
  });
});
