import { FilterChips } from '../frame/chips.tsx';
import type { PageContext } from '../frame/context.ts';
import { Empty } from '../frame/empty.tsx';
import { formatCount } from '../frame/format.ts';
import { Icon } from '../frame/icon.tsx';
import { ListPage } from '../frame/page.tsx';
import { More, type MoreView } from '../frame/pagination.tsx';
import { PhoneSearch } from '../frame/search.tsx';
import { type Done, Toast } from '../frame/toast.tsx';
import { ClipCard, type ClipCardView } from './clip-card.tsx';
import { FirstClip } from './first-clip.tsx';

export interface HomeView {
  readonly islands: readonly string[];
  readonly sendHref: string;
  /** Where the phone's search goes; it keeps `q` in the address. */
  readonly searchAction: string;
  readonly query?: string | undefined;
  readonly filters: readonly HomeFilter[];
  /** What moves and what needs the person first. */
  readonly clips: readonly ClipCardView[];
  readonly more: MoreView;
  readonly changedAt?: Date | undefined;
  readonly done?: Done | undefined;
}

export interface HomeFilter {
  readonly kind: 'all' | 'yours' | 'onAir' | 'inReview' | 'approved';
  readonly count: number;
  readonly href: string;
  readonly current: boolean;
}

/** "What waits for me": the staff's clips (01), or how to begin (11b). */
export function HomePage({ context, view }: { context: PageContext; view: HomeView }) {
  const none = view.clips.length === 0 && !view.query && view.filters.every((filter) => filter.count === 0);
  return (
    <ListPage
      context={context}
      title={context.t('home.title')}
      place="clips"
      islands={view.islands}
      changedAt={view.changedAt}
    >
      {none ? <FirstClip greeting={greeting(context)} sendHref={view.sendHref} /> : <Clips {...{ context, view }} />}
      {view.done && <Toast done={view.done} />}
    </ListPage>
  );
}

function Clips({ context, view }: { context: PageContext; view: HomeView }) {
  const { t } = context;
  return (
    <>
      <div class="head">
        <div>
          <p class="mut">{greeting(context)}</p>
          <h1>{t('home.title')}</h1>
        </div>
        <a class="btn go big" href={view.sendHref}>
          <Icon name="send" />
          {t('act.sendClip')}
        </a>
      </div>
      <div class="stack t">
        <PhoneSearch action={view.searchAction} label={t('home.search')} query={view.query} />
        <FilterChips
          part="filters"
          label={t('list.filter')}
          chips={view.filters.map((filter, index) => ({
            label: `${t(`home.filter.${filter.kind}`)} ${formatCount(filter.count)}`,
            href: filter.href,
            current: filter.current,
            deskOnly: index > 2 && !filter.current,
          }))}
        />
      </div>
      {view.clips.length > 0 ? (
        <ul class="clips" data-cards>
          {view.clips.map((clip) => (
            <ClipCard view={clip} />
          ))}
        </ul>
      ) : (
        <Empty title={view.query ? t('empty.search', { text: view.query }) : t('home.noneInFilter')} icon="search" />
      )}
      <More view={view.more} />
    </>
  );
}

function greeting({ t, person }: PageContext): string {
  if (!person) return '';
  const first = person.name.split(' ')[0] ?? person.name;
  return `${t('home.greeting', { name: first })} · ${person.role}`;
}
