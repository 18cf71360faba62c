import type { SeenFace } from './face.ts';

/** What was measured on one small picture of a clip. */
export interface MeasuredPicture {
  /** Mean lightness, 0–255. */
  readonly light: number;
  /** Shares of points so dark, or so bright, that nothing is in them. */
  readonly dark: number;
  readonly bright: number;
  /** The lightness that a fiftieth of the points exceed. */
  readonly highlight: number;
  /** How finely it is drawn: `measureDetail`. */
  readonly detail: number;
  /** Against the picture before it; undefined on the first, and where only some pictures were decoded. */
  readonly change?: number | undefined;
  readonly shift?: { readonly x: number; readonly y: number } | undefined;
  /** Looked for about once a second: the largest face, null where there was none. */
  readonly face?: SeenFace | null | undefined;
  /** Other faces beside it that are large enough to be somebody who was filmed; missing: none. */
  readonly others?: readonly SeenFace[] | undefined;
  /** Mean lightness of that face. */
  readonly faceLight?: number | undefined;
}

/** Five of them a second. */
export interface SightRow extends MeasuredPicture {
  /** In the clip at 25 a second. */
  readonly atFrame: number;
}

/** Why a stretch of a clip is better not shown. */
export type PoorReason = 'black' | 'covered' | 'frozen' | 'blurred' | 'shaky';

export interface PoorSpan {
  readonly fromFrame: number;
  readonly toFrame: number;
  readonly why: PoorReason;
}

/** One look at a person: what the best part, the poster and the graphics go by. */
export interface Look {
  readonly atFrame: number;
  readonly detail: number;
  readonly face: SeenFace | null;
  /** Who else is seen near the camera; missing: nobody. */
  readonly others?: readonly SeenFace[] | undefined;
}

/** What was seen of a clip. */
export interface ClipSight {
  readonly poor: readonly PoorSpan[];
  readonly looks: readonly Look[];
  /** Measured needs that a switch may answer. */
  readonly needs: readonly SightNeed[];
  /** Missing on spots of before it was measured. */
  readonly measured?: SightMeasures | undefined;
  /** The net for faces could not be loaded: nobody was looked for. */
  readonly faceless?: boolean;
  /** Its people would stand upright if it were turned so far; missing: they do, or nobody is seen. */
  readonly lies?: Lie | undefined;
}

/** Degrees clockwise. */
export type Lie = 90 | 180 | 270;

export type SightNeed = 'steadier' | 'cleaner' | 'brighter' | 'darker';

/** What the needs were judged by, over the whole clip. Lightness from 0 (black) to 255 (white). */
export interface SightMeasures {
  /** The share of the time that the camera shakes; missing where too few pictures were decoded to tell. */
  readonly shake?: number | undefined;
  /** Deviation of single points, of 255; missing where it could not be told. */
  readonly noise?: number | undefined;
  /** Medians of the pictures' means, of what a fiftieth of their points exceed, and of the share of white. */
  readonly light: number;
  readonly highlight: number;
  readonly bright: number;
  /** Median lightness of the faces; missing where there were none. */
  readonly faceLight?: number | undefined;
}
