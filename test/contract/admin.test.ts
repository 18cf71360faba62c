import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { logIn } from '../../src/domain/accounts/index.ts';
import { addPerson, PASSWORD, signIn, testService } from './http.ts';

let service: ReturnType<typeof testService>;
let fetch: Awaited<ReturnType<typeof signIn>>;
let staff: typeof fetch;

beforeAll(async () => {
  service = testService({ PRERNA_METRICS_TOKEN: 'a token long enough'.replaceAll(' ', '-') });
  await addPerson(service.app, 'boss', 'admin', { kind: 'state' });
  await addPerson(service.app, 'local', 'admin', { kind: 'district', code: 'UJN' });
  await addPerson(service.app, 'auditor', 'auditor', { kind: 'state' });
  await addPerson(service.app, 'staff', 'staff', { kind: 'district', code: 'UJN' });
  fetch = await signIn(service, 'boss');
  staff = await signIn(service, 'staff');
});
afterAll(() => service.close());

const post = (words: Record<string, string>) => ({ method: 'POST', body: new URLSearchParams(words) });

describe('the pages that every page’s frame leads to', () => {
  it.each(['/help', '/accessibility', '/privacy'])('%s is there for anybody, in both languages', async (path) => {
    for (const language of ['hi', 'en']) {
      const answer = await service.http.request(path, { headers: { cookie: `lang=${language}` } });
      expect(answer.status).toBe(200);
      expect(await answer.text()).toContain(`<html lang="${language}"`);
    }
  });

  it('the bell leads to a page for each role', async () => {
    for (const login of ['boss', 'auditor', 'staff'])
      expect((await (await signIn(service, login))('/notices')).status).toBe(200);
  });
});

describe('one’s own account', () => {
  it('changes the password only for who knows the old one, and keeps this session', async () => {
    await addPerson(service.app, 'changer', 'staff', { kind: 'district', code: 'UJN' });
    const own = await signIn(service, 'changer');
    expect((await own('/account/password', post({ old: 'wrong one', fresh: 'नया पासवर्ड' }))).status).toBe(422);
    expect((await own('/account/password', post({ old: PASSWORD, fresh: 'short' }))).status).toBe(422);
    expect((await own('/account/password', post({ old: PASSWORD, fresh: 'नया पासवर्ड' }))).status).toBe(200);
    expect((await own('/account')).status).toBe(200);
    expect((await logIn(service.app, { login: 'changer', password: PASSWORD })).ok).toBe(false);
    expect((await logIn(service.app, { login: 'changer', password: 'नया पासवर्ड' })).ok).toBe(true);
  });

  it('shows a new token once, which works until it is revoked, and which cannot make another', async () => {
    const page = await (await staff('/account/tokens', post({ name: 'my script', scope: 'read' }))).text();
    const token = /<code[^>]*>([\w-]{43})<\/code>/.exec(page)?.[1] ?? '';
    const headers = { authorization: `Bearer ${token}` };
    expect((await service.http.request('/api/v1/districts', { headers })).status).toBe(200);
    const again = await service.http.request('/account/tokens', { ...post({ name: 'x', scope: 'all' }), headers });
    expect(again.status).toBe(403);
    const list = await (await staff('/account')).text();
    expect(list).not.toContain(token);
    const revoke = /\/account\/tokens\/\w+\/revoke/.exec(list)?.[0] ?? '';
    expect((await fetch(revoke, post({}))).status).toBe(404);
    expect((await staff(revoke, post({}))).status).toBe(303);
    expect((await service.http.request('/api/v1/districts', { headers })).status).toBe(401);
  });
});

describe('the administrator’s pages', () => {
  it.each(['/admin', '/admin/jobs', '/admin/audit', '/admin/health'])('%s opens for them only', async (path) => {
    expect((await fetch(path)).status).toBe(200);
    expect((await staff(path)).status).toBe(403);
  });

  it('keeps what belongs to no district from a district’s administrator', async () => {
    const local = await signIn(service, 'local');
    expect((await local('/admin')).status).toBe(200);
    for (const path of ['/admin/jobs', '/admin/audit', '/admin/health']) expect((await local(path)).status).toBe(403);
  });

  it('lets an auditor read the chain and verify it, and says where it broke', async () => {
    const auditor = await signIn(service, 'auditor');
    expect((await auditor('/admin/jobs')).status).toBe(403);
    const some = await (await auditor('/admin/audit?actor=staff')).text();
    expect(some).toContain('token.create');
    expect(some).not.toContain('person.first');
    expect(await (await auditor('/admin/audit/verify', post({}))).text()).toContain('कड़ी पूरी है');
  });
});

describe('what machines ask', () => {
  it('tells each part that must work', async () => {
    const answer = await service.http.request('/readyz');
    const { parts } = (await answer.json()) as { parts: Record<string, { ok: boolean }> };
    expect(Object.keys(parts).sort()).toEqual(['blobs', 'database', 'disk', 'ffmpeg', 'sandbox']);
    expect([parts['database']?.ok, parts['blobs']?.ok]).toEqual([true, true]);
  });

  it('counts requests, jobs and bytes for who has the token', async () => {
    expect((await service.http.request('/metrics')).status).toBe(401);
    const headers = { authorization: 'Bearer a-token-long-enough' };
    const text = await (await service.http.request('/metrics', { headers })).text();
    expect(text).toMatch(/prerna_requests_total\{method="GET",route="\/help",status="200"\} 2/);
    expect(text).toContain('prerna_upload_bytes 0');
  });

  it('has no such address where no token is set', async () => {
    const plain = testService();
    expect((await plain.http.request('/metrics')).status).toBe(404);
    await plain.close();
  });
});
