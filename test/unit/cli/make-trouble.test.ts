import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TroubleError } from '../../../src/cli/command.ts';
import { explainTrouble } from '../../../src/cli/make-trouble.ts';
import { FfmpegError } from '../../../src/engine/ffmpeg/run-order.ts';
import { UnfinishedFilmError } from '../../../src/engine/film/check-outputs.ts';

const ended = (...stderrTail: string[]) =>
  new FfmpegError({ program: 'ffmpeg', reason: 'exit', code: 1, stderrTail, command: 'ffmpeg' });
const explained = (error: unknown, logLevel = 'info') =>
  explainTrouble(error, join(tmpdir(), 'not/yet/there'), { ffmpegPath: '/opt/odd-ffmpeg', logLevel });

describe('trouble while a film is made', () => {
  it.each([
    [
      'a full disk, as FFmpeg says it',
      ended('av_write: No space left on device', 'Conversion failed!'),
      /disk is full.*\d+ MB/,
    ],
    ['a full disk, as Node says it', Object.assign(new Error('write'), { code: 'ENOSPC' }), /disk is full.*--out/],
    ['an unfinished film', new UnfinishedFilmError('3 of 9'), /\/opt\/odd-ffmpeg.*unfinished.*prerna doctor/],
    ['an FFmpeg that gave up', ended('Unknown encoder'), /\/opt\/odd-ffmpeg.*Unknown encoder\n.*prerna doctor/],
  ])('of %s is said in both languages, without a stack', async (_, error, english) => {
    const said = await explained(error);
    expect(said).toBeInstanceOf(TroubleError);
    const { message } = said as TroubleError;
    expect(message).toMatch(english);
    expect(message.split('\n')[0]).toMatch(/\p{Script=Devanagari}/u);
    expect(message).not.toContain('    at ');
  });

  it('shows its stack to who asks for it', async () => {
    expect(((await explained(ended('x'), 'debug')) as Error).message).toContain('    at ');
  });

  it('leaves a slip of ours as it is', async () => {
    const slip = new TypeError('x is undefined');
    expect(await explained(slip)).toBe(slip);
  });
});
