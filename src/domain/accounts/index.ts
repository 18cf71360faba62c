export {
  createAccessToken,
  findTokenOperator,
  findTokenPerson,
  listOperatorTokens,
  listPersonTokens,
  revokeAccessToken,
} from './access-tokens.ts';
export { changePassword } from './change-password.ts';
export { inviteMany } from './invite-many.ts';
export { findSession, logIn, logOut, type Session } from './log-in.ts';
export {
  acceptInvitation,
  addFirstAdmin,
  findInvitation,
  inviteAgain,
  invitePerson,
  newPerson,
  setPersonDisabled,
} from './manage-people.ts';
export { beginOnce, finishOnce, forgetOnce } from './once.ts';
export { findActivePerson, findPersonRow, listEverybody, listPeople } from './people.store.ts';
export { type Person, type Reach, ROLES, type Role, reaches } from './person.ts';
export { readPeopleCsv } from './read-people-csv.ts';
