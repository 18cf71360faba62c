import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { runCommand } from '../../../src/cli/commands.ts';
import { expectGolden } from '../../golden/golden.ts';

const golden = (name: string) => join(import.meta.dirname, '../../golden', name);
const folder = mkdtempSync(join(tmpdir(), 'prerna-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => vi.restoreAllMocks());

async function run(...argv: string[]) {
  const out: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0);
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const code = await runCommand(argv);
  vi.restoreAllMocks();
  return { code, text: out.join('') };
}
const json = async (...argv: string[]) => {
  const { code, text } = await run(...argv, '--json');
  return { code, answer: JSON.parse(text) };
};
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

describe('schedule', () => {
  it('answers the example plan as agreed, in one JSON document', async () => {
    const { code, text } = await run('schedule', golden('traffic/PLAN.json'), '--json');
    expect(code).toBe(0);
    expect(JSON.parse(text).violations).toEqual([]);
    expectGolden('traffic/answer.json', text);
  });
  it('refuses an unknown field by its name, in both languages', async () => {
    const plan = JSON.parse(readFileSync(golden('traffic/PLAN.json'), 'utf8'));
    const { code, answer } = await json('schedule', file('plan.json', JSON.stringify({ ...plan, colour: 1 })));
    expect(code).toBe(3);
    expect(answer.refusal.code).toBe('plan.invalid');
    expect(answer.refusal.message.hi).toContain('colour');
    expect(answer.refusal.message.en).toContain('colour');
  });
  it('refuses what is no JSON, and says wrong use where there is no file', async () => {
    expect((await json('schedule', file('x.json', 'not json'))).answer.refusal.code).toBe('document.notJson');
    expect((await run('schedule', join(folder, 'nowhere.json'))).code).toBe(2);
    expect((await run('schedule')).code).toBe(2);
  });
});

describe('playlist', () => {
  it('writes the file, says its name, size and hash, and leaves no half file', async () => {
    const out = join(folder, 'lists');
    const { code, answer } = await json(
      'playlist',
      'write',
      golden('playlists/LOG.json'),
      '--dialect',
      'xspf',
      '--out',
      out,
    );
    expect(code).toBe(0);
    expect(readdirSync(out)).toEqual(['ujn-01_2026-12-01.xspf']);
    expect(answer.files[0]).toMatchObject({
      name: 'ujn-01_2026-12-01.xspf',
      bytes: readFileSync(join(out, 'ujn-01_2026-12-01.xspf')).length,
    });
  });
  it('takes an operator’s settings, and refuses one that is unknown', async () => {
    const write = ['playlist', 'write', golden('playlists/LOG.json'), '--dialect', 'm3u', '--out', join(folder, 'm3u')];
    expect((await json(...write, '--operator-settings', file('ok.yaml', 'mediaRoot: D:\\spots\n'))).code).toBe(0);
    expect(readFileSync(join(folder, 'm3u', 'ujn-01_2026-12-01.m3u'), 'ascii')).toContain(
      'D:\\spots\\UJNPMA00127.mpg\r\n',
    );
    expect((await json(...write, '--operator-settings', file('bad.yaml', 'colour: red\n'))).answer.refusal.code).toBe(
      'playlist.settings',
    );
  });
  it('lists the dialects, and refuses another with that list', async () => {
    const { answer } = await json('playlist', 'dialects');
    expect(answer.dialects.map((one: { name: string }) => one.name)).toEqual([
      'm3u8',
      'm3u',
      'xspf',
      'pls',
      'mrss',
      'csv',
    ]);
    const refused = await json('playlist', 'write', golden('playlists/LOG.json'), '--dialect', 'bxf', '--out', folder);
    expect([refused.code, refused.answer.refusal.code]).toEqual([3, 'playlist.dialect']);
  });
});

describe('asrun', () => {
  it('answers rows and, for lines it cannot know, sentences in both languages', async () => {
    const { code, answer } = await json('asrun', 'parse', golden('asrun/as-run.csv'));
    expect(code).toBe(0);
    expectGolden('asrun/as-run.json', `${JSON.stringify(answer, null, 2)}\n`);
  });
  it('refuses a file that it does not recognise, naming what it does', async () => {
    const { code, answer } = await json('asrun', 'parse', file('x.arl', 'IS-76152 as-run (Ch2:KQRS)\n'));
    expect([code, answer.refusal.code]).toEqual([3, 'asrun.dialect']);
    expect(answer.refusal.message.en).toContain('csv');
  });
  it('calls a bad date or time zone wrong use', async () => {
    expect((await run('asrun', 'parse', golden('asrun/as-run.csv'), '--date', '2026-13-01')).code).toBe(2);
    expect((await run('asrun', 'parse', golden('asrun/as-run.csv'), '--timezone', 'Moon/Base')).code).toBe(2);
  });
});

describe('schema', () => {
  it.each(['plan', 'log'])('prints the schema of %s as agreed', async (name) => {
    const { code, text } = await run('schema', name, '--json');
    expect(code).toBe(0);
    expectGolden(`schema/${name}.json`, text);
  });
  it('calls an unknown name wrong use', async () => expect((await run('schema', 'moon')).code).toBe(2));
});
