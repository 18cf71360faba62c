import { describe, expect, it } from 'vitest';
import { keyAsRunRows, readAsRun } from '../../../src/engine/asrun/read-asrun.ts';
import { broadcastDay } from '../../../src/kernel/broadcast-day.ts';
import { unwrap } from '../../../src/kernel/refusal.ts';
import { readGolden } from '../../golden/golden.ts';

const INDIA = { timezone: 'Asia/Kolkata' };
const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string, options: object = {}) => unwrap(readAsRun(bytes(text), 'auto', { ...INDIA, ...options }));
const one = (line: string, header = 'date,channel,time,house,status,length') => read(`${header}\n${line}\n`);
const problemOf = (line: string, header?: string) =>
  one(line, header).problems.map((problem) => [problem.line, problem.code]);

describe('our CSV form', () => {
  it('is read with local times turned into instants', () => {
    expect(one('2026-11-22,ujn-01,19:30:04,UJNLBY00071,aired,0:30').rows).toEqual([
      {
        line: 2,
        channel: 'ujn-01',
        house: 'UJNLBY00071',
        day: '2026-11-22',
        startAt: '2026-11-22T14:00:04.000Z',
        lengthSeconds: 30,
        status: 'aired',
        raw: '2026-11-22,ujn-01,19:30:04,UJNLBY00071,aired,0:30',
      },
    ]);
  });
  it('is read with a Hindi header, Hindi digits, in any order, after a heading, with semicolons', () => {
    const { rows, problems } = read(
      'क्षिप्रा केबल की सूची\n\nस्पॉट नंबर;समय;दिनांक;स्थिति\nUJNLBY00071;१९:३०;२२-११-२०२६;चला\nUJNPMA00119;२०:३०;२२-११-२०२६;नहीं चला\n',
    );
    expect(problems).toEqual([]);
    expect(rows.map(({ line, house, startAt, status }) => [line, house, startAt, status])).toEqual([
      [4, 'UJNLBY00071', '2026-11-22T14:00:00.000Z', 'aired'],
      [5, 'UJNPMA00119', '2026-11-22T15:00:00.000Z', 'failed'],
    ]);
  });
  it('takes times past midnight, with AM and PM, with frames, and as Excel keeps them', () => {
    const times = ['25:10:00', '7:30 PM', '19:30:05:12', '0.8125', '12:05 am'];
    const rows = read(`date,time,house\n${times.map((time) => `2026-11-22,${time},A`).join('\n')}`).rows;
    expect(rows.map((row) => row.startAt.slice(0, 19))).toEqual([
      '2026-11-22T19:40:00',
      '2026-11-22T14:00:00',
      '2026-11-22T14:00:05',
      '2026-11-22T14:00:00',
      '2026-11-21T18:35:00',
    ]);
  });
  it('never takes an unknown or empty status for aired', () => {
    expect(one('2026-11-22,c,19:30,A,0010,').rows[0]?.status).toBe('unknown');
    expect(one('2026-11-22,c,19:30,A,,').rows[0]?.status).toBe('unknown');
  });
  it('takes a list without a status column for a list of what was played', () =>
    expect(one('2026-11-22,19:30,A', 'date,time,house').rows[0]?.status).toBe('aired'));
  it('keeps quoted line breaks in one row and goes on counting lines', () => {
    const { rows } = read('date,time,house,title\n2026-11-22,19:30,A,"two\nlines"\n\n2026-11-22,20:30,B,x\n');
    expect(rows.map(({ line, house }) => [line, house])).toEqual([
      [2, 'A'],
      [5, 'B'],
    ]);
  });
  it('understands our own playlist when it comes back', () => {
    const { rows, problems } = read(readGolden('playlists/log.csv'));
    expect(problems).toEqual([]);
    expect(rows.map((row) => [row.house, row.lengthSeconds])).toEqual([
      ['UJNPMA00127', 30],
      ['UJNLBY00071', 20.2],
      ['DWSJJM00058', 40],
    ]);
    expect(rows[2]?.startAt).toBe('2026-12-01T20:00:00.000Z');
  });
  it('does not take our own playlist, sent back as it is, for plays', () => {
    expect(new Set(read(readGolden('playlists/log.csv')).rows.map((row) => row.status))).toEqual(new Set(['unknown']));
    const filled = read('date,planned,house,status\n2026-11-22,19:30,A,चला\n');
    expect(filled.rows.map((row) => [row.startAt, row.status])).toEqual([['2026-11-22T14:00:00.000Z', 'aired']]);
  });
  it('takes the given day for lines that name none', () =>
    expect(read('time,house\n19:30,A\n', { day: broadcastDay('2026-11-22') }).rows[0]?.day).toBe('2026-11-22'));
});

describe('what cannot be known', () => {
  it.each([
    ['no date', ',c,19:30,A,aired,', 'day.missing'],
    ['a date that could be two', '03/04/2026,c,19:30,A,aired,', 'day.ambiguous'],
    ['a date that does not exist', '31-02-2026,c,19:30,A,aired,', 'day.unreadable'],
    ['two digits for the year', '22-11-26,c,19:30,A,aired,', 'day.unreadable'],
    ['an Excel serial day', '46348,c,19:30,A,aired,', 'day.unreadable'],
    ['no time', '2026-11-22,c,,A,aired,', 'time.missing'],
    ['a time that is none', '2026-11-22,c,19:75,A,aired,', 'time.unreadable'],
    ['hour 13 with PM', '2026-11-22,c,13:30 PM,A,aired,', 'time.unreadable'],
    ['no spot', '2026-11-22,c,19:30,,aired,', 'spot.missing'],
    ['a length that is none', '2026-11-22,c,19:30,A,aired,long', 'length.unreadable'],
  ])('%s is told with its line', (_, line, code) => expect(problemOf(line)).toEqual([[2, code]]));
  it('a slashed date is read once another line of the file has shown the order', () => {
    const file = (day: string) =>
      read(`date,time,house\n03/04/2026,19:30,A\n${day},19:30,B\n`).rows.map((row) => row.day);
    expect(file('23/04/2026')).toEqual(['2026-04-03', '2026-04-23']);
    expect(file('04/23/2026')).toEqual(['2026-03-04', '2026-04-23']);
  });
  it('one bad line does not lose the good ones', () => {
    const { rows, problems } = read('date,time,house\nx,19:30,A\n2026-11-22,19:30,B\n');
    expect([rows.length, problems.length]).toEqual([1, 1]);
  });
});

describe('files of other kinds', () => {
  const refusal = (data: Uint8Array, dialect = 'auto') => {
    const reading = readAsRun(data, dialect, INDIA);
    return reading.ok ? undefined : reading.refusal;
  };
  it('are refused with the list of what is understood', () => {
    const answer = refusal(bytes('Date,Time,Listeners,Delta,Likes,Dislikes,Track,Artist,Playlist\n'));
    expect([answer?.code, answer?.params?.['known']]).toEqual(['asrun.dialect', 'csv']);
    expect(refusal(bytes('x'), 'bxf')?.code).toBe('asrun.dialect');
  });
  it('are refused when they are films or empty', () => {
    expect(refusal(new Uint8Array(5000).fill(7))?.code).toBe('asrun.dialect');
    expect(refusal(new Uint8Array())?.code).toBe('asrun.dialect');
  });
  it('are refused when a quote never closes, before they fill the memory', () =>
    expect(refusal(bytes(`date,time,house\n"${'x,\n'.repeat(50_000)}`))?.code).toBe('asrun.broken'));
  it.each([
    ['UTF-16 with a mark', true],
    ['UTF-16 without', false],
  ])('are read in %s, as Excel saves them', (_, marked) => {
    const text = `${marked ? '\uFEFF' : ''}date\ttime\thouse\r\n2026-11-22\t19:30\tA\r\n`;
    const data = new Uint8Array(new Uint16Array([...text].map((sign) => sign.charCodeAt(0))).buffer);
    expect(unwrap(readAsRun(data, 'auto', INDIA)).rows).toHaveLength(1);
  });
  it('are read in Windows-1252 when they are no UTF-8', () => {
    const data = new Uint8Array([...bytes('date,time,house,title\n2026-11-22,19:30,A,'), 0x96, 0x0a]);
    expect(unwrap(readAsRun(data, 'auto', INDIA)).rows[0]?.title).toBe('–');
  });
});

describe('the same file twice', () => {
  it('gives the same names, and two equal lines keep two', () => {
    const text = 'date,time,house\n2026-11-22,19:30,A\n2026-11-22,19:30,A\n';
    const [first, second] = [keyAsRunRows(read(text).rows, 'c1'), keyAsRunRows(read(text).rows, 'c1')];
    expect(first).toEqual(second);
    expect(new Set(first).size).toBe(2);
    expect(keyAsRunRows(read(text).rows, 'c2')).not.toEqual(first);
  });
});
