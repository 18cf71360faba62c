/** `full`: all rows; `compact`: place and benefit take turns below the name; `single`: one row that changes. */
export type NameForm = 'full' | 'compact' | 'single';

/** `home`: low at the left; `mirrored`: low at the right; `high`: at the top, below the mark. */
export type NamePlace = 'home' | 'mirrored' | 'high';

/** How the lower third stands. */
export interface NameStand {
  readonly form: NameForm;
  readonly place: NamePlace;
}

/** As looks are drawn, where no face is in the way. */
export const USUAL_NAME: NameStand = { form: 'full', place: 'home' };
