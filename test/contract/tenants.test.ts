import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/kernel/ids.ts';
import { routes } from '../../src/web/routes.ts';
import { addPerson, signIn, testService } from './http.ts';
import { draftOf, readyClip } from './line.ts';

let service: ReturnType<typeof testService>;
let ids: Readonly<Record<string, string>>;

beforeAll(async () => {
  service = testService();
  const owner = {
    personId: await addPerson(service.app, 'owner', 'staff', { kind: 'district', code: 'UJN' }),
    district: 'UJN',
  };
  const clip = readyClip(service.app, owner);
  ids = {
    clipId: clip.clipId,
    consentId: clip.consentId,
    spotId: draftOf(service.app, clip, owner),
    beneficiaryId: clip.beneficiaryId,
  };
  for (const role of ['staff', 'admin', 'reviewer', 'traffic', 'airing', 'headOffice', 'auditor'] as const) {
    await addPerson(service.app, `stranger-${role}`, role, { kind: 'district', code: 'IDR' });
  }
});
afterAll(() => service.close());

const owned = routes.filter((route) => route.owner === 'reach' && /:\w+Id\b/.test(route.path));

describe('another district’s things', () => {
  it('there are such routes to try', () => expect(owned.length).toBeGreaterThan(20));

  it.each(owned.map((route) => [`${route.method} ${route.path}`, route] as const))(
    'are not there: %s',
    async (_, route) => {
      const role = Array.isArray(route.who) ? String(route.who[0]) : 'staff';
      const fetch = await signIn(service, `stranger-${role}`);
      // Real ids where this test has the thing, otherwise ids that nobody has: both must look alike.
      const path = route.path.replace(/:(\w+)(\{[^}]*\})?/g, (_whole, name: string) => ids[name] ?? newId());
      const init =
        route.method === 'GET'
          ? {}
          : { body: JSON.stringify({}), headers: { 'content-type': 'application/json', 'if-match': '"v1"' } };
      const answer = await fetch(path, { method: route.method, ...init });
      // A malformed change may be refused before anybody looks; it must never be done, nor say that the thing is there.
      expect([400, 404], `${route.method} ${path}: ${answer.status}`).toContain(answer.status);
    },
  );
});

describe('without credentials', () => {
  it.each(
    routes
      .filter((route) => route.kind === 'api' && route.who !== 'operator' && route.who !== 'anyone')
      .map((route) => [`${route.method} ${route.path}`, route] as const),
  )('the API answers 401: %s', async (_, route) => {
    const path = route.path.replace(/:(\w+)(\{[^}]*\})?/g, () => newId());
    expect((await service.http.request(path, { method: route.method })).status).toBe(401);
  });
});
