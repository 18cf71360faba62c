export { chooseCut } from './choose-cut.ts';
export {
  type ClipStand,
  countStandingClips,
  listStandingClips,
  type StandingClip,
} from './clip-stands.ts';
export { draftSpot, firstDocument } from './draft-spot.ts';
export { editSpot, swapClip } from './edit-spot.ts';
export { draftReadyClips } from './hear-clip-ready.ts';
export { decideSend, sendSpot, takeBackSpot } from './send-spot.ts';
export { setCutRecalled } from './set-cut-recalled.ts';
export { decideMove, nextStates, type SpotState } from './spot.ts';
export {
  bodyFrames,
  CUT_LENGTHS,
  type CutOrder,
  clipFrames,
  cutEnd,
  LOOKS,
  type SpotDocument,
  spotDocument,
} from './spot-document.ts';
export { decideFigure, suggestFigures } from './spot-figure.ts';
export { findSpotSight, type SpotSight } from './spot-sight.ts';
export {
  type Cut,
  findCut,
  findCutByHouse,
  findSpot,
  findSpotOfClip,
  getSpot,
  listBeneficiarySpots,
  listCuts,
  listMakers,
  listSpots,
  type SpokenSpan,
  type Spot,
  setSpotState,
  takeNumber,
} from './spots.store.ts';
export { timeCaptions } from './time-captions.ts';
export { withdrawSpots } from './withdraw-spots.ts';
