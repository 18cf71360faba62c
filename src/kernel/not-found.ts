/** Asked for by id and not there, or not the asker's: the two must look alike. Faces answer 404. */
export class NotFoundError extends Error {
  override readonly name = 'NotFoundError';
  constructor(what: string) {
    super(`no such ${what}`);
  }
}
