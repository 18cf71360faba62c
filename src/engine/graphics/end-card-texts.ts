/** What a viewer is told at the end. What is not given is not drawn: a number is never invented. */
export interface EndCardTexts {
  /** Forms of the scheme's whole name, longest first; undefined: the film is about no scheme. */
  readonly scheme: readonly string[] | undefined;
  readonly helpline: string | undefined;
  readonly office: string | undefined;
  /** The scheme's page, for a QR code where the canvas has one. */
  readonly url: string | undefined;
  readonly department: string;
}
