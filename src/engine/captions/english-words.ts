const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Words that belong to the next one: a line never ends with them. In small letters, as all here. */
export const LEADS_ON = words(`
  a an the my our your his her its their this these those every each no any some
  of to in on at for from with by into about without after before under over through
`);

/** Verbs' helpers: better not torn from the verb. */
export const HELPS_VERB = words(`
  am is are was were be been being has have had will would can could shall should may might must do does did not
`);

const joins = 'and or but so because when while where which who that if until since although';

/** Words that join clauses: a line never ends with them. */
export const JOINS_CLAUSES = words(joins);

/** Words that open a clause: a good place to begin a line. */
export const BEGINS_CLAUSE = words(`${joins} then now`);

/** Prepositions open a group of words: a natural place to begin a line; not “to” (used to come) and “of” (a house of our own). */
export const BEGINS_GROUP = words('in on at for from with by into about without after before under over through');

/** Short forms that carry a full stop inside a sentence. */
export const SHORT_FORMS = words(
  'mr. mrs. ms. dr. smt. sh. shri. km. kum. prof. rs. no. st. vs. etc. approx. govt. dist.',
);
