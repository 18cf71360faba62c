import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { App } from '../../src/app.ts';
import { createAccessToken, findActivePerson, type Person } from '../../src/domain/accounts/index.ts';
import { recallSubscriber } from '../../src/domain/delivery/index.ts';
import { listPresets, listReviewFilms } from '../../src/domain/render/index.ts';
import { deliverables } from '../../src/domain/render/render.table.ts';
import { approveSpot, CHECKLIST } from '../../src/domain/review/index.ts';
import { listCuts, sendSpot } from '../../src/domain/spots/index.ts';
import { cuts } from '../../src/domain/spots/spots.table.ts';
import { channelLogs, logPositions } from '../../src/domain/traffic/traffic.table.ts';
import { newId } from '../../src/kernel/ids.ts';
import { addPerson } from './http.ts';
import { draftOf, readyClip } from './line.ts';

export interface OnAirCut {
  readonly cutId: string;
  readonly house: string;
  readonly bytes: (preset: string) => Buffer;
}

export const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Two people who together bring spots through review. */
export async function lineCrew(app: App) {
  const find = (id: string): Person => {
    const person = findActivePerson(app.catalogue.rows, id);
    if (!person) throw new Error('nobody');
    return person;
  };
  const maker = find(await addPerson(app, 'maker', 'staff', { kind: 'district', code: 'UJN' }));
  const checker = find(await addPerson(app, 'checker', 'reviewer', { kind: 'state' }));
  return { maker, checker };
}

/** A cut of Ujjain that was approved by the real rules; its films are `film`, else bytes of ours, in every preset of the district. */
export async function approvedCut(
  app: App,
  crew: Awaited<ReturnType<typeof lineCrew>>,
  film?: Buffer,
): Promise<OnAirCut> {
  const by = { personId: crew.maker.id, district: 'UJN' };
  const spotId = draftOf(app, readyClip(app, by), by);
  const sent = sendSpot(app, crew.maker, spotId, 1500);
  if (!sent.ok) throw new Error(sent.refusal.tech);
  const cut = listCuts(app.catalogue.rows, spotId).find((one) => one.state === 'sent');
  if (!cut) throw new Error('no cut');
  const bytes = (preset: string) => film ?? Buffer.from(`${preset} film of ${cut.id} `.repeat(2000));
  for (const preset of listPresets(app.catalogue.rows, 'UJN')) {
    const { hash, sizeBytes } = await app.blobs.putBytes(bytes(preset));
    const made = { filmKey: 'k', frames: cut.lengthFrames, extension: preset === 'sd-mpeg2' ? 'mpg' : 'mp4' };
    const qc = { qc: JSON.stringify({ passed: true, checks: [] }), qcPassed: true };
    app.catalogue.keep((rows) =>
      rows
        .insert(deliverables)
        .values({ cutId: cut.id, preset, blob: hash, sizeBytes, ...made, ...qc, madeAt: app.clock.now().toISOString() })
        .run(),
    );
  }
  const parts = { ...app, dayClock: app.config.dayClock, listFilms: listReviewFilms, listPresets };
  const approved = approveSpot(parts, crew.checker, { spotId, version: 1, ticked: CHECKLIST });
  if (!approved.ok) throw new Error(approved.refusal.tech);
  const mine = approved.value.find((one) => one.cutId === cut.id);
  if (!mine) throw new Error('not approved');
  return { cutId: cut.id, house: mine.houseNumber, bytes };
}

/** A released list, as traffic writes it: `HH:MM` of the day and the cut. Answers the positions' ids. */
export function putLog(app: App, channelId: string, day: string, plays: readonly (readonly [string, OnAirCut])[]) {
  const at = app.clock.now().toISOString();
  return app.catalogue.keep((rows) => {
    rows.insert(channelLogs).values({ channelId, day, releasedAt: at, changedAt: at }).run();
    return plays.map(([time, cut], index) => {
      const id = newId();
      const [hours = 0, minutes = 0] = time.split(':').map(Number);
      const atFrame = (hours * 60 + minutes) * 60 * 25;
      rows
        .insert(logPositions)
        .values({
          id,
          channelId,
          day,
          breakId: `b${time.replace(':', '')}`,
          position: 1 + index,
          atFrame,
          cutId: cut.cutId,
          lengthFrames: 750,
        })
        .run();
      return id;
    });
  });
}

/** As the line does when consent ends: the cut is withdrawn, then delivery hears of it. */
export function withdrawCut(app: App, cut: OnAirCut): void {
  app.catalogue.change((change) => {
    change.rows.update(cuts).set({ state: 'withdrawn' }).where(eq(cuts.id, cut.cutId)).run();
    change.audit({ actor: 'system', act: 'cut.withdraw', subject: cut.cutId });
    change.tell({ name: 'cut.withdrawn', subject: cut.cutId, data: { cutId: cut.cutId } });
  });
  const fact = { name: 'cut.withdrawn', subject: cut.cutId, data: { cutId: cut.cutId } };
  app.catalogue.change((change) => {
    change.audit({ actor: 'system', act: 'fact.heard', subject: cut.cutId });
    recallSubscriber.hear(change, { ...fact, toldAt: change.at });
  });
}

/** `/o/<token>` of an operator. */
export function operatorAddress(app: App, operatorId: string): string {
  return `/o/${createAccessToken(app, 'system', 'test', { operatorId, scope: 'operator' }).token}`;
}
