import { z } from 'zod';
import type { Refusal } from '../../kernel/refusal.ts';

/** Where a raw film stands. `ready`: checked, with poster and proxy; `refused`: with a sentence for people. */
export type ClipState = 'arriving' | 'checking' | 'ready' | 'refused';

const NEXT = {
  arriving: ['checking', 'refused'],
  checking: ['ready', 'refused'],
  ready: [],
  refused: [],
} as const satisfies Record<ClipState, readonly ClipState[]>;

/** Whether a clip may go from one state to the other. */
export function mayMove(from: ClipState, to: ClipState): boolean {
  return (NEXT[from] as readonly ClipState[]).includes(to);
}

/** `UJN-K0093`: what people tell each other on the telephone. Serials run per district. */
export function formatClipNumber(district: string, serial: number): string {
  return `${district}-K${String(serial).padStart(4, '0')}`;
}

/** What the gate measured on the original; frames and seconds of the film as it came. */
export const clipFacts = z.looseObject({
  container: z.string(),
  durationSeconds: z.number().positive(),
  /** As shown: after rotation. */
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  rotation: z.number(),
  fps: z.number().positive(),
  codec: z.string(),
  audio: z.looseObject({}).nullable(),
  /** Message keys `clip.warn.…`: things to know, nothing to stop for. */
  warnings: z.array(z.string()).default([]),
});
export type ClipFacts = z.infer<typeof clipFacts>;

const storedRefusal = z.object({
  code: z.string(),
  user: z.string(),
  tech: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

/** A refusal as it stands in a row. */
export function parseStoredRefusal(text: string): Refusal {
  const { params, ...refusal } = storedRefusal.parse(JSON.parse(text));
  return params ? { ...refusal, params } : refusal;
}
