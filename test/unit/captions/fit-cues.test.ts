import { expect, it } from 'vitest';
import { fitCues } from '../../../src/engine/captions/fit-cues.ts';
import { frames } from '../../../src/kernel/frames.ts';
import { room } from './room.ts';

const cue = (from: number, to: number, ...lines: string[]) => ({
  startFrame: frames(from),
  endFrame: frames(to),
  lines,
});

it('leaves lines that fit as another program broke them', () => {
  const own = [cue(0, 50, 'पहले बारिश में', 'छत टपकती थी,')];
  expect(fitCues(own, room)).toEqual(own);
});

it('breaks a line that is too wide', () => {
  const [fitted] = fitCues([cue(0, 100, 'जब फ़सल ख़राब हो गई, तब बीमा योजना ने हमें बचा लिया।'.normalize('NFC'))], room);
  expect(fitted?.lines).toHaveLength(2);
});

it('makes several cues of a text too long for two lines, within its time', () => {
  const text =
    'इन योजनाओं के तहत गरीबों को न केवल मुफ्त राशन दिया जा रहा है बल्कि निशुल्क गैस सिलेंडर भी दिए जा रहे हैं, और अब सबके घर में चूल्हा है।';
  const fitted = fitCues([cue(100, 400, text)], room);
  expect(fitted.length).toBeGreaterThan(1);
  expect(fitted.flatMap(({ lines }) => lines).join(' ')).toBe(text);
  expect([fitted[0]?.startFrame, fitted.at(-1)?.endFrame]).toEqual([100, 400]);
  for (const [index, { startFrame }] of fitted.slice(1).entries()) expect(startFrame).toBe(fitted[index]?.endFrame);
});
