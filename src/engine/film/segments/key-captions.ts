import { FRAME_RATE } from '../../../kernel/frames.ts';

/** A caption event as libass is given it: frames on screen, and the rest of its line. */
export interface CaptionEvent {
  readonly fromFrame: number;
  readonly toFrame: number;
  readonly text: string;
}

export interface CaptionKeys {
  /** Styles, raster: what every caption depends on. */
  readonly head: string;
  readonly events: readonly CaptionEvent[];
}

const EVENT = /^Dialogue: (\d+),(\d+):(\d\d):(\d\d)\.(\d\d),(\d+):(\d\d):(\d\d)\.(\d\d),(.*)$/;

/**
 * What an ASS file of ours draws, and when. An event alone on screen looks the same wherever it stands; events that meet
 * push each other away, so each of them carries the times of all.
 */
export function readCaptionKeys(ass: string): CaptionKeys {
  const lines = ass.split('\n');
  const events = lines.flatMap((line) => readEvent(line) ?? []);
  const head = lines.filter((line) => !EVENT.test(line)).join('\n');
  return { head, events: events.map((event) => withCompany(event, events)) };
}

function readEvent(line: string): CaptionEvent | undefined {
  const match = EVENT.exec(line);
  if (!match) return undefined;
  const [layer, ...times] = match.slice(1, 10).map(Number);
  const text = `${layer},${match[10]}`;
  const [fromFrame, toFrame] = [frameOf(times.slice(0, 4)), frameOf(times.slice(4))];
  // Whatever moves within its time belongs to that time.
  return { fromFrame, toFrame, text: MOVING.test(text) ? `${fromFrame}-${toFrame}:${text}` : text };
}

const MOVING = /\\(t|move|fad|fade|k|kf|ko)\b/i;

function frameOf([hours = 0, minutes = 0, secs = 0, cs = 0]: readonly number[]): number {
  return ((hours * 60 + minutes) * 60 + secs) * FRAME_RATE + (cs * FRAME_RATE) / 100;
}

/** The outlines and the letters of one caption stand at the same times: only others push it. */
function withCompany(event: CaptionEvent, all: readonly CaptionEvent[]): CaptionEvent {
  const company = meeting(event, all);
  const alone = company.every((one) => one.fromFrame === event.fromFrame && one.toFrame === event.toFrame);
  return alone ? event : { ...event, text: `${event.text}\n${JSON.stringify(company)}` };
}

function meeting(event: CaptionEvent, all: readonly CaptionEvent[]): CaptionEvent[] {
  const met = new Set([event]);
  // A set is walked to its end while it grows: whom the met ones meet is met too.
  for (const one of met)
    for (const other of all) if (other.fromFrame < one.toFrame && one.fromFrame < other.toFrame) met.add(other);
  return [...met];
}
