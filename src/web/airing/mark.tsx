import { Badge } from '../frame/badge.tsx';
import { usePage } from '../frame/context.ts';
import { Icon, type IconName } from '../frame/icon.tsx';
import type { Tone } from '../frame/tone.ts';

/** What is known of a day or a play. `missing` only where a recording covers the whole time. */
export type Mark = 'planned' | 'aired' | 'proved' | 'missing' | 'unknown' | 'noLog';

const MARKS: Readonly<Record<Mark, { icon: IconName; class: string; badge: IconName; tone?: Tone; key: string }>> = {
  planned: { icon: 'mp', class: 'p', badge: 'mp', key: '' },
  aired: { icon: 'ma', class: 'a', badge: 'clock', tone: 'wait', key: '' },
  proved: { icon: 'mv', class: 'v', badge: 'okc', tone: 'ok', key: 'c-ok' },
  missing: { icon: 'mx', class: 'x', badge: 'xc', tone: 'bad', key: 'c-bad' },
  unknown: { icon: 'help', class: '', badge: 'help', key: '' },
  noLog: { icon: 'mn', class: '', badge: 'help', key: '' },
};

/** One day of one operator, as a link that opens its rows. */
export function MarkLink(props: { mark: Mark; href: string; label: string; current?: boolean; number?: number }) {
  const { icon, class: tone } = MARKS[props.mark];
  return (
    <a
      class={tone ? `m ${tone}` : 'm'}
      href={props.href}
      aria-label={props.label}
      aria-current={props.current ? 'true' : undefined}
    >
      <Icon name={icon} />
      {props.number !== undefined && <span class="num">{props.number}</span>}
    </a>
  );
}

/** The mark with its word and its count, above the grid. */
export function MarkKey(props: { mark: Mark; count: string }) {
  const { t } = usePage();
  const { icon, key } = MARKS[props.mark];
  return (
    <span class={key || undefined}>
      <Icon name={icon} />
      {t(`mark.${props.mark}`)} <b class="num">{props.count}</b>
    </span>
  );
}

export function MarkBadge(props: { mark: Mark }) {
  const { t } = usePage();
  const { badge, tone } = MARKS[props.mark];
  return (
    <Badge icon={badge} tone={tone}>
      {t(`mark.${props.mark}`)}
    </Badge>
  );
}
