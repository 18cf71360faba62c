import { describe, expect, it } from 'vitest';
import { readCaptions } from '../../../src/engine/captions/read-captions.ts';
import { writeSrt } from '../../../src/engine/captions/write-srt.ts';
import { writeVtt } from '../../../src/engine/captions/write-vtt.ts';

const read = (text: string) => readCaptions(new TextEncoder().encode(text));
const shown = (text: string) =>
  read(text).cues.map((cue) => `${cue.startFrame}-${cue.endFrame} ${cue.lines.join('|')}`);
const SRT = '1\n00:00:01,000 --> 00:00:02,520\nनमस्ते\nजी\n\n2\n00:00:03,000 --> 00:00:04,000\nराम राम\n';
const WANTED = ['25-63 नमस्ते|जी', '75-100 राम राम'];

describe('readCaptions', () => {
  it.each([
    ['SRT', SRT],
    ['lines ended by CR alone', SRT.replaceAll('\n', '\r')],
    ['lines ended by CR LF', SRT.replaceAll('\n', '\r\n')],
    ['arrows without spaces', SRT.replaceAll(' --> ', '-->')],
    ['a byte order mark', `\uFEFF${SRT}`],
    ['full stops before the milliseconds', SRT.replaceAll(',', '.')],
    ['no empty line between cues', SRT.replace('\n\n', '\n')],
    ['no numbers', SRT.replace(/^\d\n/gm, '')],
    ['tags of other programs', SRT.replace('नमस्ते', '{\\an8}<font color="#fff"><b>नमस्ते</b></font>')],
    ['cues out of order', SRT.split('\n\n').reverse().join('\n\n')],
    [
      'WebVTT',
      'WEBVTT\n\nNOTE x\n\n00:01.000 --> 00:02.520 align:start\n<v राम>नमस्ते\nजी\n\nid\n00:03.000 --> 00:04.000\nराम<00:03.500><c> राम</c>',
    ],
  ])('reads %s', (_, text) => {
    expect(shown(text)).toEqual(WANTED);
    expect(read(text).problems).toEqual([]);
  });

  it('reads UTF-16 with and without its mark, and Windows-1252', () => {
    const wide = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));
    expect(readCaptions(wide(`\uFEFF${SRT}`)).cues).toHaveLength(2);
    expect(readCaptions(wide(SRT)).cues[1]?.lines).toEqual(['राम राम']);
    const western = new Uint8Array(Buffer.from('1\n00:00:01,000 --> 00:00:02,000\ncaf\xe9 \x97 ok', 'latin1'));
    expect(readCaptions(western).cues[0]?.lines).toEqual(['café — ok']);
  });

  it('keeps the text of a cue whose times are wrong, and names its line', () => {
    const result = read('1\n00:00:05,000 --> 00:00:02,000\nउल्टा समय\n\n2\n00:99:00,000 --> x\nग़लत समय\n');
    expect(result.cues).toEqual([]);
    expect(result.untimed).toEqual(['उल्टा समय', 'ग़लत समय'.normalize('NFC')]);
    expect(result.problems).toEqual([
      { line: 2, code: 'bad-time' },
      { line: 6, code: 'bad-time' },
    ]);
  });

  it('takes 1.5 as one and a half seconds', () => {
    expect(shown('0:00:01.5 --> 0:00:02.04\nक')).toEqual(['38-51 क']);
  });

  it("drops YouTube's rolling doubles and sound notes", () => {
    const rolling =
      'WEBVTT\n\n00:00.000 --> 00:02.000\n[संगीत]\n\n00:02.000 --> 00:04.000\nपहली\n\n00:04.000 --> 00:04.040\nपहली\n\n00:04.040 --> 00:06.000\nपहली\nदूसरी\n\n00:06.000 --> 00:06.040\nदूसरी\n';
    expect(shown(rolling)).toEqual(['50-101 पहली', '101-151 दूसरी']);
  });

  it('reads plain text as lines without times', () => {
    expect(read('पहली पंक्ति\n\nदूसरी  पंक्ति')).toEqual({
      kind: 'text',
      cues: [],
      untimed: ['पहली पंक्ति', 'दूसरी पंक्ति'],
      problems: [],
    });
  });

  it('says that an empty file holds no text', () => {
    expect(read('').problems).toEqual([{ line: 1, code: 'no-text' }]);
  });

  it('keeps the first 500 of too many cues and says so', () => {
    const many = Array.from(
      { length: 501 },
      (_, n) =>
        `00:${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')},000 --> 01:00:00,000\nक`,
    );
    const result = read(many.join('\n\n'));
    expect(result.cues).toHaveLength(500);
    expect(result.problems).toEqual([{ line: 1, code: 'too-many-cues' }]);
  });

  it('reads what our own writers wrote, whatever the text', () => {
    const text = 'a <b> & ₹ {1}';
    const cues = read(SRT).cues.map((cue) => ({ ...cue, lines: [text] }));
    const again = readCaptions(new TextEncoder().encode(writeVtt(cues))).cues;
    expect(again.map((cue) => cue.lines)).toEqual([[text], [text]]);
    expect(writeSrt(read(SRT).cues)).toBe(`${SRT.replaceAll('\n', '\r\n')}\r\n`);
  });
});
