import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '../../kernel/ids.ts';

/** Folders for half-made films, one a run, beside the blobs: so that storing a finished film is a rename. */
export interface Scratch {
  /** A new empty folder for a run of the job. */
  open(jobId: string): Promise<string>;
  close(path: string): Promise<void>;
  /** Removes the folders of jobs that do not run (any more), left by killed workers; how many. */
  sweep(isRunning: (jobId: string) => boolean): Promise<number>;
}

export function createScratch(root: string): Scratch {
  const close = (path: string) => rm(path, { recursive: true, force: true });
  return {
    async open(jobId) {
      const path = join(root, `${jobId}.${newId()}`);
      await mkdir(path, { recursive: true });
      return path;
    },
    close,
    async sweep(isRunning) {
      await mkdir(root, { recursive: true });
      const left = (await readdir(root)).filter((name) => !isRunning(name.split('.')[0] ?? ''));
      for (const name of left) await close(join(root, name));
      return left.length;
    },
  };
}
