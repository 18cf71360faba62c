import type { ChosenPart } from '../../engine/film/choose-part.ts';
import { explainPart } from '../../engine/film/explain-part.ts';
import type { ClipSight } from '../../engine/senses/sight.ts';
import type { Catalogue } from '../../kernel/catalogue.ts';
import type { Frames } from '../../kernel/frames.ts';
import { chooseCut, usualCutLength } from './choose-cut.ts';
import type { SpotDocument } from './spot-document.ts';
import { putSpotSight, type SpotSight } from './spot-sight.ts';
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
  /** undefined: nobody looked. */
  readonly sight?: ClipSight | undefined;
  /** Speech was told by loudness alone. */
  readonly byLevel?: boolean;
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
    const { document, part } = draftDocument(material);
    const id = insertSpot(change, row, { document, spoken: material.spoken });
    if (material.sight) putSpotSight(change, id, { ...keptSight(material.sight), ...choiceOf(material, part) });
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

function draftDocument(story: Story): { document: SpotDocument; part: ChosenPart | undefined } {
  const { beneficiary, scheme, clipFrames, spoken, sight } = story;
  const clip = { clipFrames, speech: spoken, sight };
  const { cut, part } = chooseCut(clip, usualCutLength(clip));
  const document: SpotDocument = {
    name: beneficiary.name,
    village: beneficiary.village,
    scheme,
    benefit: beneficiary.benefit,
    cues: [],
    cuts: [cut],
    look: 'sober',
    music: 'look',
    language: 'hi',
  };
  return { document, part };
}

function choiceOf({ sight, byLevel }: DraftMaterial, part: ChosenPart | undefined): Pick<SpotSight, 'why' | 'from'> {
  const why = [
    ...(part ? explainPart(part, sight) : []),
    ...(byLevel ? [{ code: 'by-level', user: 'draft.byLevel' }] : []),
    ...(sight?.faceless ? [{ code: 'faces-unseen', user: 'draft.facesUnseen' }] : []),
  ];
  return { why, from: part?.fromFrame ?? 0 };
}

function keptSight({ poor, looks, needs, measured }: ClipSight): Omit<SpotSight, 'why' | 'from'> {
  return { poor: [...poor], looks: [...looks], needs: [...needs], measured };
}
