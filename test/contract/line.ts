import type { App } from '../../src/app.ts';
import { beneficiaries, consents } from '../../src/domain/consent/consent.table.ts';
import type { ClipFacts } from '../../src/domain/intake/index.ts';
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
  const facts = JSON.stringify(phoneFilm(durationSeconds));
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

/** What the gate measures on a portrait phone film. */
function phoneFilm(durationSeconds: number): ClipFacts {
  const picture = {
    index: 0,
    codec: 'h264',
    profile: undefined,
    width: 960,
    height: 720,
    sar: { num: 1, den: 1 },
    displayWidth: 720,
    displayHeight: 960,
    rotation: 90,
    mirrored: false,
    frames: durationSeconds * 30,
    rate: { num: 30, den: 1 },
    fps: 30,
    vfr: false,
    pixelFormat: 'yuv420p',
    fieldOrder: 'progressive',
    colour: { range: undefined, primaries: undefined, transfer: undefined, matrix: undefined },
    hdr: false,
    startSeconds: 0,
  } as const;
  const sound = { index: 1, codec: 'aac', channels: 1, layout: undefined, sampleRate: 44_100, startSeconds: 0 };
  return {
    container: 'mp4',
    demuxer: 'mov',
    durationSeconds,
    sizeBytes: 1,
    picture,
    sound,
    soundTracks: 1,
    warnings: [],
  };
}
