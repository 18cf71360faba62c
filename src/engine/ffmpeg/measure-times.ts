/** One packet of the picture track; times in seconds. */
export interface PicturePacket {
  readonly at: number | undefined;
  readonly lasts: number | undefined;
}

/** What the packets really say of a film's length and rate. */
export interface MeasuredTimes {
  readonly frames: number;
  readonly startSeconds: number;
  readonly durationSeconds: number;
  /** Pictures a second over the whole film; 0 for a single picture. */
  readonly fps: number;
  readonly vfr: boolean;
}

// A container's clock rounds (Matroska: 1 ms), so an interval counts as different from 2 ms and 15 % on.
const ROUNDING_SECONDS = 0.002;
const ROUNDING_SHARE = 0.15;
// A dropped frame or two do not make a film of varying rate.
const STRAY_SHARE = 0.02;

/** Length, count and evenness of a picture track. A packet without its own time (a second field) is part of the picture before it. */
export function measureTimes(packets: readonly PicturePacket[]): MeasuredTimes {
  const times = packets.flatMap(({ at }) => (at === undefined ? [] : [at])).sort((a, b) => a - b);
  const [start = 0, last = start] = [times[0], times.at(-1)];
  const intervals = times.slice(1).map((time, index) => time - (times[index] ?? time));
  const usual = median(intervals) ?? 0;
  const lasting = packets.findLast(({ at }) => at === last)?.lasts ?? usual;
  const off = intervals.filter((it) => Math.abs(it - usual) > Math.max(ROUNDING_SECONDS, usual * ROUNDING_SHARE));
  return {
    frames: times.length,
    startSeconds: start,
    durationSeconds: last - start + lasting,
    fps: last > start ? (times.length - 1) / (last - start) : 0,
    vfr: off.length > intervals.length * STRAY_SHARE,
  };
}

function median(values: readonly number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** Some camcorders give each field a packet with a time of its own: two packets are one picture then. `saidFps` is the header's rate of whole pictures. */
export function pairFields<T extends Pick<MeasuredTimes, 'frames' | 'fps'>>(
  times: T,
  interlaced: boolean,
  saidFps: number,
): T {
  const doubled = interlaced && Math.abs(times.fps - 2 * saidFps) < 0.02 * times.fps;
  return doubled ? { ...times, frames: Math.ceil(times.frames / 2), fps: times.fps / 2 } : times;
}
