import { type Frames, toSeconds } from '../../kernel/frames.ts';
import type { CaptionCue } from './cue.ts';
import { normaliseText } from './normalise-text.ts';
import { splitIntoCues } from './split-into-cues.ts';
import { type ScriptWord, spreadWords } from './spread-words.ts';
import { timeCues } from './time-cues.ts';
import type { VoicedSpan } from './voiced-spans.ts';
import type { CaptionRoom } from './wrap-caption.ts';

/** `rough`: times are worked out, not heard · `no-voice`: no speech was found · `too-much-text`: nobody speaks that fast. */
export type TimingWarning = 'rough' | 'no-voice' | 'too-much-text';

export interface TimedScript {
  readonly cues: readonly CaptionCue[];
  readonly warnings: readonly TimingWarning[];
}

/** Faster than the fastest reader of news (23 code points a second), the words cannot be what is said. */
const FASTEST = 26;

/**
 * Times a script over the voice of a clip. In a script of several lines each line begins a cue of its own; one long line is
 * cut where it breathes. `voice` counts in the clip, as the cues do.
 */
export function timeByVoice(
  script: string,
  voice: readonly VoicedSpan[],
  room: CaptionRoom,
  lengthFrames: Frames,
): TimedScript {
  const words = scriptWords(script);
  if (words.length === 0) return { cues: [], warnings: [] };
  const heard = voice.length > 0 ? voice : [{ fromSeconds: 0, toSeconds: toSeconds(lengthFrames) }];
  const cues = timeCues(splitIntoCues(spreadWords(words, heard), room), lengthFrames);
  const letters = words.reduce((sum, word) => sum + [...word.text].length + 1, 0);
  const seconds = heard.reduce((sum, span) => sum + span.toSeconds - span.fromSeconds, 0);
  const warnings: TimingWarning[] = ['rough'];
  if (voice.length === 0) warnings.push('no-voice');
  if (letters / seconds > FASTEST) warnings.push('too-much-text');
  return { cues, warnings };
}

function scriptWords(script: string): ScriptWord[] {
  return script
    .split(/\r\n|\r|\n/)
    .map(normaliseText)
    .flatMap((line) => {
      const words = line.split(' ').filter((word) => word !== '');
      return words.map((text, index) => ({ text, endsLine: index === words.length - 1 }));
    });
}
