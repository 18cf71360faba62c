import type { Frames } from '../../kernel/frames.ts';

/**
 * The canvases that a look is drawn on; `sd` is the 16:9 grid drawn larger, for 720×576. The next two are what old 4:3 sets
 * show between black lines: 14:9, and all of 16:9 drawn larger still.
 */
export const ASPECTS = ['16x9', 'sd', 'sd-14x9', 'sd-4x3', '9x16', '1x1'] as const;
export type Aspect = (typeof ASPECTS)[number];

/** A picture for pages and people, with straight alpha. */
export type Png = Uint8Array;

/** A picture for FFmpeg, of the layer's own width and height: see writeQoi. */
export type Qoi = Uint8Array;

/**
 * A graphic that comes, stands and goes, cropped to the box that all its pictures need. It is on screen from
 * `startFrame` for entry.length + holdFrames + exit.length frames; pictures are at render size, never scaled.
 */
export interface MovingLayer {
  readonly name: 'chip' | 'lower-third' | 'figure' | 'end-card';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly startFrame: Frames;
  readonly entry: readonly Qoi[];
  readonly still: Qoi;
  readonly holdFrames: Frames;
  readonly exit: readonly Qoi[];
  /** From this picture of its entry on nothing behind it is seen; missing: something always is. */
  readonly coversFrom?: number | undefined;
}

/** A graphic that only stands: the mark, the darkened sides of a portrait shot. */
export interface StillLayer {
  readonly name: 'mark' | 'sides';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly startFrame: Frames;
  readonly endFrame: Frames;
  readonly still: Qoi;
}

/** Where the film's whole picture stands on one frame, in even px of the canvas; it may reach beyond it. */
export interface PicturePose {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The picture leaves its place: a pose a frame on the way in and out, and one between. Over it a card with a hole is drawn. */
export interface PictureMove {
  readonly startFrame: Frames;
  readonly entry: readonly PicturePose[];
  readonly still: PicturePose;
  readonly holdFrames: Frames;
  readonly exit: readonly PicturePose[];
}

/** Everything drawn over one film on one canvas, in the order of drawing; the end card covers the whole picture. */
export interface FilmLayers {
  readonly aspect: Aspect;
  readonly canvas: { readonly width: number; readonly height: number };
  readonly layers: readonly (MovingLayer | StillLayer)[];
  /** How the film's picture makes room for the figure; undefined without one. */
  readonly pictureMove?: PictureMove | undefined;
  /** Which of the offered forms was taken, so that staff are told when a shorter one is on screen. */
  readonly notes: readonly { readonly code: string; readonly text: string }[];
}
