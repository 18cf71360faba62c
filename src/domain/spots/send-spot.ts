import { and, eq } from 'drizzle-orm';
import { hasLongNumber } from '../../engine/captions/spoken-number.ts';
import { refuseShort } from '../../engine/ffmpeg/film-refusals.ts';
import type { Catalogue } from '../../kernel/catalogue.ts';
import { leastClipFor, SHORTEST_SOLD } from '../../kernel/film-length.ts';
import { FRAME_RATE, frames } from '../../kernel/frames.ts';
import { newId } from '../../kernel/ids.ts';
import { allow, type Decision, refuse } from '../../kernel/refusal.ts';
import type { Person } from '../accounts/index.ts';
import { decideMove } from './spot.ts';
import { cutEnd, type SpotDocument } from './spot-document.ts';
import { decideFigure } from './spot-figure.ts';
import { addMaker, getSpot, type Spot, setSpotState } from './spots.store.ts';
import { cuts } from './spots.table.ts';

interface Parts {
  readonly catalogue: Catalogue;
}

/** Sends the document to review: its cuts are fixed and ordered to be made. `clipFrames` is the clip's length. */
export function sendSpot({ catalogue }: Parts, by: Person, spotId: string, clipFrames: number): Decision<Spot> {
  const spot = getSpot(catalogue.rows, by, spotId);
  const decision = decideSend(spot, clipFrames);
  if (!decision.ok) return decision;
  catalogue.change((change) => {
    const { rows } = change;
    rows
      .update(cuts)
      .set({ state: 'dropped' })
      .where(and(eq(cuts.spotId, spotId), eq(cuts.state, 'sent')))
      .run();
    for (const cut of spot.document.cuts) {
      const lengthFrames = frames(cut.lengthSeconds * FRAME_RATE);
      rows
        .insert(cuts)
        .values({
          id: newId(),
          spotId,
          spotVersion: spot.version,
          lengthFrames,
          language: spot.document.language,
          state: 'sent',
        })
        .run();
    }
    setSpotState(change, spotId, { state: 'inReview', sentBy: by.id, sentAt: change.at.toISOString() });
    addMaker(change, spotId, by.id);
    change.audit({
      actor: by.id,
      act: 'spot.send',
      subject: spotId,
      detail: { version: spot.version, cuts: spot.document.cuts.length },
    });
    change.tell({ name: 'spot.sent', subject: spotId, data: { version: spot.version } });
  });
  return allow(getSpot(catalogue.rows, by, spotId));
}

/** Takes a sent spot back to mend it; possible until it is approved. */
export function takeBackSpot({ catalogue }: Parts, by: Person, spotId: string): Decision<Spot> {
  const spot = getSpot(catalogue.rows, by, spotId);
  const move = decideMove(spot.state, 'draft');
  if (!move.ok) return move;
  catalogue.change((change) => {
    change.rows
      .update(cuts)
      .set({ state: 'dropped' })
      .where(and(eq(cuts.spotId, spotId), eq(cuts.state, 'sent')))
      .run();
    setSpotState(change, spotId, { state: 'draft' });
    change.audit({ actor: by.id, act: 'spot.takeBack', subject: spotId });
    change.tell({ name: 'spot.takenBack', subject: spotId, data: {} });
  });
  return allow(getSpot(catalogue.rows, by, spotId));
}

/** What must be right before anybody else is asked to look. */
export function decideSend(spot: Pick<Spot, 'state' | 'document'>, clipFrames: number): Decision<void> {
  const move = decideMove(spot.state, 'inReview');
  if (!move.ok) return move;
  const tooLong = spot.document.cuts.find((cut) => cutEnd(cut) > clipFrames);
  if (tooLong) {
    // Whatever is chosen, the clip fills none: only a longer one helps.
    const least = leastClipFor(SHORTEST_SOLD);
    if (clipFrames < least) return refuse(refuseShort(clipFrames / FRAME_RATE, least));
    const params = { length: tooLong.lengthSeconds };
    return refuse({ code: 'spot.clipShort', user: 'spot.clipShort', tech: 'the clip does not fill the cut', params });
  }
  const figure = decideFigure(spot.document, clipFrames);
  if (!figure.ok) return figure;
  const numbered = findPersonalNumber(spot.document);
  if (numbered)
    return refuse({
      code: 'spot.personalNumber',
      user: 'spot.personalNumber',
      tech: 'a caption holds a long number',
      params: { text: numbered },
    });
  return allow(undefined);
}

/** The first text that holds somebody's phone, account or Aadhaar number, in digits or in words. */
function findPersonalNumber(document: SpotDocument): string | undefined {
  const { name, village, benefit, figure = '' } = document;
  const texts = [name, village, benefit, figure, ...document.cues.map((cue) => cue.text)];
  return texts.find(hasLongNumber);
}
