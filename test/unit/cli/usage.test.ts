import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { runCommand } from '../../../src/cli/commands.ts';
import { choosePresets } from '../../../src/cli/make-order.ts';
import { readDeliveryPresets } from '../../../src/engine/film/delivery-preset.ts';

const folder = mkdtempSync(join(tmpdir(), 'prerna-usage-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => vi.restoreAllMocks());

const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const clip = file('clip.mp4', 'never read');

async function said(...argv: string[]) {
  const lines: string[] = [];
  vi.spyOn(console, 'error').mockImplementation((line) => lines.push(String(line)));
  return { code: await runCommand(argv), text: lines.join('\n') };
}

describe('wrong use', () => {
  it.each([
    [['make', 'a.mp4'], /--out/],
    [['make', '--out', 'x'], /क्लिप का नाम नहीं/],
    [['make', 'a.mp4', '--shiny'], /विकल्प समझ में नहीं आया.*--shiny/],
    [['make', 'a.mp4', '-x'], /not understood: -x/],
    [['make', 'a.mp4', '--out'], /--out needs a value/],
    [['make', 'a.mp4', '--out', '--name', 'राम'], /--out needs a value/],
    [['make', 'a.mp4', '--portrait=yes'], /--portrait takes no value/],
    [['make', 'a.mp4', '--out', 'x', '--length', 'zehn'], /number of seconds/],
    [['make', 'a.mp4', 'b.mp4', '--out', 'x', '--from', '1', '--to', '2'], /one CLIP/],
    [['make', 'a.mp4', '--out', 'x', '--presets', 'web,'], /web, holds an empty name/],
    [['make', 'a.mp4', '--out', 'x', '--presets', ''], /empty name/],
    [['make', 'not-there.mp4', '--out', 'x'], /not-there.mp4 can’t be read/],
    [['make', 'src', '--out', 'x'], /src पढ़ी नहीं जा सकी/],
    [['make', clip, '--out', 'x', '--captions', file('README.md', '# प्रेरणा\nशब्द')], /README.md holds no captions/],
    [['make', clip, '--out', 'x', '--captions', file('words.srt', 'सिर्फ़ शब्द')], /--script/],
    [['make', clip, '--out', 'x', '--captions', file('empty.vtt', 'WEBVTT\n')], /empty.vtt में समय वाले/],
    [['qc', 'a.mp4'], /--preset/],
    [['qc', '--tiny'], /not understood: --tiny/],
    [['asrun', 'read', 'x'], /asrun parse FILE/],
    [['user', 'remove'], /user add, user list, user reset/],
    [['token', 'create'], /--user, --name/],
    [['operator'], /operator token create/],
    [['playlist', 'write', 'x.json'], /--dialect, --out/],
    [['schema', 'colour'], /schema is one of/],
    [['schedule'], /Give one/],
    [['probe', clip, '--profile', 'film'], /clip, recording/],
    [['shine'], /shine.*make/],
  ])('of %j is said in both languages with exit code 2', async (words, sentence) => {
    const { code, text } = await said(...words);
    expect(code).toBe(2);
    expect(text).toMatch(sentence);
    const [hindi = '', english = ''] = text.split('\n');
    expect(hindi).toMatch(/\p{Script=Devanagari}/u);
    expect(english.replaceAll(folder, '')).not.toMatch(/\p{Script=Devanagari}|To specify|Unknown option/u);
  });
});

describe('help', () => {
  it('of make lists every preset with the endings that its name takes', async () => {
    const lines: string[] = [];
    vi.spyOn(console, 'log').mockImplementation((line) => lines.push(String(line)));
    expect(await runCommand(['make', '--help'])).toBe(0);
    expect(lines.join('\n')).toMatch(/^ {2}sd-mpeg2 +-14x9 -4x3 -50i -slate$/m);
    expect(lines.join('\n')).toMatch(/^ {2}web$/m);
  });
});

describe('a refusal before anything is studied', () => {
  it('of a preset names what there is', async () => {
    const refusal = async (name: string) => {
      const chosen = choosePresets([name], await readDeliveryPresets('presets/delivery'));
      return chosen.ok ? undefined : chosen.refusal;
    };
    expect(await refusal('web-slate')).toMatchObject({ user: 'film.refused.variant', params: { known: 'web' } });
    const { params } = (await refusal('sd-mpeg2-16x9')) ?? {};
    expect(params?.known).toMatch(/^sd-mpeg2, .*sd-mpeg2-14x9-50i-slate/);
    expect(params?.known).not.toMatch(/15m|web/);
    expect(await refusal('dvd')).toMatchObject({ user: 'film.refused.preset' });
  });

  it.each([
    [['--look', 'shiny'], /shiny.*sober, warm, bold.*film\.look/s],
    [['--length', '1'], /2\.4 सेकंड.*at least 2\.4 seconds.*film\.length/s],
  ])('of %j is said in both languages with exit code 3', async (words, sentence) => {
    const { code, text } = await said('make', clip, '--out', join(folder, 'none'), ...words);
    expect(code).toBe(3);
    expect(text).toMatch(sentence);
    expect(existsSync(join(folder, 'none'))).toBe(false);
  });
});
