import { z } from 'zod';
import type { Refusal } from '../../kernel/refusal.ts';

/** Where a raw film stands. `ready`: checked, with poster and proxy; `refused`: with a sentence for people. */
export type ClipState = 'arriving' | 'checking' | 'ready' | 'refused';

/** The ways on. */
const NEXT = {
  arriving: ['checking', 'refused'],
  checking: ['ready', 'refused'],
  ready: [],
  refused: [],
} as const satisfies Record<ClipState, readonly ClipState[]>;

/** Takes a clip's step; throws a programmer's error on a way that does not exist. */
export function stepTo(from: ClipState, to: ClipState): ClipState {
  if (!(NEXT[from] as readonly ClipState[]).includes(to)) throw new Error(`a clip does not go from ${from} to ${to}`);
  return to;
}

/** `UJN-K0093`: what people tell each other on the telephone. Serials run per district. */
export function formatClipNumber(district: string, serial: number): string {
  return `${district}-K${String(serial).padStart(4, '0')}`;
}

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
