import { StaleVersionError } from '../../kernel/etag.ts';

/** What `save` answers, or 'stale' when somebody has changed the row since it was read: its page says so. */
export function orStale<T>(save: () => T): T | 'stale' {
  try {
    return save();
  } catch (error) {
    if (error instanceof StaleVersionError) return 'stale';
    throw error;
  }
}
