import { open } from 'node:fs/promises';
import { mediaInfoFactory } from 'mediainfo.js';
import { z } from 'zod';
import type { TradeNames } from './film-measurement.ts';

const word = z.coerce.string().optional();
const track = z.object({
  '@type': z.string(),
  Format: word,
  Format_Profile: word,
  Format_Commercial_IfAny: word,
  Format_Settings_GOP: word,
  Gop_OpenClosed: word,
  ScanType: word,
  ScanOrder: word,
  IsStreamable: word,
});
const report = z.object({ media: z.object({ track: z.array(track) }) });

/** The trade's names of a file, by reading pieces of it; undefined when MediaInfo finds no film in it. */
export async function readTradeNames(path: string): Promise<TradeNames | undefined> {
  const file = await open(path);
  const mediaInfo = await mediaInfoFactory({ format: 'JSON' });
  try {
    const { size } = await file.stat();
    const answer = await mediaInfo.analyzeData(size, async (length, offset) => {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, offset);
      return buffer.subarray(0, bytesRead);
    });
    return parseTradeNames(answer);
  } finally {
    mediaInfo.close();
    await file.close();
  }
}

/** MediaInfo's JSON report, from the library here or from the program of that name. */
export function parseTradeNames(json: string): TradeNames | undefined {
  const parsed = report.safeParse(JSON.parse(json));
  const tracks = parsed.success ? parsed.data.media.track : [];
  const general = tracks.find((one) => one['@type'] === 'General');
  const video = tracks.find((one) => one['@type'] === 'Video');
  if (!general || !video) return undefined;
  return {
    format: general.Format,
    formatProfile: general.Format_Profile,
    commercialName: general.Format_Commercial_IfAny ?? video.Format_Commercial_IfAny,
    gop: video.Format_Settings_GOP,
    gopOpenClosed: video.Gop_OpenClosed,
    scanType: video.ScanType,
    scanOrder: video.ScanOrder,
    streamable: general.IsStreamable,
  };
}
