import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { Command } from '../../src/cli/command.ts';
import { doctor } from '../../src/cli/doctor.ts';
import { probe } from '../../src/cli/probe.ts';
import { filmFolder, makeFilm, moving } from './lavfi.ts';

const { folder, remove } = filmFolder('commands');
const at = (name: string) => join(folder, name);
afterAll(() => {
  remove();
  vi.unstubAllEnvs();
});

async function call(command: Command, positionals: string[], values: Record<string, string> = {}) {
  let [data, words]: [unknown, string] = [undefined, ''];
  const answer = (json: unknown, text: string) => {
    [data, words] = [json, text];
  };
  const code = await command.run({ values, positionals, json: true, answer });
  return { code, data, words };
}

describe('prerna probe', () => {
  it('prints verdict and facts', async () => {
    const film = makeFilm(at('film.mp4'), moving(2));
    const { code, data } = await call(probe, [film], { profile: 'clip' });
    expect(code).toBe(0);
    expect(data).toEqual({
      verdict: 'accept',
      warnings: [],
      facts: {
        ...{ container: 'mp4', durationSeconds: 2, width: 320, height: 240, rotation: 0 },
        ...{ fps: 25, vfr: false, hdr: false, codec: 'h264' },
        audio: { codec: 'aac', channels: 1, sampleRate: 48000, tracks: 1 },
      },
    });
  });

  it('says in both languages why a film is refused, and exits 0', async () => {
    const film = makeFilm(at('short.mp4'), moving(0.3));
    const { code, data, words } = await call(probe, [film], { profile: 'clip' });
    expect(code).toBe(0);
    expect(data).toMatchObject({
      verdict: 'refuse',
      code: 'film.short',
      message: { en: expect.stringContaining('0.3 seconds') },
    });
    expect(words).toContain('0.3 सेकंड');
  });

  it('says so when there is no such file, or no such profile', async () => {
    await expect(call(probe, [at('nowhere.mp4')], { profile: 'clip' })).rejects.toThrow('can’t be read');
    await expect(call(probe, [folder], { profile: 'film' })).rejects.toThrow('--profile');
  });
});

const report = z.object({
  settings: z.record(z.string(), z.string()),
  checks: z.array(z.object({ id: z.string(), state: z.string(), said: z.string(), mend: z.string().optional() })),
});

describe('prerna doctor', () => {
  it('shows the decided settings without the secrets, and what each part is', async () => {
    vi.stubEnv('PRERNA_ADMIN_PASSWORD', 'not-to-be-shown');
    vi.stubEnv('PRERNA_DATA_DIR', at('not-there-yet'));
    const { data, words } = await call(doctor, []);
    const { settings, checks } = report.parse(data);
    expect(words).not.toContain('not-to-be-shown');
    expect(settings).toMatchObject({ PRERNA_ADMIN_PASSWORD: '••••', PRERNA_SANDBOX: 'auto' });
    expect(new Set(checks.map((it) => it.id))).toEqual(new Set(['node', 'ffmpeg', 'fonts', 'models', 'disk']));
    for (const it of checks.filter(({ state }) => state !== 'ok')) expect(it.mend, it.said).toBeTruthy();
  });

  it('fails, with the command that helps, when FFmpeg is not there', async () => {
    vi.stubEnv('FFMPEG_PATH', at('no-ffmpeg'));
    const { code, words } = await call(doctor, []);
    expect(code).toBe(1);
    expect(words).toContain('apt-get install -y ffmpeg');
  });
});
