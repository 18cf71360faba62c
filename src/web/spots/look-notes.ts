import type { Spot } from '../../domain/spots/index.ts';
import { RefusalError } from '../../kernel/refusal.ts';
import type { Tone } from '../frame/tone.ts';
import type { WebContext } from '../http/route.ts';
import { type MessageKey, messageIn } from '../locales/index.ts';
import { lookOfSpot } from './spot-film.ts';

/** Of each look, what should be known before a film is made in it. */
export type LookNotes = Readonly<Record<Spot['document']['look'], readonly { tone: Tone; text: string }[]>>;

/** What the district's office chose and films show otherwise: unreadable colours, a mark that is gone. */
export async function listLookNotes(c: WebContext, spot: Spot): Promise<LookNotes> {
  const of = (look: Spot['document']['look']) => notesOf(c, spot, look);
  return { sober: await of('sober'), warm: await of('warm'), bold: await of('bold') };
}

async function notesOf(c: WebContext, spot: Spot, look: Spot['document']['look']): Promise<LookNotes['sober']> {
  const t = c.get('t');
  try {
    const { mended } = await lookOfSpot(c, spot, look);
    return mended.map(({ role, chosen, drawn }) => ({
      tone: 'wait',
      text: t('spot.lookMended', { role: t(`look.role.${role}` satisfies MessageKey), chosen, drawn }),
    }));
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    const { user, params } = error.refusal;
    return [{ tone: 'bad', text: messageIn(c.get('language'), user, params) }];
  }
}
