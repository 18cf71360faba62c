import { describe, expect, it } from 'vitest';
import { type FilmProgress, tellCanvas, tellEncoding, tellProgress } from '../../../src/engine/film/tell-progress.ts';
import { presetsNamed } from './films.ts';

async function tellTwo() {
  const told: FilmProgress[] = [];
  const report = tellProgress((progress) => told.push(progress));
  const presets = await presetsNamed('web', 'whatsapp');
  const canvas = (index: number) => tellEncoding({ lengthFrames: 750, presets }, tellCanvas(report, index, 2));
  return { told, first: canvas(0), second: canvas(1) };
}

describe('a film’s progress', () => {
  it('of a joined film gives checking most of the time, for little is encoded', async () => {
    const { told, first } = await tellTwo();
    first.onPieces(0.1);
    first.onEncoded(1);
    first.onCheck(0);
    expect(told.at(-1)?.share).toBeLessThan(0.3);
    expect(told.every(({ again }) => again === undefined)).toBe(true);
  });

  it('falls back where a joined film is made whole again, says so, and then moves to its end', async () => {
    const { told, first, second } = await tellTwo();
    first.onPieces(0.1);
    first.onEncoded(1);
    first.onCheck(1);
    const before = told.at(-1)?.share ?? 0;
    first.onAgain();
    const [begun, shown] = [told.at(-1), told.length];
    expect([begun?.again, (begun?.share ?? 1) < before]).toEqual([true, true]);
    for (const done of [0.25, 0.5, 0.75]) first.onEncoded(done);
    const shares = told.slice(shown).map(({ share }) => share);
    expect(new Set(shares).size).toBe(3);
    expect(told.slice(shown).every(({ again }) => again)).toBe(true);
    second.onEncoded(0.1);
    expect(told.at(-1)?.again).toBeUndefined();
    expect(told.at(-1)?.share).toBeGreaterThan(0.5);
  });

  it('does not speak of again where nothing of the former film could be kept to begin with', async () => {
    const { told, first } = await tellTwo();
    first.onAgain();
    first.onEncoded(0.5);
    expect(told.every(({ again }) => again === undefined)).toBe(true);
  });
});
