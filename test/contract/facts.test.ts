import { pino } from 'pino';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Subscriber, ToldFact } from '../../src/kernel/subscriber.ts';
import { auditRows } from '../../src/platform/db/ground.table.ts';
import { listStuckFacts } from '../../src/platform/jobs/deliver-fact.ts';
import { createFactDrain } from '../../src/platform/jobs/facts.ts';
import { testCatalogue } from './catalogue.ts';

const logger = pino({ level: 'silent' });
const entry = { actor: 'system', act: 'test.act', subject: 'thing' };
let db: ReturnType<typeof testCatalogue>;
let heard: ToldFact[];
let broken: (fact: ToldFact) => boolean;
const subscriber: Subscriber = {
  name: 'test.listener',
  facts: ['thing.made', 'thing.gone'],
  hear(change, fact) {
    change.tell({ name: 'listener.heard', subject: fact.subject, data: {} });
    if (broken(fact)) throw new Error('broken');
    heard.push(fact);
  },
};
const tell = (name: string, subject: string, data = {}) =>
  db.catalogue.change((change) => {
    change.audit(entry);
    change.tell({ name, subject, data });
  });
const newDrain = (subscribers = [subscriber]) => createFactDrain({ ...db, logger, subscribers });
const words = () => heard.map((fact) => `${fact.name} ${fact.subject}`);
beforeEach(() => {
  db = testCatalogue();
  heard = [];
  broken = () => false;
});
afterEach(() => db.close());

it('each fact is heard once, in order, by those who listen for it, with the act in the audit trail', async () => {
  tell('thing.made', 'a', { n: 1 });
  tell('other.made', 'a');
  tell('thing.gone', 'a');
  const drain = newDrain();
  await drain();
  await drain();
  tell('thing.made', 'b');
  await drain();
  expect(words()).toEqual(['thing.made a', 'thing.gone a', 'thing.made b']);
  expect(heard[0]).toMatchObject({ data: { n: 1 }, toldAt: new Date('2026-11-25T06:00:00Z') });
  expect(
    db.catalogue.rows
      .select()
      .from(auditRows)
      .all()
      .filter((row) => row.act === 'fact.heard'),
  ).toHaveLength(3);
});

it('a restart hears only what was not heard', async () => {
  tell('thing.made', 'a');
  await newDrain()();
  tell('thing.made', 'b');
  await newDrain()();
  expect(words()).toEqual(['thing.made a', 'thing.made b']);
});

it('two processes at once hear each fact once', async () => {
  for (let n = 0; n < 300; n += 1) tell('thing.made', `${n}`);
  await Promise.all([newDrain()(), newDrain()()]);
  expect(heard).toHaveLength(300);
});

it('two subscribers hear the same fact, each once', async () => {
  tell('thing.made', 'a');
  await newDrain([subscriber, { ...subscriber, name: 'test.other' }])();
  expect(words()).toEqual(['thing.made a', 'thing.made a']);
});

it('a subscriber that throws leaves nothing behind, is asked again later, and is shown until then', async () => {
  broken = () => true;
  tell('thing.made', 'a');
  const drain = newDrain();
  await drain();
  expect(db.file.prepare("SELECT count(*) AS n FROM facts WHERE name = 'listener.heard'").get()).toEqual({ n: 0 });
  expect(listStuckFacts(db.catalogue.rows)).toMatchObject([
    { fact: 'thing.made', attempts: 1, lastError: 'Error: broken' },
  ]);
  broken = () => false;
  await drain();
  expect(heard).toEqual([]);
  db.clock.pass(1000);
  await drain();
  expect(words()).toEqual(['thing.made a']);
  expect(listStuckFacts(db.catalogue.rows)).toEqual([]);
});

it('a fact that fails holds up its own subject only', async () => {
  broken = (fact) => fact.subject === 'a' && fact.name === 'thing.made';
  tell('thing.made', 'a');
  tell('thing.gone', 'a');
  tell('thing.made', 'b');
  const drain = newDrain();
  await drain();
  expect(words()).toEqual(['thing.made b']);
  broken = () => false;
  db.clock.pass(1000);
  await drain();
  expect(words()).toEqual(['thing.made b', 'thing.made a', 'thing.gone a']);
});

it('a fact that fails for ever lets the others of its subject pass in the end, and is still tried', async () => {
  broken = (fact) => fact.name === 'thing.made';
  tell('thing.made', 'a');
  tell('thing.gone', 'a');
  const drain = newDrain();
  for (let n = 0; n < 10; n += 1) {
    await drain();
    db.clock.pass(600_000);
  }
  expect(words()).toEqual(['thing.gone a']);
  broken = () => false;
  await drain();
  expect(words()).toEqual(['thing.gone a', 'thing.made a']);
});

it('a clock that goes back a day does not put a retry off', async () => {
  broken = () => true;
  tell('thing.made', 'a');
  const drain = newDrain();
  await drain();
  broken = () => false;
  db.clock.pass(-86_400_000);
  await drain();
  expect(words()).toEqual(['thing.made a']);
});
