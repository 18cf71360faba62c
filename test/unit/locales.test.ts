import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { messageIn, parts } from '../../src/web/locales/index.ts';

const source = join(import.meta.dirname, '../../src');

it('holds each message key in one part only, with a sentence in both languages', () => {
  const keys = Object.values(parts).flatMap((part) => Object.keys(part.hi));
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  for (const key of keys) {
    expect(messageIn('hi', key).trim(), key).not.toBe('');
    expect(messageIn('en', key).trim(), key).not.toBe('');
  }
});

it('uses the same braces in Hindi and in English', () => {
  const braces = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
  const differing = Object.values(parts).flatMap((part) =>
    Object.keys(part.hi).filter((key) => `${braces(messageIn('hi', key))}` !== `${braces(messageIn('en', key))}`),
  );
  expect(differing).toEqual([]);
});

it('has a message for every key that a refusal anywhere in the source names', () => {
  const missing: string[] = [];
  for (const file of readdirSync(source, { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(file)) continue;
    const text = readFileSync(join(source, file), 'utf8');
    for (const [, key] of text.matchAll(/\buser: '([\w.]+)'/g)) {
      if (key && !Object.values(parts).some((part) => key in part.hi)) missing.push(`${file}: ${key}`);
    }
  }
  expect(missing).toEqual([]);
});
