import { usePage } from '../frame/context.ts';
import { Icon } from '../frame/icon.tsx';

/** Why the draft chose this part, the weightiest reason first; nothing where it is not known. */
export function WhyPart({ why }: { why: readonly string[] }) {
  const { t } = usePage();
  const [first, ...more] = why;
  if (first === undefined) return null;
  return (
    <section class="stack t" aria-labelledby="why" data-why>
      <h2 id="why" class="sm">
        {t('draft.why.title')}
      </h2>
      <ul class="sm mut why-part">
        {[first, ...more].map((reason) => (
          <li class="row">
            <Icon name="okc" />
            <span>{reason}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
