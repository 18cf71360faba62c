import { FRAME_RATE } from '../../kernel/frames.ts';
import type { ClipSight, PoorReason } from '../senses/sight.ts';
import type { ChosenPart } from './choose-part.ts';
import { sharedFrames } from './weigh-sight.ts';

/** One reason for a choice of the draft. `user` is a message key. */
export interface PartNote {
  readonly code: string;
  readonly user: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

const WHY: Readonly<Record<ChosenPart['reason'], string>> = {
  marked: 'draft.why.marked',
  whole: 'draft.why.whole',
  sentences: 'draft.why.sentences',
  breath: 'draft.why.breath',
  'cut-sentence': 'draft.why.cutSentence',
  'no-speech': 'draft.why.noSpeech',
};

const AVOIDED: Readonly<Record<PoorReason, string>> = {
  black: 'draft.why.avoided.black',
  covered: 'draft.why.avoided.covered',
  frozen: 'draft.why.avoided.frozen',
  blurred: 'draft.why.avoided.blurred',
  shaky: 'draft.why.avoided.shaky',
};

// Half of the looks: then the person is the picture.
const MOSTLY = 0.5;

/** Why a part is what it is, the weightiest reason first. */
export function explainPart(part: ChosenPart, sight: ClipSight | undefined): PartNote[] {
  const params = { from: seconds(part.fromFrame), to: seconds(part.toFrame) };
  return [
    { code: part.reason, user: WHY[part.reason], params },
    ...(part.headDropped ? [{ code: 'head-dropped', user: 'draft.why.headDropped' }] : []),
    ...(sight ? seenNotes(part, sight) : []),
  ];
}

function seenNotes(part: ChosenPart, sight: ClipSight): PartNote[] {
  const looks = sight.looks.filter((look) => look.atFrame >= part.fromFrame && look.atFrame < part.toFrame);
  const faces = looks.filter((look) => look.face).length / Math.max(1, looks.length);
  const inside = new Set(sight.poor.filter((span) => sharedFrames(span, part) > 0).map((span) => span.why));
  const outside = new Set(sight.poor.map((span) => span.why).filter((why) => !inside.has(why)));
  return [
    ...(looks.length > 0 && faces >= MOSTLY ? [{ code: 'face-seen', user: 'draft.why.faceSeen' }] : []),
    ...[...outside].map((why) => ({ code: `avoided-${why}`, user: AVOIDED[why] })),
  ];
}

/** As people say it: tenths. */
function seconds(frame: number): string {
  return (frame / FRAME_RATE).toFixed(1);
}
