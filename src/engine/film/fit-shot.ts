/** How a clip's picture is turned, in degrees clockwise for the viewer. */
export type Rotation = 0 | 90 | 180 | 270;

/** The coded picture, as stored: before its pixel aspect and rotation. */
export interface CodedPicture {
  readonly width: number;
  readonly height: number;
  readonly pixelAspect: { readonly num: number; readonly den: number };
  readonly rotation: Rotation;
  /** Turned over left to right before it is rotated; missing: no. */
  readonly mirrored?: boolean;
}

/** Scale the coded picture to `scale`, turn it, crop it to `show` from `from` on; that stands in the middle of the canvas. */
export interface ShotFit {
  readonly scale: Size;
  readonly rotation: Rotation;
  readonly mirrored: boolean;
  readonly show: Size;
  /** Where the shown part begins in the scaled, upright picture: even, for colour has half as many pixels. */
  readonly from: { readonly x: number; readonly y: number };
  /** Width of each blurred side; 0 when the picture fills the canvas. */
  readonly strip: number;
  /** Height of what is blurred above and below; 0 beside most pictures. */
  readonly sill: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A look's own window for portrait shots, in the middle of a wide canvas. */
export type PictureWindow = Size;

// Down to 1.6 (16:10) a crop takes a tenth of the height at most; narrower pictures keep all of it between blurred sides.
const NARROWEST_CROPPED = 1.6;

/**
 * How a clip's picture stands on the canvas: wide ones fill it, narrow ones stand between blurred sides. A `window` is
 * filled, whatever the picture's shape. What is too much is cut off on both sides alike; `frameShot` knows better.
 */
export function fitShot(coded: CodedPicture, canvas: Size, window?: PictureWindow): ShotFit {
  const turned = coded.rotation === 90 || coded.rotation === 270;
  const aspect = shownAspect(coded);
  const strip = window ? evenHalf(canvas.width - window.width) : naturalStrip(aspect, canvas);
  const sill = window ? evenHalf(canvas.height - window.height) : 0;
  const show = { width: canvas.width - 2 * strip, height: canvas.height - 2 * sill };
  // Between its own sides a picture takes the shown size as it is: an even width bends it by a fifth of a per cent at most.
  const upright = strip > 0 && window === undefined ? show : cover(aspect, show);
  return {
    scale: turned ? swap(upright) : upright,
    rotation: coded.rotation,
    mirrored: coded.mirrored ?? false,
    show,
    from: { x: evenHalf(upright.width - show.width), y: evenHalf(upright.height - show.height) },
    strip,
    sill,
  };
}

/** The whole picture as it is turned and scaled, before anything is cut off. */
export function uprightSize({ scale, rotation }: Pick<ShotFit, 'scale' | 'rotation'>): Size {
  return rotation === 90 || rotation === 270 ? swap(scale) : scale;
}

/** Colour has half as many pixels: an odd strip would shift it. The look's frame covers the pixel beside its window. */
function evenHalf(length: number): number {
  return 2 * Math.floor(length / 4);
}

/** Width over height as people see the picture. */
export function shownAspect(coded: CodedPicture): number {
  const stored = (coded.width * coded.pixelAspect.num) / coded.pixelAspect.den / coded.height;
  return coded.rotation === 90 || coded.rotation === 270 ? 1 / stored : stored;
}

function naturalStrip(aspect: number, canvas: Size): number {
  const narrowest = (NARROWEST_CROPPED / (16 / 9)) * (canvas.width / canvas.height);
  return aspect < narrowest ? evenHalf(canvas.width - canvas.height * aspect) : 0;
}

/** The smallest even size of that aspect that covers the box. */
function cover(aspect: number, box: Size): Size {
  return aspect >= box.width / box.height
    ? { width: Math.max(box.width, 2 * Math.round((box.height * aspect) / 2)), height: box.height }
    : { width: box.width, height: Math.max(box.height, 2 * Math.round(box.width / aspect / 2)) };
}

function swap(size: Size): Size {
  return { width: size.height, height: size.width };
}
