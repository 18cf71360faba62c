import type { Catalogue } from '../../kernel/catalogue.ts';
import { FRAME_RATE, type Frames, frames } from '../../kernel/frames.ts';
import { bodyFrames, CUT_LENGTHS, type SpotDocument } from './spot-document.ts';
import { addMaker, findSpotOfClip, insertSpot, type SpokenSpan, takeNumber } from './spots.store.ts';

export interface DraftMaterial {
  readonly clipId: string;
  readonly district: string;
  readonly uploadedBy: string;
  readonly beneficiary: {
    readonly id: string;
    readonly name: string;
    readonly village: string;
    readonly benefit: string;
  };
  readonly scheme: string;
  readonly clipFrames: Frames;
  readonly spoken: readonly SpokenSpan[];
}

/** Makes the spot of a clip with a first document; answers the one that is there when it was drafted before. */
export function draftSpot({ catalogue }: { catalogue: Catalogue }, material: DraftMaterial): string {
  const before = findSpotOfClip(catalogue.rows, material.clipId);
  if (before) return before.id;
  return catalogue.change((change) => {
    const number = `${material.district}-${String(takeNumber(change, material.district)).padStart(4, '0')}`;
    const { clipId, district, scheme } = material;
    const row = {
      number,
      district,
      clipId,
      scheme,
      beneficiaryId: material.beneficiary.id,
      state: 'draft',
      createdBy: material.uploadedBy,
    } as const;
    const id = insertSpot(change, row, { document: firstDocument(material), spoken: material.spoken });
    addMaker(change, id, material.uploadedBy);
    change.audit({ actor: 'system', act: 'spot.draft', subject: id, detail: { number, clipId } });
    change.tell({ name: 'spot.drafted', subject: id, data: { clipId } });
    return id;
  });
}

/** What a person starts from: the longest usual length that the clip fills, begun on a word, without captions. */
export function firstDocument({
  beneficiary,
  scheme,
  clipFrames,
  spoken,
}: Omit<DraftMaterial, 'clipId' | 'district' | 'uploadedBy'>): SpotDocument {
  const lengthSeconds = chooseLength(clipFrames);
  return {
    name: beneficiary.name,
    village: beneficiary.village,
    scheme,
    benefit: beneficiary.benefit,
    cues: [],
    cuts: [{ lengthSeconds, fromFrame: chooseStart(clipFrames, bodyFrames(lengthSeconds), spoken) }],
    look: 'sober',
    language: 'hi',
  };
}

// 30 s is what cable breaks are sold in; shorter only when the clip cannot fill it.
const USUAL_LENGTHS = CUT_LENGTHS.filter((length) => length <= 30);

function chooseLength(clipFrames: Frames): SpotDocument['cuts'][number]['lengthSeconds'] {
  const filled = USUAL_LENGTHS.filter((length) => bodyFrames(length) <= clipFrames);
  return filled.at(-1) ?? CUT_LENGTHS[0];
}

// A breath before the first word, so that it is not bitten off.
const LEAD_FRAMES = Math.round(0.2 * FRAME_RATE);

/** The start at which the body holds most speech, among the starts of spans; the earliest of equals. */
function chooseStart(clipFrames: Frames, body: Frames, spoken: readonly SpokenSpan[]): Frames {
  const last = Math.max(0, clipFrames - body);
  const starts = [0, ...spoken.map((span) => span.fromFrame - LEAD_FRAMES)].map((start) =>
    Math.min(Math.max(0, start), last),
  );
  const speech = (from: number) =>
    spoken.reduce(
      (sum, span) => sum + Math.max(0, Math.min(span.toFrame, from + body) - Math.max(span.fromFrame, from)),
      0,
    );
  const best = starts.reduce((chosen, start) => (speech(start) > speech(chosen) ? start : chosen));
  return frames(best);
}
