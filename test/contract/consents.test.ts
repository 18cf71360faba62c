import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findActivePerson } from '../../src/domain/accounts/index.ts';
import { beneficiary, findConsentInScope, insertBeneficiary, readBeneficiary } from '../../src/domain/consent/index.ts';
import { broadcastDay } from '../../src/kernel/broadcast-day.ts';
import { auditRows, facts } from '../../src/platform/db/ground.table.ts';
import { addPerson, signIn, testService } from './http.ts';

const PHOTO = Buffer.from('\xff\xd8\xff\xe0 a signed form', 'latin1');
const today = broadcastDay(new Date().toISOString().slice(0, 10));

let service: ReturnType<typeof testService>;
let rekha: Awaited<ReturnType<typeof signIn>>;
let sunita: string;
beforeEach(async () => {
  service = testService();
  const id = await addPerson(service.app, 'rekha', 'staff', { kind: 'district', code: 'UJN' });
  rekha = await signIn(service, 'rekha');
  const by = findActivePerson(service.app.catalogue.rows, id);
  if (!by) throw new Error('nobody');
  const who = beneficiary.parse({ name: '  सुनीता   बाई ', village: 'नरवर' });
  sunita = service.app.catalogue.change((change) => insertBeneficiary(change, by, 'UJN', who));
});
afterEach(() => service.close());

function form(over: Record<string, string> = {}, file: Buffer = PHOTO) {
  const body = new FormData();
  const fields = { beneficiaryId: sunita, cable: 'true', social: 'false', givenOn: today, how: 'form', ...over };
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  body.append('evidence', new Blob([new Uint8Array(file)]), 'form.jpg');
  return body;
}
const record = (over?: Record<string, string>, file?: Buffer) =>
  rekha('/api/v1/consents', { method: 'POST', body: form(over, file) });
const inScope = (scope: 'cable' | 'social') => findConsentInScope(service.app.catalogue.rows, sunita, scope, today)?.id;
const told = () => service.app.catalogue.rows.select().from(facts).all();

describe('a consent', () => {
  it('is recorded with the photo of its form, and shown again as a reading that the trail remembers', async () => {
    expect(readBeneficiary(service.app.catalogue.rows, sunita).name).toBe('सुनीता बाई');
    const answer = await record();
    expect(answer.status).toBe(201);
    const { id } = (await answer.json()) as { id: string };
    expect([inScope('cable'), inScope('social')]).toEqual([id, undefined]);
    const shown = await rekha(`/api/v1/consents/${id}/evidence`);
    expect(Buffer.from(await shown.arrayBuffer()).equals(PHOTO)).toBe(true);
    expect(shown.headers.get('content-type')).toBe('image/jpeg');
    expect(shown.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(shown.headers.get('x-content-type-options')).toBe('nosniff');
    expect(shown.headers.get('cache-control')).toBe('private, no-store');
    const reads = service.app.catalogue.rows.select().from(auditRows).where(eq(auditRows.act, 'consent.read')).all();
    expect(reads).toHaveLength(1);
  });

  it('may come as JSON', async () => {
    const body = {
      beneficiaryId: sunita,
      cable: true,
      givenOn: today,
      how: 'form',
      evidence: PHOTO.toString('base64'),
    };
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    expect((await rekha('/api/v1/consents', init)).status).toBe(201);
  });

  it('is refused with a sentence when the file is no photo, the date lies ahead, or the token is missing', async () => {
    const page = await record({}, Buffer.from('<html><script>'));
    expect(page.status).toBe(422);
    expect(await page.json()).toMatchObject({ code: 'consent.notPhoto', message: { hi: expect.any(String) } });
    expect(await (await record({ givenOn: '2999-01-01' })).json()).toMatchObject({ code: 'consent.futureDate' });
    const forged = await rekha('/api/v1/consents', {
      method: 'POST',
      body: form(),
      headers: { 'x-csrf-token': 'forged' },
    });
    expect(forged.status).toBe(403);
    expect(inScope('cable')).toBeUndefined();
  });

  it('is withdrawn as easily as given, at once for everything, and the line hears of it once', async () => {
    const { id } = (await (await record({ social: 'true' })).json()) as { id: string };
    await record();
    expect(told()).toHaveLength(0);
    const answer = await rekha(`/api/v1/consents/${id}/withdraw`, { method: 'POST' });
    expect(await answer.json()).toEqual({ withdrawn: 2 });
    await rekha(`/api/v1/consents/${id}/withdraw`, { method: 'POST' });
    expect([inScope('cable'), inScope('social')]).toEqual([undefined, undefined]);
    expect(told()).toMatchObject([{ name: 'consent.withdrawn', subject: sunita }]);
    expect((await record()).status).toBe(201);
    expect(inScope('cable')).toBeDefined();
  });

  it('that no longer allows cable counts as a withdrawal for the line', async () => {
    await record();
    await record({ cable: 'false', social: 'true' });
    expect(told()).toMatchObject([{ name: 'consent.withdrawn' }]);
  });

  it('no longer holds without a guardian once the person is known to be a minor', async () => {
    await record();
    const { beneficiaries } = await import('../../src/domain/consent/consent.table.ts');
    service.app.catalogue.keep((rows) => rows.update(beneficiaries).set({ minor: true }).run());
    expect(inScope('cable')).toBeUndefined();
    expect((await record()).status).toBe(422);
    expect((await record({ guardian: 'सीता बाई' })).status).toBe(201);
    expect(inScope('cable')).toBeDefined();
  });

  it('is nothing to another district, and its words can never be rewritten', async () => {
    const { id } = (await (await record()).json()) as { id: string };
    await addPerson(service.app, 'dewas', 'staff', { kind: 'district', code: 'DWS' });
    const other = await signIn(service, 'dewas');
    const tries = [
      other(`/api/v1/consents/${id}`),
      other(`/api/v1/consents/${id}/evidence`),
      other(`/api/v1/consents?beneficiary=${sunita}`),
      other(`/api/v1/consents/${id}/withdraw`, { method: 'POST' }),
      other('/api/v1/consents', { method: 'POST', body: form() }),
    ];
    expect((await Promise.all(tries)).map((answer) => answer.status)).toEqual([404, 404, 404, 404, 404]);
    const { consents } = await import('../../src/domain/consent/consent.table.ts');
    expect(() => service.app.catalogue.keep((rows) => rows.update(consents).set({ social: true }).run())).toThrow();
    expect(() => service.app.catalogue.keep((rows) => rows.delete(consents).run())).toThrow();
  });
});
