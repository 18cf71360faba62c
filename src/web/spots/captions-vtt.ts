import type { SpotDocument } from '../../domain/spots/index.ts';
import { FRAME_RATE } from '../../kernel/frames.ts';

/** The document's captions for a player over the proxy: clip time, so that they stay right wherever a cut begins. */
export function formatVtt(cues: SpotDocument['cues']): string {
  const blocks = cues.map(
    (cue, index) => `${index}\n${stamp(cue.startFrame)} --> ${stamp(cue.endFrame)}\n${escapeText(cue.text)}\n`,
  );
  return `WEBVTT\n\n${blocks.join('\n')}`;
}

function stamp(frame: number): string {
  const ms = Math.round((frame * 1000) / FRAME_RATE);
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${two(ms / 3_600_000)}:${two((ms / 60_000) % 60)}:${two((ms / 1000) % 60)}.${String(ms % 1000).padStart(3, '0')}`;
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
