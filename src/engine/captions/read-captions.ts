import { FRAME_RATE, frames } from '../../kernel/frames.ts';
import type { CaptionCue } from './cue.ts';
import { decodeText } from './decode-text.ts';
import { MOST_CHARACTERS, MOST_CUES, normaliseText } from './normalise-text.ts';
import { parseCueTimes } from './parse-cue-times.ts';
import { stripTags } from './strip-tags.ts';

/** Something in a caption file that a person should look at; `line` counts from 1. */
export interface CaptionProblem {
  readonly line: number;
  readonly code: 'bad-time' | 'too-many-cues' | 'text-too-long' | 'no-text';
}

export interface ReadCaptions {
  readonly kind: 'srt' | 'vtt' | 'text';
  /** Cues whose times could be read, in the order of time, lines as the file has them. */
  readonly cues: readonly CaptionCue[];
  /** Text whose times are missing or wrong: kept, to be timed by the voice. */
  readonly untimed: readonly string[];
  readonly problems: readonly CaptionProblem[];
}

/**
 * Reads SRT, WebVTT or plain text as people have them: any line ends, UTF-8, UTF-16 or Windows-1252, `-->` without spaces,
 * tags of other programs. Never throws: what cannot be read is a problem with its line.
 */
export function readCaptions(bytes: Uint8Array): ReadCaptions {
  const lines = decodeText(bytes).split(/\r\n|\r|\n/);
  const kind = lines[0]?.startsWith('WEBVTT') ? 'vtt' : lines.some((line) => line.includes('-->')) ? 'srt' : 'text';
  if (kind === 'text') return readPlain(lines);
  const problems: CaptionProblem[] = [];
  const cues: CaptionCue[] = [];
  const untimed: string[] = [];
  for (const block of blocksOf(lines)) {
    const texts = block.texts.map((text) => normaliseText(stripTags(text))).filter((text) => text !== '');
    if (texts.length === 0) continue;
    if (texts.join(' ').length > MOST_CHARACTERS) problems.push({ line: block.line, code: 'text-too-long' });
    const times = parseCueTimes(block.times);
    if (times) cues.push({ ...toFrames(times), lines: texts });
    else {
      problems.push({ line: block.line, code: 'bad-time' });
      untimed.push(texts.join(' '));
    }
  }
  return finish({ kind, cues: withoutRolling(cues.sort((a, b) => a.startFrame - b.startFrame)), untimed, problems });
}

function readPlain(lines: readonly string[]): ReadCaptions {
  const texts = lines.map(normaliseText).filter((text) => text !== '');
  return finish({ kind: 'text', cues: [], untimed: texts, problems: [] });
}

function finish(read: ReadCaptions): ReadCaptions {
  const problems = [...read.problems];
  if (read.cues.length + read.untimed.length === 0) problems.push({ line: 1, code: 'no-text' });
  if (read.cues.length > MOST_CUES || read.untimed.length > MOST_CUES)
    problems.push({ line: 1, code: 'too-many-cues' });
  return { ...read, cues: read.cues.slice(0, MOST_CUES), untimed: read.untimed.slice(0, MOST_CUES), problems };
}

interface Block {
  readonly line: number;
  readonly times: string;
  readonly texts: readonly string[];
}

/** A block is a line with an arrow and what follows up to an empty line or the next block; a number right above it is its own. */
function blocksOf(lines: readonly string[]): Block[] {
  const arrows = lines.flatMap((line, index) => (line.includes('-->') ? [index] : []));
  return arrows.map((at, order) => {
    const next = arrows[order + 1] ?? lines.length;
    const body = lines.slice(at + 1, next);
    const isNumber = /^\s*\d+\s*$/.test(body.at(-1) ?? '') && next < lines.length;
    const own = isNumber ? body.slice(0, -1) : body;
    const end = own.findIndex((line) => line.trim() === '');
    return { line: at + 1, times: lines[at] ?? '', texts: end < 0 ? own : own.slice(0, end) };
  });
}

function toFrames({ fromMs, toMs }: { fromMs: number; toMs: number }) {
  const startFrame = Math.round((fromMs * FRAME_RATE) / 1000);
  const endFrame = Math.round((toMs * FRAME_RATE) / 1000);
  return { startFrame: frames(startFrame), endFrame: frames(Math.max(startFrame + 1, endFrame)) };
}

/**
 * YouTube's automatic captions roll: each cue repeats the line before it, and every second one stands for a blink.
 * Keeps each line once, at the first cue that shows it.
 */
function withoutRolling(cues: readonly CaptionCue[]): CaptionCue[] {
  const rolling = cues.filter((cue, index) => rollsOn(cues[index - 1], cue)).length;
  if (rolling < cues.length / 3) return [...cues];
  const kept: CaptionCue[] = [];
  for (const cue of cues) {
    const before = kept.at(-1);
    const lines = cue.lines.filter((line) => line !== before?.lines.at(-1));
    if (lines.length > 0) kept.push({ ...cue, lines });
    else if (before && cue.startFrame - before.endFrame <= 1)
      kept[kept.length - 1] = { ...before, endFrame: frames(Math.max(before.endFrame, cue.endFrame)) };
  }
  return kept;
}

function rollsOn(before: CaptionCue | undefined, cue: CaptionCue): boolean {
  if (!before || Math.abs(cue.startFrame - before.endFrame) > 1) return false;
  return before.lines.at(-1) === cue.lines[0];
}
