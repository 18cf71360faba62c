export { compareSpotHelp } from './compare-spot-help.ts';
export { listSoundFaults } from './film-sound.ts';
export { findFilmTrouble, listTroubled, makeFilmsAgain } from './film-trouble.ts';
export { renderSentSpots } from './hear-spots.ts';
export { filmScheme, lowerThirdTexts } from './order-film.ts';
export {
  type Deliverable,
  findSidecar,
  listDeliverables,
  listPresets,
  listReviewFilms,
  type SidecarKind,
} from './render.store.ts';
export { sendDrawable, warnOfTexts } from './send-drawable.ts';
