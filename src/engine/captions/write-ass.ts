import type { Frames } from '../../kernel/frames.ts';
import type { Aspect, FilmLayers } from '../graphics/layers.ts';
import type { Look } from '../graphics/look.ts';
import { captionRoom } from './caption-room.ts';
import { type CaptionStyle, captionStyle, STYLE_FIELDS } from './caption-style.ts';
import type { CaptionCue } from './cue.ts';

/** What captions keep above: the lower third's top edge (px of the canvas), and when it stands. */
export interface RaisedCaptions {
  readonly top: number;
  readonly spans: readonly { readonly startFrame: Frames; readonly endFrame: Frames }[];
}

export interface AssOrder {
  /** In frames of the film. */
  readonly cues: readonly CaptionCue[];
  readonly look: Look;
  readonly aspect: Aspect;
  readonly raised?: RaisedCaptions | undefined;
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
    ...cues.flatMap((cue) => dialogues(cue, order, style)),
    '',
  ].join('\n');
}

/** Where and when the drawn lower third pushes captions up; undefined when there is none. */
export function raisedBy({ layers, lowerThirdTop }: FilmLayers): RaisedCaptions | undefined {
  if (lowerThirdTop === undefined) return undefined;
  const spans = layers.flatMap((layer) => {
    if (layer.name !== 'lower-third') return [];
    const { startFrame, entry, holdFrames, exit } = layer;
    return [{ startFrame, endFrame: (startFrame + entry.length + holdFrames + exit.length) as Frames }];
  });
  return { top: lowerThirdTop, spans };
}

function dialogues(cue: CaptionCue, { look, aspect, raised }: AssOrder, style: CaptionStyle): string[] {
  const up = raised?.spans.some((span) => cue.startFrame < span.endFrame && cue.endFrame > span.startFrame) === true;
  const margin = up ? raisedMargin(look, aspect, raised?.top ?? 0) : 0;
  const lines = (up ? onOneLine(cue.lines, look, aspect) : cue.lines).map(escapeAss);
  const when = `${assTime(cue.startFrame)},${assTime(cue.endFrame)},caption,,0,0,${margin},,`;
  return style.events(lines).map((text, layer) => `Dialogue: ${layer},${when}${text}`);
}

function raisedMargin(look: Look, aspect: Aspect, top: number): number {
  return Math.round(look.aspects[aspect].canvas[1] - top + look.caption.gapAboveLowerThird);
}

/** Above a lower third two lines would reach the face: they stand as one where the safe area is wide enough. */
function onOneLine(lines: readonly string[], look: Look, aspect: Aspect): readonly string[] {
  const whole = lines.join(' ');
  const { canvas, caption } = look.aspects[aspect];
  const beside = 'pad' in caption ? caption.pad : caption.outline;
  const room = canvas[0] - 2 * Math.max(caption.left, caption.right) - 2 * beside;
  return captionRoom(look, aspect).measure(`  ${whole}`) <= room ? [whole] : lines;
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
