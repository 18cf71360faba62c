import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../lavfi.ts';

const PACKET = 188;
/** The clock of a transport stream counts 27 million a second; its base, 90,000. */
const CLOCK_HZ = 27_000_000;

interface ClockMark {
  /** Bytes of the file up to the one that the clock stands for. */
  readonly byte: number;
  readonly ticks: number;
}

/** Every clock reference of a transport stream of one programme, read byte by byte, without our own code. */
function clockMarks(bytes: Buffer): ClockMark[] {
  const marks: ClockMark[] = [];
  for (let at = 0; at < bytes.length; at += PACKET) {
    const fieldLength = bytes[at + 4] ?? 0;
    const adapted = ((bytes[at + 3] ?? 0) & 0x20) !== 0 && fieldLength >= 7;
    if (!adapted || ((bytes[at + 5] ?? 0) & 0x10) === 0) continue;
    const base = bytes.readUInt32BE(at + 6) * 2 + ((bytes[at + 10] ?? 0) >> 7);
    const extension = (((bytes[at + 10] ?? 0) & 1) << 8) | (bytes[at + 11] ?? 0);
    // The clock stands for the byte that holds the base's last bit.
    marks.push({ byte: at + 10, ticks: base * 300 + extension });
  }
  return marks;
}

/** How far, in packets, a stream is from the constant rate at its worst clock mark; whole packets are checked on the way. */
export function packetsOffRate(path: string, kbps: number): { worst: number; marks: number } {
  const bytes = readFileSync(path);
  if (bytes.length % PACKET !== 0) throw new Error(`${path} is no whole packets`);
  for (let at = 0; at < bytes.length; at += PACKET)
    if (bytes[at] !== 0x47) throw new Error(`${path}: no packet begins at byte ${at}`);
  const [first, ...marks] = clockMarks(bytes);
  if (!first || marks.length === 0) throw new Error(`${path} has no clock`);
  const off = marks.map(({ byte, ticks }) => {
    const due = ((ticks - first.ticks) / CLOCK_HZ) * ((kbps * 1000) / 8);
    return Math.abs(byte - first.byte - due) / PACKET;
  });
  return { worst: Math.max(...off), marks: marks.length };
}

/** The names of an MP4's outermost boxes, in their order. */
export function outerBoxes(path: string): string[] {
  const bytes = readFileSync(path);
  const names: string[] = [];
  for (let at = 0; at + 8 <= bytes.length; ) {
    const size = bytes.readUInt32BE(at);
    names.push(bytes.toString('latin1', at + 4, at + 8));
    // 1: the size stands in eight bytes behind the name; 0: to the end.
    at += size === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : size || bytes.length;
  }
  return names;
}

export const hasMediaConch = spawnSync('mediaconch', ['--Version'], { stdio: 'ignore' }).error === undefined;

/** The policy of presets/mediaconch that a finished file is held against, by its name. */
export function policyOf(name: string): string {
  return join(projectRoot, 'presets/mediaconch', `${name.replace(/\.\w+$/, '')}.xml`);
}

/** What MediaConch says of a file under a policy: its first line, `pass! …` or `fail! …`. */
export function conchVerdict(policy: string, path: string): string {
  const { stdout } = spawnSync('mediaconch', ['-p', policy, path], { encoding: 'utf8' });
  return stdout.split('\n')[0] ?? '';
}
