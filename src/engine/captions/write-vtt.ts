import type { CaptionCue } from './cue.ts';
import { sidecarTime } from './sidecar-time.ts';

/** WebVTT for the players of pages; text is escaped as its syntax wants. */
export function writeVtt(cues: readonly CaptionCue[]): string {
  const blocks = cues.map(({ startFrame, endFrame, lines }) => {
    const times = `${sidecarTime(startFrame, '.')} --> ${sidecarTime(endFrame, '.')}`;
    return `${times}\n${lines.map(escapeVtt).join('\n')}\n`;
  });
  return `WEBVTT\n\n${blocks.join('\n')}`;
}

function escapeVtt(line: string): string {
  return line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
