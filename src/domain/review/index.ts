export { type ApprovalWish, type ApproveParts, approveSpot, findApprovalBar } from './approve-spot.ts';
export { CHECKLIST, type ChecklistItem, decideApproval, type FilmFacts } from './decide-approval.ts';
export { addComment, listComments, type ReviewComment, returnSpot } from './return-spot.ts';
