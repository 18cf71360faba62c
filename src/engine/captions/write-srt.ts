import type { CaptionCue } from './cue.ts';
import { sidecarTime } from './sidecar-time.ts';

/** SRT without tags; UTF-8 when written. Lines end with CR LF, as old players expect. */
export function writeSrt(cues: readonly CaptionCue[]): string {
  return cues
    .map(({ startFrame, endFrame, lines }, index) => {
      const times = `${sidecarTime(startFrame, ',')} --> ${sidecarTime(endFrame, ',')}`;
      return `${index + 1}\r\n${times}\r\n${lines.map(withoutArrow).join('\r\n')}\r\n\r\n`;
    })
    .join('');
}

// An arrow in the text would be read as the next cue's times.
function withoutArrow(line: string): string {
  return line.replaceAll('-->', '→');
}
