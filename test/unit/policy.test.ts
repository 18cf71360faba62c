import { expect, it } from 'vitest';
import { routes } from '../../src/web/routes.ts';

const row = (route: (typeof routes)[number]) => {
  const who = typeof route.who === 'string' ? route.who : [...route.who].sort().join(' ');
  return `${route.method.padEnd(6)} ${route.path}  |  ${who}  |  ${route.owner}  |  ${route.kind}`;
};

it('lets in exactly whom the reviewed policy table says', async () => {
  await expect(`${routes.map(row).sort().join('\n')}\n`).toMatchFileSnapshot('../golden/policy.txt');
});

it('has one row for each address and method', () => {
  const keys = routes.map((route) => `${route.method} ${route.path}`);
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});

it('lets nobody but a signed-in person or an operator’s machine change anything, save for logging in', () => {
  const open = routes.filter((route) => route.who === 'anyone' && route.method !== 'GET').map((route) => route.path);
  expect(open.filter((path) => !['/login', '/invitation/:token'].includes(path))).toEqual([]);
});
