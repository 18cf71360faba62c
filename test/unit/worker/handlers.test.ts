/// <reference types="vite/client" />
import { expect, it } from 'vitest';
import { definitions } from '../../../src/worker/handlers.ts';

const files = import.meta.glob<Record<string, unknown>>('../../../src/domain/**/*.jobs.ts', { eager: true });
const isDefinition = (value: unknown): value is { name: string } =>
  typeof value === 'object' && value !== null && 'payload' in value && 'attempts' in value && 'name' in value;
const defined = Object.values(files).flatMap((file) => Object.values(file).filter(isDefinition));

it('gives the worker every job that a domain defines', () => {
  const known = definitions.map((definition) => definition.name);
  expect(known.sort()).toEqual(defined.map((definition) => definition.name).sort());
});
