import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clips } from '../../src/domain/intake/intake.table.ts';
import { compareSpotHelp } from '../../src/domain/render/index.ts';
import { draftSpot, findSpot } from '../../src/domain/spots/index.ts';
import { gateFilm } from '../../src/engine/ffmpeg/gate.ts';
import type { SightMeasures, SightNeed } from '../../src/engine/senses/sight.ts';
import { frames } from '../../src/kernel/frames.ts';
import { addPerson, signIn, testService } from '../contract/http.ts';
import { readyClip } from '../contract/line.ts';
import { makeFilm, projectRoot } from './lavfi.ts';

let service: ReturnType<typeof testService>;
let fetch: Awaited<ReturnType<typeof signIn>>;
let spotId: string;

// As a dark clip from a walk measures.
const measured: SightMeasures = { shake: 0.6, noise: 3.2, light: 34, highlight: 80, bright: 0 };
const needs: SightNeed[] = ['steadier', 'cleaner', 'brighter'];

beforeAll(async () => {
  service = testService();
  const { app, folder } = service;
  const personId = await addPerson(app, 'maker', 'staff', { kind: 'district', code: 'UJN' });
  const clip = readyClip(app, { personId, district: 'UJN' }, { cable: true }, 14);
  const person = join(projectRoot, 'presets/demo/clips/awas-sunita.mp4');
  const dark = ['-vf', "lutyuv=y='16+(val-16)*0.2'", '-an', '-c:v', 'libx264', '-preset', 'ultrafast'];
  const path = makeFilm(join(folder, 'dark.mp4'), ['-t', '5', '-i', person, ...dark]);
  const { facts } = await gateFilm((await app.media()).runner, path, 'clip');
  const { hash } = await app.blobs.putFile(path);
  app.catalogue.keep((rows) => {
    rows.run('DROP TRIGGER clips_original_stays');
    const stored = { originalHash: hash, facts: JSON.stringify({ ...facts, warnings: [] }) };
    rows.update(clips).set(stored).where(eq(clips.id, clip.clipId)).run();
  });
  spotId = draftSpot(app, {
    clipId: clip.clipId,
    district: 'UJN',
    uploadedBy: personId,
    beneficiary: { id: clip.beneficiaryId, name: 'सुनीता बाई', village: '', benefit: '' },
    scheme: 'PMA',
    clipFrames: frames(125),
    spoken: [],
    sight: { poor: [], looks: [], needs, measured },
  });
  fetch = await signIn(service, 'maker');
});
afterAll(() => service.close());

/** Mean lightness of the left and the right half. */
function halves(bytes: Buffer): number[] {
  const path = join(service.folder, 'compared');
  writeFileSync(path, bytes);
  return ['0', 'iw/2'].map((x) => {
    const words = ['-i', path, '-vf', `crop=iw/2:ih:${x}:0,scale=1:1:flags=area,format=gray`];
    const out = ['-frames:v', '1', '-f', 'rawvideo', '-'];
    return spawnSync('ffmpeg', ['-nostdin', '-v', 'error', ...words, ...out]).stdout[0] ?? -1;
  });
}

function getSpotOf(id: string) {
  const spot = findSpot(service.app.catalogue.rows, id);
  if (!spot) throw new Error('no spot');
  return spot;
}

describe('the helps of My spot', () => {
  it('stand there as switches with what was measured, off until somebody wants them', async () => {
    const page = await (await fetch(`/spots/${spotId}`)).text();
    expect(page.match(/data-state="needed"/g)).toHaveLength(3);
    expect(page).toContain('60%');
    expect(page).not.toMatch(/name="help\.\w+"[^>]*checked/);
  });

  it('show themselves on the clip, before on the left and after on the right', async () => {
    const answer = await fetch(`/spots/${spotId}/helps/exposure`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    const [before = 0, after = 0] = halves(Buffer.from(await answer.arrayBuffer()));
    expect(after).toBeGreaterThan(before + 25);
    const grain = await fetch(`/spots/${spotId}/helps/denoise`);
    expect([grain.status, grain.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
  });

  it('show steadying as a film, for a shake is not seen in a picture', async () => {
    const answer = await fetch(`/spots/${spotId}/helps/steady`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'video/mp4']);
    const path = join(service.folder, 'compared.mp4');
    writeFileSync(path, Buffer.from(await answer.arrayBuffer()));
    const words = ['-v', 'error', '-count_frames', '-show_entries', 'stream=nb_read_frames', '-of', 'csv=p=0', path];
    expect(Number(spawnSync('ffprobe', words, { encoding: 'utf8' }).stdout)).toBe(60);
    // Kept: the second look is the same bytes.
    const again = await fetch(`/spots/${spotId}/helps/steady`);
    expect(Buffer.from(await again.arrayBuffer()).equals(readFileSync(path))).toBe(true);
  });

  it('show steadying on the clip’s proxy, which is quick to read, where it is there', async () => {
    const { app, folder } = service;
    const proxy = makeFilm(join(folder, 'proxy.mp4'), [
      ...['-f', 'lavfi', '-i', 'testsrc2=s=320x180:r=25:d=5'],
      ...['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p'],
    ]);
    const { hash: proxyHash } = await app.blobs.putFile(proxy);
    const spot = getSpotOf(spotId);
    app.catalogue.keep((rows) => rows.update(clips).set({ proxyHash }).where(eq(clips.id, spot.clipId)).run());
    const { runner, capabilities } = await app.media();
    const compared = await compareSpotHelp({ ...app, media: { runner, capabilities } }, { spot, help: 'steady' });
    const path = join(folder, 'small.mp4');
    writeFileSync(path, compared?.bytes ?? '');
    // The test picture's corner is bright; the dark clip has nothing like it.
    expect(halves(readFileSync(path)).every((light) => light > 60)).toBe(true);
  });

  it('are no others than these', async () => {
    expect((await fetch(`/spots/${spotId}/helps/beauty`)).status).toBe(404);
  });

  it('are saved by the form without a script, and taken back', async () => {
    const { version, document } = findSpot(service.app.catalogue.rows, spotId) ?? {};
    const fields = { version: String(version), name: 'सुनीता बाई', village: '', scheme: 'PMA', look: 'sober' };
    const cut = { length: String(document?.cuts[0]?.lengthSeconds), from: String(document?.cuts[0]?.fromFrame) };
    const send = async (more: Record<string, string>) => {
      const now = findSpot(service.app.catalogue.rows, spotId)?.version;
      const body = new URLSearchParams({ ...fields, ...cut, ...more, version: String(now) });
      expect((await fetch(`/spots/${spotId}`, { method: 'POST', body, redirect: 'manual' })).status).toBe(303);
      return findSpot(service.app.catalogue.rows, spotId)?.document.helps;
    };
    expect(await send({ 'help.steady': 'on', 'help.exposure': 'on' })).toEqual(['steady', 'exposure']);
    expect(await (await fetch(`/spots/${spotId}`)).text()).toMatch(/name="help\.steady"[^>]*checked/);
    expect(await send({})).toBeUndefined();
  });
});
