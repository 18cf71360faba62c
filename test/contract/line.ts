import type { App } from '../../src/app.ts';
import { beneficiaries, consents } from '../../src/domain/consent/consent.table.ts';
import { clips } from '../../src/domain/intake/intake.table.ts';
import { deliverables } from '../../src/domain/render/render.table.ts';
import { draftSpot } from '../../src/domain/spots/index.ts';
import { frames } from '../../src/kernel/frames.ts';
import { newId } from '../../src/kernel/ids.ts';

const HASH = 'a'.repeat(64);

/** A checked clip of 60 s with its beneficiary and consent, as intake leaves it; rows only, no films. */
export function readyClip(
  app: App,
  by: { personId: string; district: string },
  scope = { cable: true },
  durationSeconds = 60,
) {
  const [beneficiaryId, clipId, consentId] = [newId(), newId(), newId()];
  const at = app.clock.now().toISOString();
  const facts = JSON.stringify({
    container: 'mov',
    durationSeconds,
    width: 720,
    height: 960,
    rotation: 90,
    fps: 30,
    codec: 'h264',
    audio: {},
    warnings: [],
  });
  app.catalogue.keep((rows) => {
    rows
      .insert(beneficiaries)
      .values({
        id: beneficiaryId,
        district: by.district,
        name: 'सुनीता बाई',
        village: 'ग्राम नरवर',
        scheme: 'PMA',
        createdBy: by.personId,
        createdAt: at,
      })
      .run();
    rows
      .insert(consents)
      .values({
        id: consentId,
        beneficiaryId,
        noticeVersion: '1',
        language: 'hi',
        cable: scope.cable,
        social: true,
        givenOn: at.slice(0, 10),
        how: 'form',
        evidenceHash: HASH,
        evidenceType: 'image/jpeg',
        recordedBy: by.personId,
        recordedAt: at,
      })
      .run();
    rows
      .insert(clips)
      .values({
        id: clipId,
        district: by.district,
        number: `${by.district}-K${clipId.slice(0, 4)}`,
        state: 'ready',
        originalHash: HASH,
        originalBytes: 1,
        fileName: 'a.mp4',
        uploadedBy: by.personId,
        beneficiaryId,
        scheme: 'PMA',
        facts,
        posterHash: HASH,
        proxyHash: HASH,
        createdAt: at,
      })
      .run();
  });
  return { beneficiaryId, clipId, consentId };
}

export function draftOf(
  app: App,
  clip: ReturnType<typeof readyClip>,
  by: { personId: string; district: string },
): string {
  const beneficiary = { id: clip.beneficiaryId, name: 'सुनीता बाई', village: 'ग्राम नरवर', benefit: '' };
  return draftSpot(app, {
    clipId: clip.clipId,
    district: by.district,
    uploadedBy: by.personId,
    beneficiary,
    scheme: 'PMA',
    clipFrames: frames(1500),
    spoken: [],
  });
}

/** As if the render had made it. */
export function putFilm(app: App, cutId: string, preset: string, qcPassed = true): void {
  const row = {
    cutId,
    preset,
    filmKey: 'k',
    blob: HASH,
    sizeBytes: 1,
    frames: 750,
    extension: 'mp4',
    qc: JSON.stringify({ passed: qcPassed, checks: [] }),
    qcPassed,
    madeAt: app.clock.now().toISOString(),
  };
  app.catalogue.keep((rows) => rows.insert(deliverables).values(row).run());
}
