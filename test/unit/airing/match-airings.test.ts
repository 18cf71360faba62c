import { describe, expect, it } from 'vitest';
import {
  type DayToMatch,
  EVIDENCE,
  matchAirings,
  nameSpot,
  type PlannedPosition,
  type ReportedPlay,
} from '../../../src/domain/airing/index.ts';

const at = (time: string) => time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
const prime = { fromSeconds: at('18:00:00'), toSeconds: at('23:00:00') };
const planned = (id: string, house: string, time: string, more: object = {}): PlannedPosition => {
  return { id, house, startSeconds: at(time), lengthSeconds: 30, daypart: prime, ...more };
};
const line = (house: string | undefined, time: string, more: object = {}): ReportedPlay => {
  return {
    id: `${house} ${time}`,
    house,
    startSeconds: at(time),
    lengthSeconds: 30,
    status: 'aired',
    evidence: EVIDENCE.log,
    ...more,
  };
};
const film = (house: string, time: string) =>
  line(house, time, { id: `film ${time}`, evidence: EVIDENCE.soundAndPicture });

const match = (more: Partial<DayToMatch>) =>
  matchAirings({
    positions: [planned('1', 'A', '19:30:00')],
    plays: [],
    words: [],
    logReceived: (more.plays ?? []).length > 0,
    nowSeconds: at('47:00:00'),
    ...more,
  });
const told = (more: Partial<DayToMatch>) =>
  match(more).positions.map(({ state, outcome, evidence, flags }) => [state, outcome, evidence, ...flags].join(' '));

describe('a planned position', () => {
  it('is unknown when nothing came, never missing', () => expect(told({})).toEqual(['unknown unknown 0']));
  it('is planned while its time has not come', () =>
    expect(told({ nowSeconds: at('19:00:00') })).toEqual(['planned planned 0']));
  it('is unknown when a list came that does not reach its hour', () =>
    expect(told({ plays: [line('B', '12:00:00'), line('B', '13:00:00')] })).toEqual(['unknown unknown 0']));
  it('is unknown when an empty list came: an empty list spans nothing', () =>
    expect(told({ logReceived: true })).toEqual(['unknown unknown 0']));
  it('aired on the operator’s list', () =>
    expect(told({ plays: [line('A', '19:31:10')] })).toEqual(['aired as-ordered 3']));
  it('aired on somebody’s word, as weak evidence', () =>
    expect(told({ words: [{ position: '1', said: 'aired' }] })).toEqual(['aired as-ordered 1']));
  it('is proved by a recording, also against the list and the word', () => {
    const plays = [film('A', '19:30:02'), line('A', '19:30:00', { status: 'failed' })];
    expect(told({ plays })).toEqual(['proved as-ordered 5 log-wrong']);
    expect(told({ plays: [film('A', '19:30:02')], words: [{ position: '1', said: 'not-aired' }] })).toEqual([
      'proved as-ordered 5 word-wrong',
    ]);
  });
  it('is missing when a list that spans the day lacks it', () => {
    const positions = [planned('1', 'A', '19:30:00'), planned('2', 'B', '19:30:30')];
    expect(told({ positions, plays: [line('B', '19:30:30')] })).toEqual(['missing missing 3', 'aired as-ordered 3']);
  });
  it('is missing when the list says it failed', () =>
    expect(told({ plays: [line('A', '19:30:00', { status: 'failed' })] })).toEqual(['missing missing 3']));
  it('is missing on somebody’s word, marked as their word', () =>
    expect(told({ words: [{ position: '1', said: 'not-aired' }] })).toEqual(['missing missing 1']));
  it('waits for a person when list and word contradict each other', () => {
    expect(told({ plays: [line('A', '19:30:00')], words: [{ position: '1', said: 'not-aired' }] })).toEqual([
      'unknown unknown 3 contradicted',
    ]);
    const failed = [line('A', '19:30:00', { status: 'failed' })];
    expect(told({ plays: failed, words: [{ position: '1', said: 'aired' }] })).toEqual([
      'unknown unknown 3 contradicted',
    ]);
  });
  it('is unknown when the list names it with a status that nobody understands', () =>
    expect(told({ plays: [line('A', '19:30:00', { status: 'unknown' })] })).toEqual(['unknown unknown 0']));
});

describe('how well it aired', () => {
  it.each([
    ['off its time but in the ordered hours', '20:10:00', 'aired off-time 3'],
    ['at the end of the hours, which is outside', '23:00:00', 'aired wrong-time 3'],
    ['outside the hours', '14:00:00', 'aired wrong-time 3'],
  ])('%s', (_, time, words) => expect(told({ plays: [line('A', time)] })).toEqual([words]));
  it('short under 95 % of its length', () => {
    expect(told({ plays: [line('A', '19:30:00', { lengthSeconds: 28 })] })).toEqual(['aired short 3']);
    expect(told({ plays: [line('A', '19:30:00', { lengthSeconds: 29 })] })).toEqual(['aired as-ordered 3']);
  });
  it('pairs late plays in order, as many as can be', () => {
    const positions = ['19:00:00', '19:04:00', '19:08:00'].map((time, index) => planned(String(index), 'A', time));
    const plays = ['19:04:00', '19:08:00', '19:12:00'].map((time) => line('A', time));
    expect(match({ positions, plays }).positions.map((one) => one.play)).toEqual(plays.map((play) => play.id));
  });
  it('counts a play once: the second is extra', () => {
    const answer = match({ plays: [line('A', '19:30:00'), line('A', '21:15:00')] });
    expect(answer.extra).toEqual(['A 21:15:00']);
  });
  it('takes a line and a finding within 90 s for one play, not for an extra', () => {
    const answer = match({ plays: [line('A', '19:30:40'), film('A', '19:30:01')] });
    expect([answer.extra, answer.positions[0]?.play]).toEqual([[], 'film 19:30:01']);
  });
  it('leaves lines of other people’s films as a question', () =>
    expect(match({ plays: [line(undefined, '19:30:00')] }).unnamed).toEqual(['undefined 19:30:00']));
});

describe('the name of a spot on a machine', () => {
  const houses = ['UJNPMA00127', 'DWSPMA00128', 'UJNLBY00071'];
  it.each([
    ['UJNPMA00127', 'UJNPMA00127'],
    [' ujnpma00127 ', 'UJNPMA00127'],
    ['D:\\spots\\UJNPMA00127_HD.mpg', 'UJNPMA00127'],
    ['/srv/UJNPMA00127 (1).mp4', 'UJNPMA00127'],
    ['PMA00128', 'DWSPMA00128'],
    ['000PMA00128', 'DWSPMA00128'],
    ['UJNPMA00129', undefined],
    ['COLA30', undefined],
    ['', undefined],
  ])('%j means %s', (word, house) => expect(nameSpot(word, houses)).toBe(house));
  it('is a question when it fits two', () =>
    expect(nameSpot('PMA00127', ['UJNPMA00127', 'DWSPMA00127'])).toBeUndefined());
});
