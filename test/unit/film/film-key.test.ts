import { describe, expect, it } from 'vitest';
import { filmKey } from '../../../src/engine/film/film-key.ts';
import type { FilmOrder } from '../../../src/engine/film/film-order.ts';
import { frames } from '../../../src/kernel/frames.ts';
import { sober, warm } from '../graphics/film-order.ts';
import { clip, presetsNamed, shot } from './films.ts';

const makers = { version: '1.0.0', ffmpeg: 'ffmpeg 5.1' };
const order: FilmOrder = {
  shots: [shot(clip(), 0, 175)],
  lengthFrames: frames(250),
  endCardFrom: frames(175),
  texts: { name: 'सुनीता बाई', place: [] },
  scheme: undefined,
  department: 'जनसम्पर्क विभाग',
  look: sober,
  markCorner: 'left',
  cues: [],
  language: 'hi',
  presets: await presetsNamed('web'),
};
const key = (different: Partial<FilmOrder> = {}) => filmKey({ ...order, ...different }, makers);

describe('a film’s key', () => {
  it('is the same for the same order, wherever the clip lies', () => {
    expect(key({ shots: [shot(clip({ path: '/elsewhere.mp4' }), 0, 175)] })).toBe(key());
  });

  it('changes with any fact of the look: its colours, its words, its geometry', () => {
    if (sober.style !== 'slabs') throw new Error('sober is drawn in slabs');
    const recoloured = { ...sober, colours: { ...sober.colours, ink: '#102030' } };
    const reworded = { ...sober, words: { ...sober.words, hi: { ...sober.words.hi, call: 'आइए, लाभ लें' } } };
    const resized = { ...sober, mark: { ...sober.mark, scale: 0.3 } };
    const keys = [order.look, warm, recoloured, reworded, resized].map((look) => key({ look }));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('changes with the programs that make the film', () => {
    expect(filmKey(order, { ...makers, ffmpeg: 'ffmpeg 6.0' })).not.toBe(key());
  });
});
