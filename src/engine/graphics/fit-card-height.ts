import type { CallText, Headline } from './end-card.ts';
import { aspectOf, type Stage } from './stage.ts';

/** Least between the mark and the block of the headline's first line, px: its matras stand within the block. */
export const MARK_AIR = 12;

export interface CardBlock {
  readonly headline: Headline;
  readonly call: CallText | undefined;
}

export interface CardRoom {
  /** What the block may take, px. */
  readonly height: number;
  /** Height of the call's ground, in em. */
  readonly callLeading: number;
  /** Between headline and call, px at full size. */
  readonly gap: number;
}

/** The block's own measures beside its texts. */
export interface FittedBlock extends CardBlock {
  readonly gap: number;
  readonly callHeight: number;
  /** Of all of it. */
  readonly height: number;
}

/**
 * Headline, gap and call as high as they are drawn; where a name in several lines leaves too little room below the mark, all of
 * them smaller alike, no text below what can be read on the canvas.
 */
export function fitCardHeight(stage: Stage, block: CardBlock, room: CardRoom): FittedBlock {
  const drawn = measured(block, room, 1);
  if (drawn.height <= room.height) return drawn;
  const share = room.height / drawn.height;
  return measured(shrunk(block, share, aspectOf(stage).leastEm), room, share);
}

function measured({ headline, call }: CardBlock, { callLeading, gap }: CardRoom, share: number): FittedBlock {
  const callHeight = call ? call.em * callLeading : 0;
  const between = call ? gap * share : 0;
  const height = headline.pitch * headline.lines.length + between + callHeight;
  return { headline, call, gap: between, callHeight, height };
}

function shrunk({ headline, call }: CardBlock, wished: number, leastEm: number): CardBlock {
  const emOf = (em: number) => Math.min(em, Math.max(leastEm, Math.floor(em * wished)));
  const share = emOf(headline.em) / headline.em;
  const { em, pitch, width } = headline;
  return {
    headline: { ...headline, em: em * share, pitch: pitch * share, width: width * share },
    call: call && { ...call, em: emOf(call.em), width: (call.width * emOf(call.em)) / call.em },
  };
}
