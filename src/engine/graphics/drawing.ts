/** A rectangle in pixels of the canvas, y downward. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A turn by degrees, clockwise, about a point of the canvas. */
export interface Turn {
  readonly degrees: number;
  readonly x: number;
  readonly y: number;
}

/** A filled rectangle. */
export interface Slab {
  readonly kind: 'slab';
  readonly box: Box;
  readonly fill: string;
  readonly opacity?: number;
  /** Of the corners, px. */
  readonly radius?: number;
  readonly turn?: Turn | undefined;
  /** Lies above what is behind it. */
  readonly shadow?: boolean;
  /** Shows paper's fibres. */
  readonly grain?: boolean;
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
  /** An outline inside an outline is a hole. */
  readonly evenOdd?: boolean;
  readonly opacity?: number;
  readonly stroke?: { readonly colour: string; readonly width: number };
  readonly turn?: Turn | undefined;
  readonly shadow?: boolean;
}

/** A picture that somebody drew elsewhere, whole inside its box; or covering it, cut where it is too long. */
export interface Picture {
  readonly kind: 'picture';
  readonly box: Box;
  /** `data:image/png;base64,…` or of a JPEG. */
  readonly href: string;
  readonly covers?: boolean;
}

export type Shape = Slab | TextLine | Figure | Picture;

/** Shapes that move together; `box` holds all their ink and is what a wipe uncovers. */
export interface Part {
  readonly box: Box;
  readonly shapes: readonly Shape[];
  readonly opacity?: number;
  /** Nothing of the part is drawn here: the film's picture is seen through. */
  readonly hole?: { readonly outline: string; readonly turn?: Turn | undefined };
}

/** The smallest box with even edges round all of these: chroma has half as many pixels, an odd edge would shift there. */
export function evenUnion(boxes: readonly Box[]): Box {
  const left = Math.floor(Math.min(...boxes.map((box) => box.x)) / 2) * 2;
  const top = Math.floor(Math.min(...boxes.map((box) => box.y)) / 2) * 2;
  const right = Math.ceil(Math.max(...boxes.map((box) => box.x + box.width)) / 2) * 2;
  const bottom = Math.ceil(Math.max(...boxes.map((box) => box.y + box.height)) / 2) * 2;
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Whether the second lies in the first, edges included. */
export function holds(outer: Box, inner: Box): boolean {
  const right = outer.x + outer.width >= inner.x + inner.width;
  const bottom = outer.y + outer.height >= inner.y + inner.height;
  return outer.x <= inner.x && outer.y <= inner.y && right && bottom;
}

/** The smallest box round all of these. */
export function unionOf(boxes: readonly Box[]): Box {
  const [x, y] = [Math.min(...boxes.map((box) => box.x)), Math.min(...boxes.map((box) => box.y))];
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

/** The slabs of these parts that lie straight: what the eye takes for their outline. */
export function straightSlabs(parts: readonly Part[]): Box[] {
  const shapes = parts.flatMap((part) => part.shapes);
  return shapes.flatMap((shape) => (shape.kind === 'slab' && !shape.turn ? [shape.box] : []));
}

/** The box with `by` px more on every side. */
export function widened({ x, y, width, height }: Box, by: number): Box {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

/** The upright box that holds a box after its turn. */
export function turned(box: Box, { degrees, x, y }: Turn): Box {
  const angle = (degrees * Math.PI) / 180;
  const corners = [box.x, box.x + box.width].flatMap((cx) =>
    [box.y, box.y + box.height].map((cy) => ({
      x: x + (cx - x) * Math.cos(angle) - (cy - y) * Math.sin(angle),
      y: y + (cx - x) * Math.sin(angle) + (cy - y) * Math.cos(angle),
    })),
  );
  const [left, top] = [Math.min(...corners.map((c) => c.x)), Math.min(...corners.map((c) => c.y))];
  return {
    x: left,
    y: top,
    width: Math.max(...corners.map((c) => c.x)) - left,
    height: Math.max(...corners.map((c) => c.y)) - top,
  };
}

/** Path data of a circle. */
export function circle(x: number, y: number, radius: number): string {
  return `M${x - radius} ${y}A${radius} ${radius} 0 1 0 ${x + radius} ${y}A${radius} ${radius} 0 1 0 ${x - radius} ${y}Z`;
}

/** Path data of a rectangle with round corners. */
export function roundBox({ x, y, width, height }: Box, radius: number): string {
  const r = Math.min(radius, width / 2, height / 2);
  const arc = (dx: number, dy: number) => `a${r} ${r} 0 0 1 ${dx} ${dy}`;
  return `M${x + r} ${y}h${width - 2 * r}${arc(r, r)}v${height - 2 * r}${arc(-r, r)}h${2 * r - width}${arc(-r, -r)}v${2 * r - height}${arc(r, -r)}Z`;
}

export function even(length: number): number {
  return Math.ceil(length / 2) * 2;
}
