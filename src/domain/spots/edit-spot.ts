import type { Catalogue } from '../../kernel/catalogue.ts';
import { StaleVersionError } from '../../kernel/etag.ts';
import { refuseLetters } from '../../kernel/letters.ts';
import { allow, type Decision, refuse } from '../../kernel/refusal.ts';
import type { Person } from '../accounts/index.ts';
import { decideEdit } from './spot.ts';
import type { SpotDocument } from './spot-document.ts';
import { putSpotSight } from './spot-sight.ts';
import { addMaker, getSpot, type Spot, saveDocument, setSpotState } from './spots.store.ts';

interface Parts {
  readonly catalogue: Catalogue;
}

/** Saves the document if nobody saved another since `version`; throws StaleVersionError otherwise, and loses nothing. */
export function editSpot(
  { catalogue }: Parts,
  by: Person,
  edit: { spotId: string; version: number; document: SpotDocument },
): Decision<Spot> {
  const spot = getSpot(catalogue.rows, by, edit.spotId);
  const allowed = decideEdit(spot.state);
  if (!allowed.ok) return allowed;
  const long = refuseLetters('name', edit.document.name) ?? refuseLetters('place', edit.document.village);
  if (long) return refuse(long);
  if (spot.version !== edit.version) throw new StaleVersionError(spot.version);
  if (JSON.stringify(spot.document) === JSON.stringify(edit.document)) return allow(spot);
  catalogue.change((change) => {
    // Read again inside the transaction: the version may have moved between the check and here.
    const now = getSpot(change.rows, by, edit.spotId);
    if (now.version !== edit.version) throw new StaleVersionError(now.version);
    const version = saveDocument(change, now, edit.document, by.id);
    change.audit({ actor: by.id, act: 'spot.edit', subject: spot.id, detail: { version } });
  });
  return allow(getSpot(catalogue.rows, by, edit.spotId));
}

/** After a return another clip of the same beneficiary may take the first one's place; captions stay for the maker to check. */
export function swapClip(
  { catalogue }: Parts,
  by: Person,
  swap: { spotId: string; clip: { id: string; district: string; beneficiaryId: string } },
): Decision<Spot> {
  const spot = getSpot(catalogue.rows, by, swap.spotId);
  const allowed = decideEdit(spot.state);
  if (!allowed.ok) return allowed;
  if (swap.clip.beneficiaryId !== spot.beneficiaryId || swap.clip.district !== spot.district) {
    return refuse({
      code: 'spot.otherPerson',
      user: 'spot.otherPerson',
      tech: 'the clip is of another beneficiary or district',
    });
  }
  catalogue.change((change) => {
    setSpotState(change, spot.id, { state: spot.state, clipId: swap.clip.id });
    // What was seen was the other clip.
    putSpotSight(change, spot.id, undefined);
    addMaker(change, spot.id, by.id);
    change.audit({ actor: by.id, act: 'spot.swapClip', subject: spot.id, detail: { clipId: swap.clip.id } });
  });
  return allow(getSpot(catalogue.rows, by, swap.spotId));
}
