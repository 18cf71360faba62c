import { usePage } from './context.ts';
import { formatCount } from './format.ts';

/** Twenty and "more": how many are shown, and the link that shows further ones. */
export interface MoreView {
  readonly shown: number;
  readonly total: number;
  /** Address of the longer (or next) list; none when all is shown. */
  readonly moreHref?: string | undefined;
}

export function More(props: { view: MoreView }) {
  const { t } = usePage();
  const { shown, total, moreHref } = props.view;
  if (!moreHref) return null;
  return (
    <p class="more">
      <span class="sm mut">{t('list.shown', { n: formatCount(shown), all: formatCount(total) })}</span>
      <a class="btn q" href={moreHref}>
        {t('list.more')}
      </a>
    </p>
  );
}
