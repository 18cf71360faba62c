import { explainPart } from '../../engine/film/explain-part.ts';
import { WANTED_LENGTH } from '../../engine/film/spot-length.ts';
import type { ClipSight } from '../../engine/senses/sight.ts';
import type { Catalogue } from '../../kernel/catalogue.ts';
import { FRAME_RATE, type Frames } from '../../kernel/frames.ts';
import { type ChosenCut, chooseCut, usualCutLength } from './choose-cut.ts';
import { bodyFrames, type CutOrder, type SpotDocument } from './spot-document.ts';
import { putSpotSight, type SpotSight } from './spot-sight.ts';
import { addMaker, findSpotOfClip, insertSpot, type SpokenSpan, takeNumber } from './spots.store.ts';

const WANTED_SECONDS = WANTED_LENGTH / FRAME_RATE;

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
  /** undefined: nobody looked. */
  readonly sight?: ClipSight | undefined;
  /** Speech was told by loudness alone. */
  readonly byLevel?: boolean;
  /** What the gate doubts of the clip's picture: message keys. */
  readonly doubts?: readonly string[] | undefined;
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
    const { document, chosen } = draftDocument(material);
    const id = insertSpot(change, row, { document, spoken: material.spoken });
    if (material.sight) putSpotSight(change, id, { ...keptSight(material.sight), ...choiceOf(material, chosen) });
    addMaker(change, id, material.uploadedBy);
    change.audit({ actor: 'system', act: 'spot.draft', subject: id, detail: { number, clipId } });
    change.tell({ name: 'spot.drafted', subject: id, data: { clipId } });
    return id;
  });
}

type Story = Omit<DraftMaterial, 'clipId' | 'district' | 'uploadedBy'>;

/** What a person starts from: the usual length that holds the story, its best part, without captions. */
export function firstDocument(story: Story): SpotDocument {
  return draftDocument(story).document;
}

function draftDocument(story: Story): { document: SpotDocument; chosen: ChosenCut } {
  const { beneficiary, scheme, clipFrames, spoken, sight } = story;
  const clip = { clipFrames, speech: spoken, sight };
  const chosen = chooseCut(clip, usualCutLength(clip));
  const document: SpotDocument = {
    name: beneficiary.name,
    village: beneficiary.village,
    scheme,
    benefit: beneficiary.benefit,
    cues: [],
    cuts: [chosen.cut],
    look: 'sober',
    music: 'look',
    language: 'hi',
  };
  return { document, chosen };
}

function choiceOf(
  { sight, byLevel, doubts = [], clipFrames }: DraftMaterial,
  { cut, part }: ChosenCut,
): Pick<SpotSight, 'why' | 'from'> {
  const why = [
    ...(sight?.lies ? [{ code: 'lies', user: 'draft.lies' }] : []),
    ...doubts.map((user) => ({ code: 'doubted', user })),
    ...shorterNote(clipFrames, cut.lengthSeconds),
    ...(part ? explainPart(part, sight) : []),
    ...(byLevel ? [{ code: 'by-level', user: 'draft.byLevel' }] : []),
    ...(sight?.faceless ? [{ code: 'faces-unseen', user: 'draft.facesUnseen' }] : []),
  ];
  return { why, from: part?.fromFrame ?? 0 };
}

/** A clip that does not fill the length that is wanted of every spot, and what became of it. */
function shorterNote(clipFrames: Frames, length: CutOrder['lengthSeconds']): SpotSight['why'] {
  if (clipFrames >= bodyFrames(WANTED_SECONDS)) return [];
  const have = Math.floor((clipFrames * 10) / FRAME_RATE) / 10;
  return [{ code: 'shorter', user: 'film.warn.shorter', params: { have, want: WANTED_SECONDS, length } }];
}

function keptSight({ poor, looks, needs, measured, lies }: ClipSight): Omit<SpotSight, 'why' | 'from'> {
  return { poor: [...poor], looks: [...looks], needs: [...needs], measured, ...(lies && { lies }) };
}
