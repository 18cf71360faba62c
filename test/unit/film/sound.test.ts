import { describe, expect, it } from 'vitest';
import { decideFields } from '../../../src/engine/film/describe-source.ts';
import { liftGraph, mixGraph } from '../../../src/engine/film/sound-graph.ts';
import { decideGain, decideVoice, parseLevels, parseLoudness } from '../../../src/engine/film/sound-levels.ts';
import { frames } from '../../../src/kernel/frames.ts';
import { expectGolden } from '../../golden/golden.ts';

const level = (rmsDb: number, noiseFloorDb = -80) => ({ rmsDb, noiseFloorDb });

describe('the voice of a shot', () => {
  it('is taken from the channel that lives', () => {
    expect(decideVoice([level(-60), level(-20)]).channel).toBe('right');
    expect(decideVoice([level(-20), level(Number.NEGATIVE_INFINITY)]).channel).toBe('left');
  });

  it('is taken from both where both live, and from all of 5.1', () => {
    expect(decideVoice([level(-20), level(-30)]).channel).toBe('all');
    expect(decideVoice([-20, -90, -20, -90, -90, -90].map((db) => level(db))).channel).toBe('all');
  });

  it('is denoised only above a floor of −50 dB', () => {
    expect(decideVoice([level(-20, -45)]).noiseFloorDb).toBe(-45);
    expect(decideVoice([level(-20, -55)]).noiseFloorDb).toBeUndefined();
  });

  it('is lifted by up to 24 dB, and otherwise left as it is', () => {
    expect(decideGain({ lufs: -30, truePeakDbtp: -10 }, -23)).toBe(7);
    expect(decideGain({ lufs: -62, truePeakDbtp: -40 }, -23)).toBeUndefined();
    expect(decideGain({ lufs: -70, truePeakDbtp: Number.NEGATIVE_INFINITY }, -23)).toBeUndefined();
  });
});

describe('a meter’s log', () => {
  it('counts by its last summary', () => {
    const summary = (lufs: string, peak: string) =>
      `  Integrated loudness:\n    I: ${lufs} LUFS\n  True peak:\n    Peak: ${peak} dBFS\n`;
    expect(parseLoudness(summary('-70.0', '-inf') + summary('-23.1', '-4.2'))).toEqual({
      lufs: -23.1,
      truePeakDbtp: -4.2,
    });
  });

  it('without a summary is an error, never silence', () => {
    expect(() => parseLoudness('size=N/A')).toThrow(/no loudness/);
    expect(() => parseLevels('size=N/A')).toThrow(/no levels/);
  });

  it('of fields decides against the flag, and the flag where nothing was seen', () => {
    const log = (top: number, progressive: number) =>
      `Multi frame detection: TFF: ${top} BFF: 0 Progressive: ${progressive} Undetermined: 3`;
    expect(decideFields(log(47, 0), 'progressive')).toBe('top-first');
    expect(decideFields(log(0, 47), 'tt')).toBeUndefined();
    expect(decideFields(log(0, 0), 'bt')).toBe('top-first');
  });
});

describe('the graphs of sound', () => {
  it('mix the shots to the film’s last sample', () => {
    const shots = [
      {
        input: { index: 0, streamIndex: 1 },
        frames: frames(60),
        voiceFrames: frames(50),
        voice: { channel: 'right' as const, noiseFloorDb: -45 },
      },
      {
        input: undefined,
        frames: frames(40),
        voiceFrames: frames(40),
        voice: { channel: 'all' as const, noiseFloorDb: undefined },
      },
    ];
    expectGolden('commands/sound-mix.txt', `${mixGraph(shots, frames(150))}\n`);
  });

  it('lift the mix and hold its peaks at four times the rate', () => {
    expectGolden('commands/sound-lift.txt', `${liftGraph({ gainDb: 6.4, limitDbtp: -2 }, frames(150))}\n`);
  });
});
