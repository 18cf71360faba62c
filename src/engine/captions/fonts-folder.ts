import { copyFile, mkdir, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { FONT_NAMES, fontFile } from '../graphics/typeface.ts';

/**
 * One flat folder `<parent>/fonts` with the TTF files that captions need, for libass's `fontsdir`: it reads no folders in
 * folders, and stumbles over other files. Copies what is missing; safe to call from two processes at once. Answers its path.
 */
export async function fontsFolder(parent: string): Promise<string> {
  const folder = join(parent, 'fonts');
  await mkdir(folder, { recursive: true });
  for (const name of FONT_NAMES) {
    const source = fontFile(name);
    await copyOnce(source, join(folder, basename(source)));
  }
  return folder;
}

async function copyOnce(source: string, target: string): Promise<void> {
  const [wanted, there] = await Promise.all([stat(source), stat(target).catch(absent)]);
  if (there?.size === wanted.size) return;
  const part = `${target}.${process.pid}.part`;
  try {
    await copyFile(source, part);
    await rename(part, target);
  } finally {
    await rm(part, { force: true });
  }
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
  return undefined;
}
