import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { PresetDataError } from './preset-data.ts';

const words = z.string().min(1);
const both = z.strictObject({ hi: words, en: words });
const code = z.string().regex(/^[A-Z]{3}$/);
const day = z.iso.date();

/** An invented beneficiary's drawn and spoken clip; `cues` are [start, end] seconds of each line of `script`. */
const demoClip = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]*$/),
    file: z.string().regex(/^clips\/[a-z0-9-]+\.mp4$/),
    person: both,
    village: both,
    district: code,
    scheme: code,
    language: z.literal('hi'),
    quote: both,
    script: z.array(words).min(3),
    cues: z.array(z.tuple([z.number().min(0), z.number()])),
    consent: z.strictObject({
      scope: z.array(z.enum(['cable', 'social'])).min(1),
      given: z.enum(['form', 'recording']),
      on: day,
    }),
    look: z.record(z.string(), z.unknown()),
  })
  .refine(({ script, cues }) => script.length === cues.length, 'each script line needs its cue')
  .transform(({ look: _, ...clip }) => clip);

export type DemoClip = z.infer<typeof demoClip>;

/** Reads demo/demo.yaml of `folder` (the project's presets/); `file` becomes a full path. Throws PresetDataError. */
export function readDemoClips(folder: string): DemoClip[] {
  const path = join(folder, 'demo', 'demo.yaml');
  const read = z.strictObject({ clips: z.array(demoClip) }).safeParse(parse(readFileSync(path, 'utf8')));
  if (!read.success) throw new PresetDataError(`${path}\n${z.prettifyError(read.error)}`, { cause: read.error });
  return read.data.clips.map((clip) => ({ ...clip, file: join(folder, 'demo', clip.file) }));
}
