import type { WebContext } from '../http/route.ts';
import type { LookField } from './look-form.ts';
import type { LookView } from './look-page.tsx';

/** What is said beside each field at fault; `mark` is what was wrong with a mark handed in with the form. */
export function whyOf(c: WebContext, faults: readonly LookField[], mark: string | undefined): LookView['why'] {
  const t = c.get('t');
  const sentence = (field: LookField) => {
    if (field === 'mark') return mark ?? t('look.why.mark');
    if (field.startsWith('colour.')) return t('scheme.why.colour');
    return t(field.startsWith('hi.') ? 'look.why.hindi' : 'look.why.word');
  };
  return Object.fromEntries(faults.map((field) => [field, sentence(field)]));
}
