import { expect, it } from 'vitest';
import { makingOf } from '../../../src/web/intake/making.ts';

const now = new Date('2026-11-23T09:30:00Z');
const after = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const running = { state: 'running', progress: 0.5, note: undefined } as const;

it.each([
  ['nothing while it waits', { ...running, state: 'waiting', dueAt: after(60) }, undefined],
  ['nothing before the work itself says something', { ...running, dueAt: undefined }, undefined],
  ['what the work said, counted down to the moment of looking', { ...running, dueAt: after(59.6) }, 60],
  ['never nothing while it runs', { ...running, dueAt: after(-20) }, 1],
] as const)('says of the time left: %s', (_what, job, secondsLeft) => {
  expect(makingOf(job, now).secondsLeft).toBe(secondsLeft);
});

it('says that a film is made whole again', () => {
  expect(makingOf({ ...running, dueAt: undefined, note: 'make.again' }, now)).toMatchObject({ note: 'make.again' });
});
