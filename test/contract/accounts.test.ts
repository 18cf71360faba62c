import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  createAccessToken,
  findTokenOperator,
  findTokenPerson,
  invitePerson,
  logIn,
  revokeAccessToken,
  setPersonDisabled,
} from '../../src/domain/accounts/index.ts';
import { districts, divisions } from '../../src/domain/directory/directory.table.ts';
import { addPerson, PASSWORD, signIn, testService } from './http.ts';

let service: ReturnType<typeof testService>;
beforeEach(() => {
  service = testService();
  service.app.catalogue.keep((rows) => {
    rows.insert(divisions).values({ code: 'TST', hi: 'परीक्षा', en: 'Test' }).onConflictDoNothing().run();
    rows.insert(districts).values({ code: 'TSA', division: 'TST', hi: 'अ', en: 'A' }).onConflictDoNothing().run();
    rows.insert(districts).values({ code: 'TSB', division: 'TST', hi: 'ब', en: 'B' }).onConflictDoNothing().run();
  });
});
afterEach(() => service.close());

describe('log-in', () => {
  it('opens with the right words, and not with wrong ones or for a stranger', async () => {
    await addPerson(service.app, 'rekha', 'staff', { kind: 'district', code: 'TSA' });
    expect((await logIn(service.app, { login: 'Rekha', password: PASSWORD })).ok).toBe(true);
    expect(await logIn(service.app, { login: 'rekha', password: 'wrong' })).toMatchObject({
      ok: false,
      refusal: { code: 'login.wrong' },
    });
    expect(await logIn(service.app, { login: 'nobody', password: PASSWORD })).toMatchObject({
      ok: false,
      refusal: { code: 'login.wrong' },
    });
  });

  it('is refused after ten wrong tries for one name, with the time to wait', async () => {
    const body = () => new URLSearchParams({ login: 'guessed', password: 'wrong' });
    for (let n = 0; n < 10; n += 1) await service.http.request('/login', { method: 'POST', body: body() });
    const answer = await service.http.request('/login', { method: 'POST', body: body() });
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('sends nobody to another site afterwards', async () => {
    await addPerson(service.app, 'rekha', 'staff', { kind: 'district', code: 'TSA' });
    for (const to of ['//evil.example', '/\\evil.example', 'https://evil.example']) {
      const body = new URLSearchParams({ login: 'rekha', password: PASSWORD, to });
      expect((await service.http.request('/login', { method: 'POST', body })).headers.get('location')).toBe('/');
    }
  });

  it('ends at once when the person is shut out', async () => {
    const id = await addPerson(service.app, 'rekha', 'staff', { kind: 'district', code: 'TSA' });
    const admin = await addPerson(service.app, 'boss', 'admin', { kind: 'state' });
    const fetch = await signIn(service, 'rekha');
    const { findActivePerson } = await import('../../src/domain/accounts/index.ts');
    const boss = findActivePerson(service.app.catalogue.rows, admin);
    if (!boss) throw new Error('no boss');
    expect(setPersonDisabled(service.app, boss, id, true).ok).toBe(true);
    expect((await fetch('/logout', { method: 'POST' })).headers.get('location')).toMatch(/^\/login\?/);
  });
});

describe('a change by cookie', () => {
  it('without the CSRF token is refused, with it it goes through', async () => {
    await addPerson(service.app, 'rekha', 'staff', { kind: 'district', code: 'TSA' });
    const fetch = await signIn(service, 'rekha');
    expect((await fetch('/logout', { method: 'POST', headers: { 'x-csrf-token': 'no' } })).status).toBe(403);
    expect((await fetch('/logout', { method: 'POST' })).status).toBe(303);
  });

  it('from another site is refused', async () => {
    await addPerson(service.app, 'rekha', 'staff', { kind: 'district', code: 'TSA' });
    const fetch = await signIn(service, 'rekha');
    expect((await fetch('/logout', { method: 'POST', headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
  });
});

describe('invitations', () => {
  it('open once, and not outside the asker’s place', async () => {
    const { findActivePerson } = await import('../../src/domain/accounts/index.ts');
    const id = await addPerson(service.app, 'local', 'admin', { kind: 'district', code: 'TSA' });
    const local = findActivePerson(service.app.catalogue.rows, id);
    if (!local) throw new Error('no local admin');
    const wanted = { login: 'new', name: 'New', role: 'staff', reachKind: 'district', reachCode: 'TSB' } as const;
    expect(invitePerson(service.app, local, wanted)).toMatchObject({ ok: false, refusal: { code: 'person.place' } });
    const invited = invitePerson(service.app, local, { ...wanted, reachCode: 'TSA' });
    if (!invited.ok) throw new Error('refused');
    const accept = (password: string) =>
      service.http.request(`/invitation/${invited.value.token}`, {
        method: 'POST',
        body: new URLSearchParams({ password }),
      });
    expect((await accept('short')).status).toBe(422);
    expect((await accept('लम्बा पासवर्ड')).status).toBe(303);
    expect((await accept('another one')).status).toBe(404);
  });
});

describe('tokens', () => {
  it('speak for their person until revoked, and never for an operator', async () => {
    const personId = await addPerson(service.app, 'script', 'traffic', { kind: 'state' });
    const { id, token } = createAccessToken(service.app, personId, 'nightly', { personId, scope: 'read' });
    expect(findTokenPerson(service.app, token)).toMatchObject({ person: { id: personId }, scope: 'read' });
    expect(findTokenOperator(service.app, token)).toBeUndefined();
    revokeAccessToken(service.app, personId, id);
    expect(findTokenPerson(service.app, token)).toBeUndefined();
  });
});
