/** The spot document as the API speaks it; the server checks every field. */
export interface EditedDocument {
  name: string;
  village: string;
  scheme: string;
  benefit: string;
  cues: { startFrame: number; endFrame: number; text: string }[];
  /** `toFrame` and `voiceToFrame` are the draft's: a cut that is moved has its whole body. */
  cuts: { lengthSeconds: number; fromFrame: number; toFrame?: number; voiceToFrame?: number }[];
  look: string;
  /** Missing: none. */
  music?: string;
  figure?: string;
  language: string;
  /** Which part of the clip is shown where there is no room for all; missing: round the face. */
  framing?: string;
  /** What is switched on for the picture; missing: nothing. */
  helps?: string[];
}

export interface LoadedSpot {
  id: string;
  version: number;
  state: string;
  document: EditedDocument;
}

export const FRAME_RATE = 25;

/** Frames of the clip that a cut of this length shows: its end card stands 3 s, in a 10 s film 2 s. */
function bodyFrames(lengthSeconds: number): number {
  return lengthSeconds * FRAME_RATE - (lengthSeconds <= 10 ? 50 : 75);
}

/** Where the first cut's story begins and ends in the clip. */
export function cutPart({ cuts: [cut] }: EditedDocument): { from: number; until: number } {
  const from = cut?.fromFrame ?? 0;
  return { from, until: cut?.toFrame ?? from + bodyFrames(cut?.lengthSeconds ?? 0) };
}

/** Splits a caption at a place in its text; the time is shared by the number of letters on each side. */
export function splitCue(document: EditedDocument, index: number, caret: number): EditedDocument {
  const cue = document.cues[index];
  const [before, after] = [cue?.text.slice(0, caret).trim() ?? '', cue?.text.slice(caret).trim() ?? ''];
  if (!cue || before === '' || after === '') return document;
  const length = cue.endFrame - cue.startFrame;
  const middle = cue.startFrame + Math.max(1, Math.round((length * before.length) / (before.length + after.length)));
  const parts = [
    { startFrame: cue.startFrame, endFrame: Math.max(cue.startFrame + 1, middle - 2), text: before },
    { startFrame: middle, endFrame: cue.endFrame, text: after },
  ];
  return { ...document, cues: [...document.cues.slice(0, index), ...parts, ...document.cues.slice(index + 1)] };
}

/** Joins a caption to the one before it. */
export function mergeCue(document: EditedDocument, index: number): EditedDocument {
  const [before, cue] = [document.cues[index - 1], document.cues[index]];
  if (!before || !cue) return document;
  const joined = { startFrame: before.startFrame, endFrame: cue.endFrame, text: `${before.text} ${cue.text}`.trim() };
  return { ...document, cues: [...document.cues.slice(0, index - 1), joined, ...document.cues.slice(index + 1)] };
}

/** Moves the first cut's start, held within the clip. */
export function moveCut(document: EditedDocument, fromFrame: number, clipFrames: number): EditedDocument {
  const [first, ...rest] = document.cuts;
  if (!first) return document;
  const last = Math.max(0, clipFrames - bodyFrames(first.lengthSeconds));
  const moved = {
    lengthSeconds: first.lengthSeconds,
    fromFrame: Math.min(Math.max(0, Math.round(fromFrame)), last),
  };
  return { ...document, cuts: [moved, ...rest] };
}

/** Gives the first cut another length, and with it the best part of that length where one is known. */
export function setLength(
  document: EditedDocument,
  lengthSeconds: number,
  { clipFrames, bestCuts }: { clipFrames: number; bestCuts: EditedDocument['cuts'] },
): EditedDocument {
  const [first, ...rest] = document.cuts;
  if (!first) return document;
  const others = rest.filter((cut) => cut.lengthSeconds !== lengthSeconds);
  const best = bestCuts.find((cut) => cut.lengthSeconds === lengthSeconds);
  if (best) return { ...document, cuts: [best, ...others] };
  return moveCut({ ...document, cuts: [{ ...first, lengthSeconds }, ...others] }, first.fromFrame, clipFrames);
}

/** Switches a help for the picture on or off; a document without any says nothing of them. */
export function switchHelp(document: EditedDocument, help: string, on: boolean): EditedDocument {
  const { helps: before = [], ...rest } = document;
  const others = before.filter((one) => one !== help);
  const helps = on ? [...others, help] : others;
  return helps.length > 0 ? { ...rest, helps } : rest;
}

export function cueAt(document: EditedDocument, frame: number): number {
  return document.cues.findIndex((cue) => frame >= cue.startFrame && frame < cue.endFrame);
}
