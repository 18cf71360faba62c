import { Badge } from '../frame/badge.tsx';
import { usePage } from '../frame/context.ts';
import { Poster } from '../frame/film-frame.tsx';
import { formatCount, formatWaiting } from '../frame/format.ts';
import { Words } from '../frame/words.tsx';

/** Why a spot needs care first; one word that a clerk knows. */
export type Worry = 'noConsent' | 'qualityFailed' | 'quietSound' | 'longCaption' | 'unsureWords';

export interface QueueItemView {
  readonly href: string;
  readonly poster?: string | undefined;
  readonly name: string;
  readonly district: string;
  readonly waitingSince: Date;
  readonly worry?: Worry | undefined;
  readonly current?: boolean;
}

/** The spots that wait, the reason to worry before the age. */
export function Queue({ items }: { items: readonly QueueItemView[] }) {
  const { t } = usePage();
  return (
    <nav class="rows" aria-label={t('review.queueLabel')}>
      {items.map((item) => (
        <QueueItem item={item} />
      ))}
    </nav>
  );
}

function QueueItem({ item }: { item: QueueItemView }) {
  const { t, language, now } = usePage();
  const bad = item.worry === 'noConsent' || item.worry === 'qualityFailed';
  return (
    <a href={item.href} class="r1" aria-current={item.current ? 'true' : undefined}>
      <Poster image={item.poster} />
      <div>
        <b>
          <Words text={item.name} />
        </b>
        <br />
        <small class="mut">
          {item.district} · {formatWaiting(item.waitingSince, now, language)}
        </small>
        {item.worry && (
          <>
            <br />
            <Badge icon="warn" tone={bad ? 'bad' : 'wait'}>
              {t(`review.worry.${item.worry}`)}
            </Badge>
          </>
        )}
      </div>
    </a>
  );
}

/** The queue beside the spot, on wide desks. */
export function QueueAside(props: { items: readonly QueueItemView[]; total: number }) {
  const { t } = usePage();
  return (
    <aside class="card flat queue">
      <h2 class="pad">
        {t('review.queue')} <span class="mut">{formatCount(props.total)}</span>
      </h2>
      <Queue items={props.items} />
    </aside>
  );
}
