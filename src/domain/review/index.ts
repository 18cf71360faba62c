export {
  type ApprovalWish,
  type ApproveParts,
  approveSpot,
  canApproveTogether,
  findApprovalBar,
} from './approve-spot.ts';
export { CHECKLIST, type ChecklistItem, decideApproval, type FilmFacts } from './decide-approval.ts';
export { addComment, listComments, type ReviewComment, returnSpot } from './return-spot.ts';
export { listWatchedCuts, type WatchReport, watchFilm } from './watch-film.ts';
