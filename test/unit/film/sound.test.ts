import { describe, expect, it } from 'vitest';
import { decideVoices } from '../../../src/engine/film/decide-voice.ts';
import { liftGraph, mixGraph } from '../../../src/engine/film/sound-graph.ts';
import {
  decideGain,
  type HeardShot,
  parseHeard,
  parseLevels,
  parseLoudness,
} from '../../../src/engine/film/sound-levels.ts';
import { frames } from '../../../src/kernel/frames.ts';
import { expectGolden } from '../../golden/golden.ts';

const level = (rmsDb: number, noiseFloorDb = -80) => ({ rmsDb, noiseFloorDb });

/** Of a healthy stereo voice; give what differs. */
function heard(channels: HeardShot['channels'], different: Partial<HeardShot> = {}): HeardShot {
  return { channels, middleRmsDb: channels[0]?.rmsDb, lufs: -25, fullScaleShare: 0, highsDb: -30, ...different };
}

function decide(channels: HeardShot['channels'], different: Partial<HeardShot> = {}) {
  const [voice] = decideVoices([heard(channels, different)]);
  if (!voice) throw new Error('no decision');
  return voice;
}

describe('the voice of a shot', () => {
  it('is taken from the channel that lives, and staff are told', () => {
    expect(decide([level(-60), level(-20)])).toMatchObject({ treatment: { channel: 'right' }, faults: ['one-sided'] });
    expect(decide([level(-20), level(Number.NEGATIVE_INFINITY)]).treatment.channel).toBe('left');
  });

  it('is taken from both where both live, and from all of 5.1', () => {
    expect(decide([level(-20), level(-30)])).toMatchObject({ treatment: { channel: 'all' }, faults: [] });
    const surround = decide([-20, -90, -20, -90, -90, -90].map((db) => level(db)));
    expect(surround).toMatchObject({ treatment: { channel: 'all' }, faults: ['surround'] });
  });

  it('is taken from one of two sides that cancel each other', () => {
    const cancelled = decide([level(-20), level(-21)], { middleRmsDb: -45 });
    expect(cancelled).toMatchObject({ treatment: { channel: 'left' }, faults: ['out-of-phase'] });
    expect(decide([level(-20), level(-20)], { middleRmsDb: -24 }).faults).toEqual([]);
  });

  it('is denoised only above a floor of −50 dB', () => {
    expect(decide([level(-20, -45)])).toMatchObject({ treatment: { noiseFloorDb: -45 }, faults: ['noisy'] });
    expect(decide([level(-20, -55)]).treatment.noiseFloorDb).toBeUndefined();
  });

  it('is named where its peaks were cut, and where nothing was recorded', () => {
    expect(decide([level(-6)], { fullScaleShare: 0.01 })).toMatchObject({ faults: ['clipped'] });
    expect(decide([level(Number.NEGATIVE_INFINITY)], { lufs: -70 }).faults).toEqual(['silent']);
  });

  it('is called a telephone’s where nothing is above 5 kHz', () => {
    expect(decide([level(-20)], { highsDb: -46 }).faults).toEqual(['narrow']);
    expect(decide([level(-20)], { highsDb: -38 }).faults).toEqual([]);
  });

  it('is called faint under a bed that hides it, only where nobody at all is heard', () => {
    const [room, voice] = [heard([level(-60)], { lufs: -62 }), heard([level(-20)])];
    expect(decideVoices([room, undefined], true)[0]?.faults).toEqual(['faint']);
    expect(decideVoices([room, voice], true).flatMap(({ faults }) => faults)).toEqual([]);
    expect(decideVoices([room])[0]?.faults).toEqual([]);
    expect(decideVoices([voice], true)[0]?.treatment.gainDb).toBe(2);
  });

  it('is brought to the others’ loudness where several are joined, except where nobody speaks', () => {
    const gains = decideVoices([
      heard([level(-20)], { lufs: -30 }),
      undefined,
      heard([level(-10)], { lufs: -12 }),
      heard([level(-60)], { lufs: -60 }),
    ]).map(({ treatment }) => treatment.gainDb);
    expect(gains).toEqual([7, 0, -11, 0]);
    expect(decide([level(-20)], { lufs: -30 }).treatment.gainDb).toBe(0);
  });

  it('is lifted by up to 24 dB, and otherwise left as it is', () => {
    expect(decideGain({ lufs: -30, truePeakDbtp: -10 }, -23)).toBe(7);
    expect(decideGain({ lufs: -62, truePeakDbtp: -40 }, -23)).toBeUndefined();
    expect(decideGain({ lufs: -70, truePeakDbtp: Number.NEGATIVE_INFINITY }, -23)).toBeUndefined();
  });
});

describe('a meter’s log', () => {
  it('tells the meters of one graph apart by their place, whichever prints first', () => {
    const line = (place: number, what: string) => `[Parsed_astats_${place} @ 0x5581] ${what}\n`;
    const log = [
      line(9, 'RMS level dB: -61.0'),
      line(9, 'RMS level dB: -80.0'),
      line(4, 'RMS level dB: -21.0'),
      line(4, 'Noise floor dB: -70.0'),
      line(4, 'RMS level dB: -30.0'),
      line(4, 'Noise floor dB: -71.0'),
      '  Integrated loudness:\n    I: -25.0 LUFS\n  True peak:\n    Peak: -4.2 dBFS\n',
    ].join('');
    expect(parseHeard(log, 1)).toMatchObject({ channels: [{ rmsDb: -21 }, { rmsDb: -30 }], highsDb: -40, lufs: -25 });
    expect(() => parseHeard(log.replaceAll('astats_9', 'other_9'), 1)).toThrow(/telephone/);
  });

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
});

describe('the graphs of sound', () => {
  it('mix the shots to the film’s last sample', () => {
    const shots = [
      {
        input: { index: 0, streamIndex: 1 },
        frames: frames(60),
        voiceFrames: frames(50),
        voice: { channel: 'right' as const, noiseFloorDb: -45, gainDb: -3.5 },
      },
      {
        input: undefined,
        frames: frames(40),
        voiceFrames: frames(40),
        voice: { channel: 'all' as const, noiseFloorDb: undefined, gainDb: 0 },
      },
    ];
    expectGolden('commands/sound-mix.txt', `${mixGraph(shots, frames(150))}\n`);
  });

  it('lift the mix and hold its peaks at four times the rate', () => {
    expectGolden('commands/sound-lift.txt', `${liftGraph({ gainDb: 6.4, limitDbtp: -2 }, frames(150))}\n`);
  });
});
