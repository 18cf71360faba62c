/** How a clip's picture is turned, in degrees clockwise for the viewer. */
export type Rotation = 0 | 90 | 180 | 270;

/** The coded picture, as stored: before its pixel aspect and rotation. */
export interface CodedPicture {
  readonly width: number;
  readonly height: number;
  readonly pixelAspect: { readonly num: number; readonly den: number };
  readonly rotation: Rotation;
}

/** Scale the coded picture to `scale`, turn it, crop the middle to `show`; strips of `strip` px stand beside it. */
export interface ShotFit {
  readonly scale: { readonly width: number; readonly height: number };
  readonly rotation: Rotation;
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

/** How a clip's picture stands on the canvas: wide ones fill it, narrow and portrait ones stand between blurred sides. */
export function fitShot(coded: CodedPicture, canvas: Size): ShotFit {
  const turned = coded.rotation === 90 || coded.rotation === 270;
  const pixel = coded.pixelAspect.num / coded.pixelAspect.den;
  const aspect = turned ? coded.height / (coded.width * pixel) : (coded.width * pixel) / coded.height;
  const share = (NARROWEST_CROPPED / (16 / 9)) * (canvas.width / canvas.height);
  const strip = aspect < share ? 2 * Math.floor((canvas.width - canvas.height * aspect) / 4) : 0;
  const show = { width: canvas.width - 2 * strip, height: canvas.height };
  // Beside sides the picture takes the shown size as it is: an even width bends it by a fifth of a per cent at most.
  const upright = strip > 0 ? show : cover(aspect, show);
  return { scale: turned ? swap(upright) : upright, rotation: coded.rotation, show, strip };
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
