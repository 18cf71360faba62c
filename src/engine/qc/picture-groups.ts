/** What the pictures of a film show of their groups, in the order of the screen. */
export interface PictureGroups {
  /** Longest run of B pictures. */
  readonly longestRun: number;
  /** Groups whose first pictures need the group before: B pictures right before a key picture. */
  readonly open: number;
  /** Frame of the first such group's key picture. */
  readonly openAt: number | undefined;
  /** Key pictures. */
  readonly groups: number;
}

export interface ShownPicture {
  readonly kind: string;
  readonly key: boolean;
}

/** Reads closedness and spacing off the kinds of the pictures. */
export function readGroups(pictures: readonly ShownPicture[]): PictureGroups {
  let [longestRun, run, open, groups] = [0, 0, 0, 0];
  let openAt: number | undefined;
  for (const [frame, { kind, key }] of pictures.entries()) {
    if (kind === 'B' && !key) {
      run += 1;
      longestRun = Math.max(longestRun, run);
      continue;
    }
    if (key) groups += 1;
    if (key && run > 0) {
      open += 1;
      openAt ??= frame;
    }
    run = 0;
  }
  return { longestRun, open, openAt, groups };
}
