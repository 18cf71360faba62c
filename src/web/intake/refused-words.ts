import type { MessageKey } from '../locales/index.ts';

interface RefusedWords {
  readonly badge: MessageKey;
  readonly title: MessageKey;
}

const DID_NOT_OPEN: RefusedWords = { badge: 'state.refused', title: 'refused.title' };
const UNFIT: RefusedWords = { badge: 'refused.badgeUnfit', title: 'refused.titleUnfit' };
const LONG: RefusedWords = { badge: 'refused.badgeLong', title: 'refused.titleLong' };

/** These were opened and looked at: to say that they did not open would send people to look for another fault. */
const OPENED: Readonly<Record<string, RefusedWords>> = {
  'clip.refused.short': { badge: 'refused.badgeShort', title: 'refused.titleShort' },
  'clip.refused.long': LONG,
  'clip.refused.big': UNFIT,
  'clip.refused.noPicture': { badge: 'refused.badgeNoPicture', title: 'refused.titleUnfit' },
  'clip.refused.codec': UNFIT,
  'clip.refused.protected': UNFIT,
  'clip.refused.large': UNFIT,
  'clip.refused.small': UNFIT,
  'clip.refused.rate': UNFIT,
};

/** What a refused film is called on its card and its page, by the refusal's message key. */
export function refusedWords(user: string | undefined): RefusedWords {
  return OPENED[user ?? ''] ?? DID_NOT_OPEN;
}
