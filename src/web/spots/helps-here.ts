import { ToolsMissingError } from '../../engine/ffmpeg/find-tools.ts';
import { SandboxError } from '../../engine/ffmpeg/sandbox.ts';
import { offeredHelps } from '../../engine/film/lacking-help.ts';
import { HELPS, type HelpName } from '../../engine/film/shot-helps.ts';
import type { WebContext } from '../http/route.ts';

/** The helps that this machine's FFmpeg can give; without an FFmpeg here, workers elsewhere make the films. */
export async function helpsHere(c: WebContext): Promise<readonly HelpName[]> {
  try {
    return offeredHelps((await c.get('app').media()).capabilities);
  } catch (error) {
    if (error instanceof ToolsMissingError || error instanceof SandboxError) return HELPS;
    throw error;
  }
}
