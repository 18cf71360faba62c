/** Something that happened in one domain and later domains must hear: written in the commit of the change itself. */
export interface Fact {
  /** Past tense: `consent.withdrawn`, `cut.approved`. */
  readonly name: string;
  /** The thing that it is about. */
  readonly subject: string;
  readonly data: Readonly<Record<string, unknown>>;
}
