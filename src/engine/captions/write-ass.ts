import type { Frames } from '../../kernel/frames.ts';
import type { Aspect } from '../graphics/layers.ts';
import type { Look } from '../graphics/look.ts';
import type { CaptionPlace } from './caption-place.ts';
import { type CaptionStyle, captionStyle, STYLE_FIELDS } from './caption-style.ts';
import type { CaptionCue } from './cue.ts';

/** A caption in the lines and between the margins that it is burned with. */
export interface PlacedCue extends CaptionCue {
  /** Missing: the look's own. */
  readonly place?: CaptionPlace | undefined;
}

export interface AssOrder {
  /** In frames of the film. */
  readonly cues: readonly PlacedCue[];
  readonly look: Look;
  readonly aspect: Aspect;
  /** In looks that give numbers the scheme's colour. */
  readonly numberColour?: string | undefined;
}

/** The captions of a film as an ASS file in the look's style, for libass with complex shaping and our fonts' folder. */
export function assDocument(order: AssOrder): string {
  const { look, aspect, cues } = order;
  const [width, height] = look.aspects[aspect].canvas;
  const style = captionStyle(look, aspect, order.numberColour);
  return [
    '[Script Info]',
    'ScriptType: v4.00+',
    `PlayResX: ${width}`,
    `PlayResY: ${height}`,
    // 2: lines break only where we break them.
    'WrapStyle: 2',
    'ScaledBorderAndShadow: yes',
    // Without it libass sets Latin letters wider than they are measured.
    'Kerning: yes',
    '',
    '[V4+ Styles]',
    `Format: ${STYLE_FIELDS}`,
    `Style: ${style.fields}`,
    '',
    '[Events]',
    'Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text',
    ...cues.flatMap((cue) => dialogues(cue, style)),
    '',
  ].join('\n');
}

function dialogues({ startFrame, endFrame, lines, place }: PlacedCue, style: CaptionStyle): string[] {
  // 0: the style's own margin.
  const { left, right, bottom } = place ?? { left: 0, right: 0, bottom: 0 };
  const margins = [left, right, bottom].map((margin) => Math.round(margin)).join(',');
  const when = `${assTime(startFrame)},${assTime(endFrame)},caption,,${margins},,`;
  const size = place?.em ? `{\\fs${style.sizeOf(place.em)}}` : '';
  return style.events(lines.map(escapeAss)).map((text, layer) => `Dialogue: ${layer},${when}${size}${text}`);
}

/** Text as libass shows it letter by letter: no override, no line break, no drawing command can be written into a caption. */
export function escapeAss(text: string): string {
  return text
    .replace(/\p{Cc}/gu, '')
    .replaceAll('\\', '\\\u2060')
    .replaceAll('{', '\\{')
    .replaceAll('}', '\\}')
    .replace(/^ +/, (spaces) => '\\h'.repeat(spaces.length));
}

/** 4 centiseconds a frame, exactly. */
function assTime(frame: Frames): string {
  const cs = frame * 4;
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${Math.floor(cs / 360_000)}:${two((cs / 6000) % 60)}:${two((cs / 100) % 60)}.${two(cs % 100)}`;
}
