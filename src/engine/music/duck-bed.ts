import { BED_RATE, eachSide, type Stereo } from './stereo.ts';

/** What a bed makes way for, in seconds of the film. */
export interface Spoken {
  readonly spans: readonly { readonly fromSeconds: number; readonly toSeconds: number }[];
  /** From here nobody speaks and the bed comes up. */
  readonly endCardSeconds: number;
}

// dB against the voice, which is brought to the bed's own −23 LUFS before they are mixed. In pauses as designed (render:
// sound), a dB lower; under words 18 below: a listener hard of hearing needs some 15 (BBC, Clean Audio). On the card it leads.
const IN_PAUSES_DB = -9;
const UNDER_WORDS_DB = -18;
const ON_CARD_DB = -5;
// Away before the first sound of a word; back as slowly as a hand moves a fader, and not for a breath.
const STEPS_BACK_SECONDS = 0.15;
const WAITS_SECONDS = 0.25;
const COMES_BACK_SECONDS = 0.55;
const COMES_UP_SECONDS = 0.3;
// The level is worked out once in so many samples, 2 ms, and goes in straight lines between.
const BLOCK = 96;

/** The bed at its levels under a film's voice, in place. */
export function duckBed(sound: Stereo, spoken: Spoken): void {
  const factor = (sample: number) => 10 ** (bedLevelDb(sample / BED_RATE, spoken) / 20);
  const blocks = Array.from({ length: Math.ceil(sound.left.length / BLOCK) + 1 }, (_, block) => factor(block * BLOCK));
  eachSide(sound, (side) => {
    for (let at = 0; at < side.length; at += 1) {
      const block = Math.floor(at / BLOCK);
      const [here = 0, next = 0] = [blocks[block], blocks[block + 1]];
      side[at] = (side[at] ?? 0) * (here + ((next - here) * (at - block * BLOCK)) / BLOCK);
    }
  });
}

/** How far below the voice's own level the bed lies at that time (dB): the least that any word near it lets stand. */
export function bedLevelDb(seconds: number, { spans, endCardSeconds }: Spoken): number {
  const up = Math.min(1, Math.max(0, (seconds - endCardSeconds) / COMES_UP_SECONDS));
  const open = IN_PAUSES_DB + (ON_CARD_DB - IN_PAUSES_DB) * up;
  const away = Math.max(0, ...spans.map((span) => steppedBack(seconds, span)));
  return open + (UNDER_WORDS_DB - open) * away;
}

/** 1 while somebody speaks, 0 when the bed need not care. */
function steppedBack(seconds: number, { fromSeconds, toSeconds }: Spoken['spans'][number]): number {
  if (seconds < fromSeconds) return Math.max(0, 1 - (fromSeconds - seconds) / STEPS_BACK_SECONDS);
  return Math.max(0, Math.min(1, 1 - (seconds - toSeconds - WAITS_SECONDS) / COMES_BACK_SECONDS));
}
