import type { Refusal } from '../../kernel/refusal.ts';
import { type Language, messageIn } from './index.ts';
import { sayFaultNames } from './say-check.ts';

/** A stored refusal as a sentence; checks that it names by their ids are named in words. */
export function sayRefusal(language: Language, { user, params = {} }: Refusal): string {
  const { faults } = params;
  const named = faults === undefined ? {} : { faults: sayFaultNames(language, String(faults)) };
  return messageIn(language, user, { ...params, ...named });
}
