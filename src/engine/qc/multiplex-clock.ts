import { createReadStream } from 'node:fs';

/** How steadily a stream's own clock runs along its bytes. */
export interface MultiplexClock {
  /** Rate of the whole multiplex. */
  readonly kbps: number;
  /** Clock marks that were read. */
  readonly marks: number;
  /** Marks more than one packet away from a steady rate. */
  readonly unsteady: number;
}

const TICKS = 27_000_000;
const PACKET = 188;
const PACK = 2048;

/** Reads every program clock reference of a transport stream; undefined when it has fewer than two. */
export async function readTransportClock(path: string): Promise<MultiplexClock | undefined> {
  const marks: ClockMark[] = [];
  let clockPid = -1;
  await eachUnit(path, PACKET, (packet, at) => {
    // sync byte, adaptation field there and not empty, PCR flag
    if (packet[0] !== 0x47 || !((packet[3] ?? 0) & 0x20) || !packet[4] || !((packet[5] ?? 0) & 0x10)) return;
    const pid = packet.readUInt16BE(1) & 0x1fff;
    if (clockPid < 0) clockPid = pid;
    if (pid !== clockPid) return;
    const base = packet.readUInt32BE(6) * 2 + ((packet[10] ?? 0) >> 7);
    marks.push({ at, ticks: base * 300 + (packet.readUInt16BE(10) & 0x1ff) });
  });
  return steadiness(marks);
}

interface ClockMark {
  readonly at: number;
  readonly ticks: number;
}

/** Every mark against the straight line from the first to the last. */
function steadiness(marks: readonly ClockMark[]): MultiplexClock | undefined {
  const [first, last] = [marks[0], marks.at(-1)];
  if (!first || !last || last.ticks <= first.ticks) return undefined;
  const bytesPerTick = (last.at - first.at) / (last.ticks - first.ticks);
  const off = ({ at, ticks }: ClockMark) => Math.abs(at - first.at - (ticks - first.ticks) * bytesPerTick);
  return {
    kbps: Math.round((bytesPerTick * 8 * TICKS) / 1000),
    marks: marks.length,
    unsteady: marks.filter((mark) => off(mark) > PACKET).length,
  };
}

/**
 * Reads every pack of a program stream: all must name one rate, and none may arrive sooner than that rate allows.
 * undefined when the file is no row of 2,048-byte packs.
 */
export async function readProgramClock(path: string): Promise<MultiplexClock | undefined> {
  const packs: { ticks: number; kbps: number }[] = [];
  let foreign = 0;
  await eachUnit(path, PACK, (pack) => {
    // MPEG-2's pack header begins 00 00 01 BA 01…
    if (pack.readUInt32BE(0) === 0x1ba && (pack[4] ?? 0) >> 6 === 1) packs.push(readPack(pack));
    else if (pack.readUInt32BE(0) !== 0x1b9) foreign += 1;
  });
  const [first] = packs;
  if (!first || foreign > 0) return undefined;
  // One tick of 90 kHz of grace: the clock is written in them.
  const least = (PACK * 8 * TICKS) / (first.kbps * 1000) - 300;
  const unsteady = packs.filter(
    (pack, index) => pack.kbps !== first.kbps || (index > 0 && pack.ticks - (packs[index - 1]?.ticks ?? 0) < least),
  );
  return { kbps: first.kbps, marks: packs.length, unsteady: unsteady.length };
}

/** SCR: 33 bits of base in three pieces between marker bits, 9 of extension; then 22 bits of rate in units of 50 bytes. */
function readPack(pack: Buffer): { ticks: number; kbps: number } {
  const bits = (BigInt(pack.readUInt32BE(4)) << 16n) | BigInt(pack.readUInt16BE(8));
  const base = (((bits >> 43n) & 0x7n) << 30n) | (((bits >> 27n) & 0x7fffn) << 15n) | ((bits >> 11n) & 0x7fffn);
  const rate = pack.readUIntBE(10, 3) >> 2;
  return { ticks: Number(base) * 300 + Number((bits >> 1n) & 0x1ffn), kbps: (rate * 50 * 8) / 1000 };
}

/** Hands over every whole unit of a file with its offset. */
async function eachUnit(path: string, size: number, take: (unit: Buffer, at: number) => void): Promise<void> {
  let rest: Buffer = Buffer.alloc(0);
  let at = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const bytes = Buffer.concat([rest, chunk]);
    const whole = bytes.length - (bytes.length % size);
    for (let from = 0; from < whole; from += size) take(bytes.subarray(from, from + size), at + from);
    at += whole;
    rest = bytes.subarray(whole);
  }
}
