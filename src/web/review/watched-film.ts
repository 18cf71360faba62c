/** The film that the reviewer's player shows. */
export const WATCHED_PRESET = 'web';
