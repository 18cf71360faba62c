import { describe, expect, it } from 'vitest';
import { assDocument, escapeAss } from '../../../src/engine/captions/write-ass.ts';
import { frames } from '../../../src/kernel/frames.ts';
import { sober } from '../graphics/film-order.ts';

const cue = (from: number, to: number, ...lines: string[]) => ({
  startFrame: frames(from),
  endFrame: frames(to),
  lines,
});
const events = (text: string) => text.split('\n').filter((line) => line.startsWith('Dialogue'));

describe('assDocument', () => {
  it('holds the style of the look, sized as libass counts', () => {
    const text = assDocument({ cues: [], look: sober, aspect: '16x9' });
    expect(text).toContain('PlayResX: 1920\nPlayResY: 1080\nWrapStyle: 2\nScaledBorderAndShadow: yes\nKerning: yes');
    expect(text).toContain(
      'Style: caption,Mukta SemiBold,99.7,&H00FFFFFF,&H00FFFFFF,&H002C1B0E,&H1F2C1B0E,0,0,0,0,100,100,0,0,4,0,16,2,96,96,92,1',
    );
  });

  it('writes a cue with air at both ends of each line, to the frame', () => {
    const text = assDocument({ cues: [cue(25, 91_501, 'पहली', 'दूसरी')], look: sober, aspect: 'sd' });
    expect(events(text)).toEqual(['Dialogue: 0,0:00:01.00,1:01:00.04,caption,,0,0,0,,\\hपहली\\h\\N\\hदूसरी\\h']);
  });

  it('stands a cue between margins of its own', () => {
    const cues = [
      cue(0, 24, 'पहले'),
      { ...cue(140, 200, 'हर महीने 1,250 रुपये'), place: { left: 800, right: 96, bottom: 350 } },
    ];
    expect(
      events(assDocument({ cues, look: sober, aspect: '16x9' })).map((line) => line.split('caption,,')[1]),
    ).toEqual(['0,0,0,,\\hपहले\\h', '800,96,350,,\\hहर महीने 1,250 रुपये\\h']);
  });
});

describe('escapeAss', () => {
  it.each([
    ['{\\b1}', '\\{\\\u2060b1\\}'],
    ['\\N', '\\\u2060N'],
    ['  क', '\\h\\hक'],
    ['क\nख', 'कख'],
  ])('shows %j letter by letter', (given, wanted) => {
    expect(escapeAss(given)).toBe(wanted);
  });
});
