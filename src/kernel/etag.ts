/** A document was changed since the editor read it: faces answer 412 and nothing is overwritten. */
export class StaleVersionError extends Error {
  override readonly name = 'StaleVersionError';
  readonly current: number;
  constructor(current: number) {
    super(`the document is at version ${current} now`);
    this.current = current;
  }
}
