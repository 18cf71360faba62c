import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findActivePerson } from '../../src/domain/accounts/index.ts';
import { clips } from '../../src/domain/intake/intake.table.ts';
import { listDeliverables, listPresets } from '../../src/domain/render/index.ts';
import { editSpot, findSpot, findSpotOfClip, listCuts, sendSpot, takeBackSpot } from '../../src/domain/spots/index.ts';
import { frames } from '../../src/kernel/frames.ts';
import { startWork } from '../../src/worker/start-work.ts';
import { addPerson, testService } from '../contract/http.ts';
import { readyClip } from '../contract/line.ts';
import { gatedFacts } from './gated-facts.ts';

const CLIP = join(import.meta.dirname, '../../presets/demo/clips/awas-sunita.mp4');
let service: ReturnType<typeof testService>;
let work: ReturnType<typeof startWork>;

beforeAll(() => {
  service = testService({ PRERNA_WORKERS: '1' });
  work = startWork(service.app);
});
afterAll(async () => {
  await work.stop();
  await service.close();
});

/** Waits until a job queue's work shows; a hung job is the test's time limit. */
async function until<T>(look: () => T | undefined): Promise<T> {
  for (;;) {
    const found = look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('a checked clip', () => {
  it('is drafted where it is spoken in, and a sent draft becomes measured films, one for each preset; sent again with another word, only that is made', async () => {
    const { app } = service;
    const { rows } = app.catalogue;
    const personId = await addPerson(app, 'maker', 'staff', { kind: 'district', code: 'UJN' });
    const maker = findActivePerson(rows, personId);
    if (!maker) throw new Error('nobody');
    const { clipId, beneficiaryId } = readyClip(app, { personId, district: 'UJN' }, { cable: true }, 14);
    const copy = join(service.folder, 'clip.mp4');
    copyFileSync(CLIP, copy);
    const blob = await app.blobs.putFile(copy);
    const facts = await gatedFacts(app, CLIP);
    app.catalogue.keep((r) => {
      r.run('DROP TRIGGER clips_original_stays');
      r.update(clips).set({ originalHash: blob.hash, proxyHash: blob.hash, facts }).where(eq(clips.id, clipId)).run();
    });
    app.catalogue.change((change) => {
      change.tell({ name: 'clip.ready', subject: clipId, data: { clipId, beneficiaryId } });
      change.audit({ actor: 'system', act: 'test.ready', subject: clipId });
    });

    const spot = await until(() => {
      const [job] = app.jobs.desk.list({ subject: clipId });
      if (job?.lastError) throw new Error(job.lastError);
      return findSpotOfClip(rows, clipId);
    });
    expect(spot.spoken.length).toBeGreaterThan(0);
    expect(spot.document.cuts[0]?.lengthSeconds).toBe(15);

    const cues = [
      { startFrame: frames(20), endFrame: frames(90), text: 'पहले बारिश में छत टपकती थी, अब हम पक्के घर में रहते हैं।' },
    ];
    expect(
      editSpot(app, maker, {
        spotId: spot.id,
        version: 1,
        document: { ...spot.document, cues, cuts: [{ lengthSeconds: 10, fromFrame: frames(0) }] },
      }).ok,
    ).toBe(true);
    expect(sendSpot(app, maker, spot.id, frames(14 * 25)).ok).toBe(true);
    const [cut] = listCuts(rows, spot.id);
    if (!cut) throw new Error('no cut');
    const presets = listPresets(rows, 'UJN');
    const films = await until(() => {
      const made = listDeliverables(rows, [cut.id]);
      const [job] = app.jobs.desk.list({ subject: spot.id });
      if (job?.lastError) throw new Error(job.lastError);
      return made.length === presets.length ? made : undefined;
    });
    expect(films.map((film) => film.preset)).toEqual(presets);
    for (const film of films) {
      const failed = film.qc.checks.filter((check) => check.passed === false);
      expect({ preset: film.preset, failed }).toEqual({ preset: film.preset, failed: [] });
      expect(film).toMatchObject({ frames: 250, qcPassed: true });
      expect(await app.blobs.stat(film.blob)).toMatchObject({ sizeBytes: film.sizeBytes });
    }

    // A word is corrected: what it does not touch is kept.
    expect(takeBackSpot(app, maker, spot.id).ok).toBe(true);
    const back = findSpot(rows, spot.id);
    if (!back) throw new Error('no spot');
    const corrected = cues.map((cue) => ({ ...cue, text: cue.text.replace('हम', 'हम सब') }));
    const document = { ...back.document, cues: corrected };
    expect(editSpot(app, maker, { spotId: spot.id, version: back.version, document }).ok).toBe(true);
    expect(sendSpot(app, maker, spot.id, frames(14 * 25)).ok).toBe(true);
    const again = listCuts(rows, spot.id).find(({ state }) => state === 'sent');
    if (!again) throw new Error('no second cut');
    const remade = await until(() => {
      const [job] = app.jobs.desk.list({ subject: spot.id });
      if (job?.lastError) throw new Error(job.lastError);
      const made = listDeliverables(rows, [again.id]);
      return made.length === presets.length ? made : undefined;
    });
    expect(remade.map((film) => film.qcPassed)).toEqual(presets.map(() => true));
    const told = rows.get<{ detail: string }>(
      sql`SELECT detail FROM audit_rows WHERE act = 'cut.render' AND subject = ${again.id}`,
    );
    expect(JSON.parse(told.detail)).toMatchObject({ whole: null });
    expect(JSON.parse(told.detail).remade).toBeLessThan(0.7);
    // Several encoders share two cores with whatever else runs.
  }, 300_000);
});
