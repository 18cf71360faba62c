import type { z } from 'zod';

/** Who waits for it: a person now, a person soon, or nobody. Lower goes first. */
export type JobPriority = 0 | 1 | 2;

/** What a job is called and may cost; the handler stands elsewhere (worker/), so that enqueuing loads no FFmpeg code. */
export interface JobDefinition<P = unknown> {
  readonly name: string;
  readonly payload: z.ZodType<P>;
  readonly priority: JobPriority;
  /** Claims before it is dead-lettered; counted at claim, so a job that kills its worker ends too. */
  readonly attempts: number;
  /** Uses FFmpeg for long: counted against the media slots. */
  readonly media: boolean;
}

export function defineJob<P>(definition: JobDefinition<P>): JobDefinition<P> {
  return definition;
}

export interface JobOrder<P = unknown> {
  readonly definition: JobDefinition<P>;
  readonly payload: P;
  /**
   * Built from the hashes of what it works on. A second order with the same name and key is the same job while that waits,
   * runs or is done; once it is refused, dead or cancelled, a new order is a new job with its own attempts.
   */
  readonly key: string;
  /** The clip, spot or cut that people look for it under. */
  readonly subject?: string;
  /** Not before this instant. */
  readonly notBefore?: Date;
}

export type JobState = 'waiting' | 'running' | 'done' | 'refused' | 'dead' | 'cancelled';
