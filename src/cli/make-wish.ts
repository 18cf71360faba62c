import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { readCaptions } from '../engine/captions/read-captions.ts';
import { FRAMINGS, type Framing } from '../engine/film/framing.ts';
import { HELPS, type HelpName } from '../engine/film/shot-helps.ts';
import { MUSIC_CHOICES, type MusicChoice } from '../engine/music/bed-names.ts';
import { type Frames, frames } from '../kernel/frames.ts';
import { type CommandInput, flag, textOption, wrongUse } from './command.ts';

/** The words of one `make`, parsed. */
export interface MakeWish {
  readonly clips: readonly string[];
  readonly out: string;
  readonly name: string | undefined;
  readonly place: string | undefined;
  readonly scheme: string | undefined;
  readonly quote: string | undefined;
  /** Bytes of the file: its encoding is found by the reader. */
  readonly captions: Uint8Array | undefined;
  readonly script: Uint8Array | undefined;
  readonly look: string;
  readonly music: MusicChoice;
  readonly lengthFrames: Frames | undefined;
  readonly part: { readonly fromFrame: Frames; readonly toFrame: Frames } | undefined;
  readonly presets: readonly string[];
  /** Real 50 fields in interlaced files, where a clip has the motion. */
  readonly fields: boolean;
  /** Which part of every clip is shown where a canvas has no room for all of it. */
  readonly framing: Framing;
  /** Switched on for the picture of every clip. */
  readonly helps: readonly HelpName[];
  /** Say what would be done and why; make no film. */
  readonly explain: boolean;
  /** Put pictures of faults and of each second into the answer. */
  readonly pictures: boolean;
}

const USUAL_PRESETS = 'sd-mpeg2,xdcam-hd422,h264-ts,web';

/** Throws UsageError for what can't be meant. */
export function readWish(input: CommandInput): MakeWish {
  const out = textOption(input, 'out');
  if (input.positionals.length === 0) throw wrongUse('cli.noClip');
  if (!out) throw wrongUse('cli.noOut');
  const part = readPart(input);
  if (part && input.positionals.length > 1) throw wrongUse('cli.onePart');
  if (textOption(input, 'captions') && textOption(input, 'script')) throw wrongUse('cli.captionsOrScript');
  return {
    clips: input.positionals.map((clip) => resolve(clip)),
    out: resolve(out),
    name: words(input, 'name'),
    place: words(input, 'place'),
    scheme: textOption(input, 'scheme'),
    quote: words(input, 'quote'),
    captions: readTimed(textOption(input, 'captions')),
    script: readText(textOption(input, 'script')),
    look: textOption(input, 'look') ?? 'sober',
    music: readMusic(input),
    lengthFrames: readSeconds(input, 'length'),
    part,
    presets: readPresets(input),
    fields: flag(input, 'fields'),
    framing: readFraming(input),
    helps: HELPS.filter((help) => flag(input, help)),
    explain: flag(input, 'explain'),
    pictures: flag(input, 'pictures'),
  };
}

function readFraming(input: CommandInput): Framing {
  const named = textOption(input, 'framing') ?? 'face';
  const framing = FRAMINGS.find((one) => one === named);
  if (framing) return framing;
  throw wrongUse('cli.framing', { known: FRAMINGS.join(', ') });
}

function readMusic(input: CommandInput): MusicChoice {
  const named = textOption(input, 'music');
  if (!flag(input, 'no-music')) {
    const choice = MUSIC_CHOICES.find((one) => one === (named ?? 'look'));
    if (choice) return choice;
    throw wrongUse('cli.music', { known: MUSIC_CHOICES.join(', ') });
  }
  if (named !== undefined) throw wrongUse('cli.musicOrNone');
  return 'none';
}

// Upright on its own canvas; beside others when they are named.
const UPRIGHT_PRESET = 'social-9x16';

function readPresets(input: CommandInput): string[] {
  const named = textOption(input, 'presets');
  const upright = flag(input, 'portrait') ? [UPRIGHT_PRESET] : [];
  if (named === undefined && upright.length > 0) return upright;
  const names = (named ?? USUAL_PRESETS).split(',').map((name) => name.trim());
  if (names.includes('')) throw wrongUse('cli.emptyPreset', { named: named ?? '' });
  return [...names, ...upright];
}

function words(input: CommandInput, name: string): string | undefined {
  const text = textOption(input, name)?.normalize('NFC').replace(/\s+/gu, ' ').trim();
  return text === '' ? undefined : text;
}

function readPart(input: CommandInput): MakeWish['part'] {
  const fromFrame = readSeconds(input, 'from');
  const toFrame = readSeconds(input, 'to');
  if (fromFrame === undefined && toFrame === undefined) return undefined;
  if (toFrame === undefined) throw wrongUse('cli.fromNeedsTo');
  if (toFrame <= (fromFrame ?? 0)) throw wrongUse('cli.toBeforeFrom');
  return { fromFrame: fromFrame ?? frames(0), toFrame };
}

const secondsOption = z
  .string()
  .regex(/^\d+(\.\d+)?$/)
  .transform(Number)
  .refine((value) => value <= 1800);

/** A typed time goes to the nearest frame. */
function readSeconds(input: CommandInput, name: string): Frames | undefined {
  const text = textOption(input, name);
  if (text === undefined) return undefined;
  const parsed = secondsOption.safeParse(text);
  if (!parsed.success) throw wrongUse('cli.seconds', { name });
  return frames(Math.round(parsed.data * 25));
}

/** Throws UsageError for a clip that is not there, or is a folder. */
export function findClips(clips: readonly string[]): void {
  const missing = clips.find((path) => !statSync(path, { throwIfNoEntry: false })?.isFile());
  if (missing !== undefined) throw wrongUse('cli.unreadable', { path: missing });
}

/** A text without times is no captions file, whatever it is called: it would be laid over the voice as if it were said. */
function readTimed(path: string | undefined): Uint8Array | undefined {
  const bytes = readText(path);
  if (bytes === undefined) return undefined;
  const { kind, cues, untimed } = readCaptions(bytes);
  if (kind === 'text' || cues.length + untimed.length === 0) throw wrongUse('cli.noCues', { path: path ?? '' });
  return bytes;
}

function readText(path: string | undefined): Uint8Array | undefined {
  if (path === undefined) return undefined;
  try {
    return new Uint8Array(readFileSync(path));
  } catch (cause) {
    throw wrongUse('cli.unreadable', { path }, cause);
  }
}
