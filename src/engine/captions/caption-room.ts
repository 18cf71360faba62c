import type { Aspect } from '../graphics/layers.ts';
import type { Look } from '../graphics/look.ts';
import { textWidth } from '../graphics/text-width.ts';
import { airOf } from './caption-air.ts';
import type { CaptionRoom } from './wrap-caption.ts';

/** The room that a look gives captions on a canvas, measured in its own font. */
export function captionRoom(look: Look, aspect: Aspect, phrases: readonly string[] = []): CaptionRoom {
  const { caption, canvas } = look.aspects[aspect];
  const { beside, air } = airOf({ look, aspect });
  const safeWidth = canvas[0] - caption.left - caption.right - 2 * beside - air;
  const width = remembered((text) => textWidth(look.fonts.caption, caption.em, text));
  return {
    measure: (text) => measureByWords(text, width),
    maxWidth: Math.floor(Math.min(canvas[0] * caption.maxWidthShare, safeWidth)),
    maxCodePoints: caption.maxCodePoints,
    phrases,
  };
}

/**
 * A line's width from its words, so that thousands of wraps shape each word once. Letters do not join over a space, but
 * they kern with it: each word is measured with the spaces beside it, and each space counted once.
 */
function measureByWords(text: string, width: (text: string) => number): number {
  const words = text.split(' ');
  const last = words.length - 1;
  const parts = words.map((word, index) => width(`${index > 0 ? ' ' : ''}${word}${index < last ? ' ' : ''}`));
  return parts.reduce((sum, part) => sum + part, 0) - last * width(' ');
}

function remembered(measure: (text: string) => number): (text: string) => number {
  const known = new Map<string, number>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const width = measure(text);
    known.set(text, width);
    return width;
  };
}
