import type { App } from '../../src/app.ts';
import { findActivePerson } from '../../src/domain/accounts/index.ts';
import { listPresets, listReviewFilms } from '../../src/domain/render/index.ts';
import { approveSpot, CHECKLIST } from '../../src/domain/review/index.ts';
import { listCuts, sendSpot } from '../../src/domain/spots/index.ts';
import { draftOf, putFilm, readyClip } from './line.ts';

export function personOf(app: App, id: string) {
  const person = findActivePerson(app.catalogue.rows, id);
  if (!person) throw new Error('nobody');
  return person;
}

/** A spot sent by its maker and approved by a second person; films are rows only. */
export function approvedCut(app: App, people: { makerId: string; reviewerId: string; district: string }) {
  const by = { personId: people.makerId, district: people.district };
  const clip = readyClip(app, by);
  const spotId = draftOf(app, clip, by);
  sendSpot(app, personOf(app, people.makerId), spotId, 1500);
  const [cut] = listCuts(app.catalogue.rows, spotId);
  if (!cut) throw new Error('no cut');
  for (const preset of listPresets(app.catalogue.rows, people.district)) putFilm(app, cut.id, preset);
  const parts = { ...app, dayClock: app.config.dayClock, listFilms: listReviewFilms, listPresets };
  const wish = { spotId, version: 1, ticked: CHECKLIST };
  const approved = approveSpot(parts, personOf(app, people.reviewerId), wish);
  if (!approved.ok) throw new Error(approved.refusal.tech);
  const [named] = approved.value;
  if (!named) throw new Error('no house number');
  return { ...clip, spotId, cutId: cut.id, house: named.houseNumber, lengthFrames: cut.lengthFrames };
}
