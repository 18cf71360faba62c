/** A rectangle in pixels of the canvas, y downward. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A filled rectangle. */
export interface Slab {
  readonly kind: 'slab';
  readonly box: Box;
  readonly fill: string;
  readonly opacity?: number;
}

/** One line of type as an outline; the words, their ink and their ground stay known, for tests and for what reads aloud. */
export interface TextLine {
  readonly kind: 'text';
  readonly text: string;
  readonly outline: string;
  readonly ink: Box;
  readonly fill: string;
  readonly ground: string;
}

/** A drawn figure without words: SVG path data, filled or stroked. */
export interface Figure {
  readonly kind: 'figure';
  readonly outline: string;
  readonly fill?: string;
  readonly stroke?: { readonly colour: string; readonly width: number };
}

export type Shape = Slab | TextLine | Figure;

/** Shapes that move together; `box` is what a wipe uncovers. */
export interface Part {
  readonly box: Box;
  readonly shapes: readonly Shape[];
  readonly opacity?: number;
}

/** The smallest box with even edges round all of these: chroma has half as many pixels, an odd edge would shift there. */
export function evenUnion(boxes: readonly Box[]): Box {
  const left = Math.floor(Math.min(...boxes.map((box) => box.x)) / 2) * 2;
  const top = Math.floor(Math.min(...boxes.map((box) => box.y)) / 2) * 2;
  const right = Math.ceil(Math.max(...boxes.map((box) => box.x + box.width)) / 2) * 2;
  const bottom = Math.ceil(Math.max(...boxes.map((box) => box.y + box.height)) / 2) * 2;
  return { x: left, y: top, width: right - left, height: bottom - top };
}

export function even(length: number): number {
  return Math.ceil(length / 2) * 2;
}
