import { FRAME_RATE, type Frames } from '../../kernel/frames.ts';
import type { MediaRunner } from '../ffmpeg/run-order.ts';

export interface PosterOrder {
  /** A finished film. */
  readonly film: string;
  readonly atFrame: Frames;
  /** The JPEG to write, 1280 × 720. */
  readonly to: string;
  readonly folder: string;
  readonly signal?: AbortSignal | undefined;
}

/** One picture of the film with its graphics, as people see it first. */
export async function writePoster(runner: MediaRunner, order: PosterOrder): Promise<void> {
  await runner.ffmpeg({
    tokens: [
      ['-ss', (order.atFrame / FRAME_RATE).toFixed(2)],
      ['-i', `file:${order.film}`],
      // JPEG is full range in BT.601 by its own definition.
      ['-vf', 'scale=1280:720:out_color_matrix=bt601:out_range=pc,setsar=1,format=yuvj420p'],
      ['-frames:v', '1', '-q:v', '3', '-map_metadata', '-1'],
      ['-f', 'mjpeg', `file:${order.to}`],
    ],
    reads: [order.film],
    writes: order.folder,
    signal: order.signal,
  });
}
