/** A day: no film of ours is longer. */
const MOST_MS = 24 * 3600 * 1000;

/** The two times of a cue's line (`00:00:01,000-->00:00:02.5`, hours optional), in ms; undefined when they are no times or run backwards. */
export function parseCueTimes(line: string): { readonly fromMs: number; readonly toMs: number } | undefined {
  const [from = '', to = ''] = line.split('-->');
  const fromMs = parseTime(from.trim());
  // VTT settings (`align:start`) may follow the second time.
  const toMs = parseTime(to.trim().split(/\s+/)[0] ?? '');
  if (fromMs === undefined || toMs === undefined || toMs <= fromMs) return undefined;
  return { fromMs, toMs };
}

function parseTime(text: string): number | undefined {
  const match = /^(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})(?:[.,:](\d{1,3}))?$/.exec(text);
  if (!match) return undefined;
  const [, hours = '0', minutes = '', seconds = '', fraction = ''] = match;
  if (Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  // "1.5" is half a second, not 5 ms.
  const ms = Number(fraction.padEnd(3, '0'));
  const time = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + ms;
  return time <= MOST_MS ? time : undefined;
}
