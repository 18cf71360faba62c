import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { UsageError } from '../../../src/cli/command.ts';
import { typeset } from '../../../src/cli/typeset.ts';

const folder = mkdtempSync(join(tmpdir(), 'prerna-typeset-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(...positionals: string[]) {
  const answers: unknown[] = [];
  const answer = (json: unknown) => void answers.push(json);
  return typeset.run({ values: {}, positionals, json: true, answer }).then((code) => ({ code, answers }));
}

it('breaks each line of a file into caption lines', async () => {
  const file = join(folder, 'lines.txt');
  writeFileSync(file, '\uFEFFजब फ़सल ख़राब हो गई, तब बीमा योजना ने हमें बचा लिया।\r\n\r\nनमस्ते\r\n');
  const lines = ['जब फ़सल ख़राब हो गई,', 'तब बीमा योजना ने हमें बचा लिया।'].map((line) => line.normalize('NFC'));
  expect(await run(file)).toEqual({ code: 0, answers: [{ cues: [{ lines }, { lines: ['नमस्ते'] }] }] });
});

it('is used with one readable file', async () => {
  await expect(run()).rejects.toThrow(UsageError);
  await expect(run(join(folder, 'absent.txt'))).rejects.toThrow(UsageError);
});
