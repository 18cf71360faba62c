import { createReadStream, statSync } from 'node:fs';
import type { App } from '../../app.ts';
import type { Person } from '../../domain/accounts/index.ts';
import { type Evidence, listConsents, recordConsent, storeEvidence } from '../../domain/consent/index.ts';
import { type Clip, finishUpload, listClips, saveWho, takeWholeFilm } from '../../domain/intake/index.ts';
import { addDays } from '../../kernel/broadcast-day.ts';
import { unwrap } from '../../kernel/refusal.ts';
import type { CastMember } from './cast.ts';
import type { DemoClock } from './demo-clock.ts';
import { drawConsentForm } from './draw-form.ts';

/** The day on which somebody was filmed, signed and was sent on, from today: four days before the film first ran, or yesterday. */
export function filmedOn({ runs }: Pick<CastMember, 'runs'>): number {
  return runs.length > 0 ? Math.min(...runs.map((run) => run.from)) - 4 : -1;
}

/** The clip of a film, if it was sent before. */
export function findMembersClip(app: App, by: Person, { id, district }: CastMember): Clip | undefined {
  const { clips } = listClips(app.catalogue.rows, by, { limit: 1000 });
  return clips.find((clip) => clip.fileName === `${id}.mp4` && clip.district === district);
}

/** Brings the clip, says whose it is, and records the consent, as staff do on three screens; what is done stays done. */
export async function sendClip(app: App, clock: DemoClock, by: Person, member: CastMember): Promise<Clip> {
  return clock.on(filmedOn(member), 11, async () => {
    const clip = findMembersClip(app, by, member) ?? (await upload(app, by, member));
    const { clip: film, person, village } = member;
    const who = { name: person.hi, nameLatin: person.en, village, scheme: film.scheme, changeLine: film.quote.hi };
    const beneficiaryId = clip.beneficiaryId ?? saveWho(app, by, clip.id, { ...who, minor: false }).beneficiaryId;
    if (member.goal === 'consentMissing' || listConsents(app.catalogue.rows, beneficiaryId).length > 0) return clip;
    const how = film.consent.given === 'recording' ? 'spoken' : 'form';
    const givenOn = addDays(clock.today(), filmedOn(member));
    const form = {
      how,
      givenOn,
      language: 'hi',
      cable: true,
      social: film.consent.scope.includes('social'),
    } as const;
    const evidence = await keepEvidence(app, member, form);
    unwrap(recordConsent(app, by, beneficiaryId, { form, evidence }));
    return clip;
  });
}

async function upload(app: App, by: Person, { id, district, clip }: CastMember): Promise<Clip> {
  const metadata = { filename: `${id}.mp4`, district, scheme: clip.scheme };
  const announcedBytes = statSync(clip.file).size;
  const sent = await takeWholeFilm(app, by, { announcedBytes, metadata }, createReadStream(clip.file));
  await finishUpload(app, sent.id);
  const [newest] = listClips(app.catalogue.rows, by, { ids: [sent.clipId], limit: 1 }).clips;
  if (!newest) throw new Error(`upload ${sent.id} has no clip`);
  return newest;
}

/** A drawn form, or the film itself, in which the person speaks. */
async function keepEvidence(
  app: App,
  member: CastMember,
  { how, givenOn }: { how: 'form' | 'spoken'; givenOn: string },
): Promise<Evidence> {
  const { clip, person, village } = member;
  if (how === 'spoken') return unwrap(await storeEvidence(app, how, createReadStream(clip.file)));
  const form = await drawConsentForm({ name: person.hi, village, givenOn });
  return unwrap(await storeEvidence(app, how, onePiece(form)));
}

async function* onePiece(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}
