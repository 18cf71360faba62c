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

/** Scale the coded picture to `scale`, turn it, crop the middle to `show`; strips of `strip` px stand beside it. */
export interface ShotFit {
  readonly scale: { readonly width: number; readonly height: number };
  readonly rotation: Rotation;
  readonly mirrored: boolean;
  readonly show: { readonly width: number; readonly height: number };
  /** Width of each blurred side; 0 when the picture fills the canvas. */
  readonly strip: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

// Down to 1.6 (16:10) a crop takes a tenth of the height at most; narrower pictures keep all of it between blurred sides.
const NARROWEST_CROPPED = 1.6;

/**
 * How a clip's picture stands on the canvas: wide ones fill it, narrow ones stand between blurred sides. `windowWidth` is
 * the look's own window for portrait shots: then the picture fills that, whatever its shape.
 */
export function fitShot(coded: CodedPicture, canvas: Size, windowWidth?: number): ShotFit {
  const turned = coded.rotation === 90 || coded.rotation === 270;
  const aspect = shownAspect(coded);
  const strip = windowWidth === undefined ? naturalStrip(aspect, canvas) : (canvas.width - windowWidth) / 2;
  const show = { width: canvas.width - 2 * strip, height: canvas.height };
  // Between its own sides a picture takes the shown size as it is: an even width bends it by a fifth of a per cent at most.
  const upright = strip > 0 && windowWidth === undefined ? show : cover(aspect, show);
  return {
    scale: turned ? swap(upright) : upright,
    rotation: coded.rotation,
    mirrored: coded.mirrored ?? false,
    show,
    strip,
  };
}

/** Width over height as people see the picture. */
export function shownAspect(coded: CodedPicture): number {
  const stored = (coded.width * coded.pixelAspect.num) / coded.pixelAspect.den / coded.height;
  return coded.rotation === 90 || coded.rotation === 270 ? 1 / stored : stored;
}

function naturalStrip(aspect: number, canvas: Size): number {
  const narrowest = (NARROWEST_CROPPED / (16 / 9)) * (canvas.width / canvas.height);
  return aspect < narrowest ? 2 * Math.floor((canvas.width - canvas.height * aspect) / 4) : 0;
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
