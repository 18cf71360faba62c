import { type FilterChip, FilterChips } from '../frame/chips.tsx';
import type { PageContext } from '../frame/context.ts';
import { Empty } from '../frame/empty.tsx';
import { formatCount } from '../frame/format.ts';
import { ListPage } from '../frame/page.tsx';
import { More, type MoreView } from '../frame/pagination.tsx';
import { PhoneSearch } from '../frame/search.tsx';
import { Queue, type QueueItemView } from './queue.tsx';
import { Together, type TogetherView } from './together.tsx';

export interface QueueView {
  /** Division or state in words. */
  readonly reach: string;
  readonly searchAction: string;
  readonly query?: string | undefined;
  readonly filters: readonly FilterChip[];
  /** Oldest first, those to worry about on top. */
  readonly items: readonly QueueItemView[];
  readonly more: MoreView;
  /** For those who decide. */
  readonly together?: TogetherView | undefined;
  readonly changedAt?: Date | undefined;
}

/** All that waits for review: where a reviewer's day begins. */
export function ReviewQueuePage({ context, view }: { context: PageContext; view: QueueView }) {
  const { t } = context;
  return (
    <ListPage context={context} title={t('nav.review')} place="review" changedAt={view.changedAt}>
      <div>
        <p class="sm mut">{view.reach}</p>
        <h1>
          {t('review.queue')} <span class="mut">{formatCount(view.more.total)}</span>
        </h1>
      </div>
      <PhoneSearch action={view.searchAction} label={t('search.label')} query={view.query} />
      {view.filters.length > 0 && <FilterChips label={t('list.filter')} chips={view.filters} />}
      {view.together && <Together view={view.together} />}
      {view.items.length > 0 ? (
        <section class="card flat">
          <Queue items={view.items} />
        </section>
      ) : (
        <Empty title={view.query ? t('empty.search', { text: view.query }) : t('empty.review')} icon="okc" />
      )}
      <More view={view.more} />
    </ListPage>
  );
}
