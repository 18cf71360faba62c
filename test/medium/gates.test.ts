import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const project = join(import.meta.dirname, '../..');
const PARTS = [
  'src',
  'scripts',
  'presets',
  'watermarks',
  'test/unit',
  'test/contract',
  'test/golden',
  'test/vitest.config.ts',
  'test/reporter.ts',
  'package.json',
  'tsconfig.json',
];
let copy: string;

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'prerna-gates-'));
  for (const part of PARTS) cpSync(join(project, part), join(copy, part), { recursive: true });
  symlinkSync(join(project, 'node_modules'), join(copy, 'node_modules'));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

interface Found {
  status: number | null;
  output: string;
}

/** Puts a fault into the copy of the project, runs a gate on it, and takes the fault out again. */
function withFault(path: string, fault: (text: string) => string, gate: () => Found): Found {
  const file = join(copy, path);
  const before = readFileSync(file, 'utf8');
  const after = fault(before);
  expect(after, `the fault did not change ${path}`).not.toBe(before);
  writeFileSync(file, after);
  try {
    return gate();
  } finally {
    writeFileSync(file, before);
  }
}

function run(program: string, args: readonly string[]): Found {
  const done = spawnSync(join(copy, 'node_modules/.bin', program), args, { cwd: copy, encoding: 'utf8' });
  return { status: done.status, output: `${done.stdout}${done.stderr}` };
}

const tests = (file: string) => run('vitest', ['run', '--config', 'test/vitest.config.ts', file]);

function gate(name: 'Arrows' | 'Rooms'): Found {
  const call = `import { check${name} as check } from './scripts/check/${name.toLowerCase()}.mjs';
    const found = await check(process.cwd()); console.log(found.join('\\n')); process.exit(found.length ? 1 : 0)`;
  return run('node', ['--input-type=module', '-e', call]);
}

describe('a planted fault turns the build red:', () => {
  it('none planted, the gates are green', () => {
    expect(gate('Arrows')).toMatchObject({ status: 0 });
    expect(gate('Rooms')).toMatchObject({ status: 0 });
  });

  it('an import from the engine to a domain', () => {
    const fault = (text: string) => `import '../../domain/accounts/index.ts';\n${text}`;
    expect(withFault('src/engine/captions/cue.ts', fault, () => gate('Arrows')).output).toContain('engine-below');
  });

  it('an import from an earlier domain to a later one', () => {
    const fault = (text: string) => `export * from '../accounts/index.ts';\n${text}`;
    expect(withFault('src/domain/directory/index.ts', fault, () => gate('Arrows')).output).toContain('line-directory');
  });

  it('a cycle, even of types', () => {
    const fault = (text: string) =>
      `import type { formatTimecode } from './timecode.ts';\nexport type Odd = typeof formatTimecode;\n${text}`;
    expect(withFault('src/kernel/frames.ts', fault, () => gate('Arrows')).output).toContain('no-cycle');
  });

  it('process.env in a domain', () => {
    const fault = (text: string) => `${text}\nexport const sneaky = process.env.HOME;\n`;
    expect(withFault('src/domain/accounts/person.ts', fault, () => gate('Rooms')).output).toContain('process.env');
  });

  it('a filter token', () => {
    const fault = (text: string) => text.replace("filter('setfield', { mode:", "filter('setfield', { mod:");
    expect(
      withFault('src/engine/film/output-graph.ts', fault, () => tests('test/unit/film/film-tokens.test.ts')).status,
    ).toBe(1);
  });

  it('a policy row', () => {
    const fault = (text: string) => text.replace("who: ['admin']", "who: 'signedIn'");
    expect(withFault('src/web/accounts/people-routes.tsx', fault, () => tests('test/unit/policy.test.ts')).status).toBe(
      1,
    );
  });

  it('a Hindi message key', () => {
    const fault = (text: string) => text.replace("'error.notFound':", "'error.notFond':");
    expect(withFault('src/web/locales/frame.ts', fault, () => run('tsc', ['--noEmit'])).status).not.toBe(0);
  });

  it('a migration', () => {
    const fault = (text: string) => text.replace('csrf_token   TEXT NOT NULL', 'csrf_token   TEXT');
    const found = withFault('src/platform/db/migrations/0003-accounts.sql', fault, () =>
      tests('test/contract/schema-drift.test.ts'),
    );
    expect(found.status).toBe(1);
  });
});
