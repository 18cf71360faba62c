import { describe, expect, it } from 'vitest';
import { decideFailedQc, QcFailedError, refusalOfRepeat } from '../../../src/domain/render/end-attempt.ts';
import { FfmpegError } from '../../../src/engine/ffmpeg/run-order.ts';
import { RefusalError } from '../../../src/kernel/refusal.ts';

const file = (preset: string, ...faults: ('black' | 'loudness')[]) => ({
  preset,
  qc: {
    passed: faults.length === 0,
    checks: faults.map((id) => ({ id, measured: 1, limit: 0, passed: false })),
  },
});
const first = { attempt: 1, before: undefined };
const stored = (error: Error | undefined) => `${error?.name}: ${error?.message}`;

describe('films that fail their measuring', () => {
  const files = [file('web'), file('sd-mpeg2', 'black', 'loudness')];

  it('are made once more, and end the job with that reason when they fail alike', () => {
    const once = decideFailedQc(files, first, 3);
    expect(once).toBeInstanceOf(QcFailedError);
    const twice = decideFailedQc(files, { attempt: 2, before: stored(once) }, 3);
    expect(twice).toMatchObject({
      name: 'RefusalError',
      refusal: { code: 'render.qc', params: { faults: 'sd-mpeg2: black, loudness' } },
    });
  });

  it('that fail otherwise have another try, but no more than there are', () => {
    const otherwise = stored(decideFailedQc([file('web', 'loudness')], first, 3));
    expect(decideFailedQc(files, { attempt: 2, before: otherwise }, 3)).toBeInstanceOf(QcFailedError);
    expect(decideFailedQc(files, { attempt: 3, before: otherwise }, 3)).toBeInstanceOf(RefusalError);
  });

  it('are nothing to end a job for when all pass', () => {
    expect(decideFailedQc([file('web')], first, 3)).toBeUndefined();
  });
});

describe('an FFmpeg that ends badly', () => {
  const ended = (line: string, reason: 'exit' | 'signal' = 'exit') =>
    new FfmpegError({ program: 'ffmpeg', reason, code: 1, stderrTail: [line], command: '' });

  it('with the same words twice ends the job with its reason', () => {
    const before = stored(ended('[h264 @ 0x55d1] no such picture'));
    expect(refusalOfRepeat(ended('[h264 @ 0x7fa2] no such picture'), { attempt: 2, before })?.code).toBe(
      'render.twice',
    );
  });

  it('with other words, at a first try, or killed from outside, is tried again', () => {
    const before = stored(ended('[h264 @ 0x55d1] no such picture'));
    expect(refusalOfRepeat(ended('disk is away'), { attempt: 2, before })).toBeUndefined();
    expect(refusalOfRepeat(ended('disk is away'), first)).toBeUndefined();
    const killed = ended('', 'signal');
    expect(refusalOfRepeat(killed, { attempt: 2, before: stored(killed) })).toBeUndefined();
  });
});
