/** What staff should know of a film that was made all the same. `user` is a message key. */
export interface FilmWarning {
  readonly code: string;
  readonly user: string;
  readonly params?: Readonly<Record<string, string | number>>;
}
