/** Which part of a clip is shown where the canvas has no room for all of it: round the face, or where a person says. */
export const FRAMINGS = ['face', 'left', 'middle', 'right'] as const;
export type Framing = (typeof FRAMINGS)[number];

/**
 * Why a shot shows what it shows. `all`: nothing is cut off · `face`, `faces`: so that they are in the picture, as they are
 * in `held` of `seen` looks · `middle`: nobody is steadily seen · `asked`: a person said so.
 */
export type FramedBy =
  | { readonly by: 'all' }
  | { readonly by: 'middle' }
  | { readonly by: 'face' | 'faces'; readonly held: number; readonly seen: number }
  | { readonly by: 'asked'; readonly side: Exclude<Framing, 'face'> };
