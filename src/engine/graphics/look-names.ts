/** The looks that ship. */
export const LOOK_NAMES = ['sober', 'warm', 'bold'] as const;
export type LookName = (typeof LOOK_NAMES)[number];
