import { Badge } from '../frame/badge.tsx';
import type { PageContext } from '../frame/context.ts';
import { Note } from '../frame/note.tsx';
import { ListPage } from '../frame/page.tsx';
import type { ReadyPart } from '../http/ready.ts';

export interface HealthView {
  readonly parts: Readonly<Partial<Record<string, ReadyPart>>>;
  readonly version: string;
  /** Why no stronger walls stand around FFmpeg. */
  readonly walls: readonly string[];
  /** News that a part of the service could not take in, though it was tried. */
  readonly stuck: readonly { fact: string; subscriber: string; attempts: number; lastError: string | null }[];
}

// Those at fault stand out by colour, word and shape; the order is the line's own.
const PARTS = ['database', 'blobs', 'ffmpeg', 'sandbox', 'disk'] as const;

/** Whether every part of the service works. Details are the programs' own words. */
export function HealthPage({ context, view }: { context: PageContext; view: HealthView }) {
  const { t } = context;
  return (
    <ListPage context={context} title={t('admin.health')}>
      <h1>{t('admin.health')}</h1>
      <ul class="rows card flat">
        {PARTS.map((part) => (
          <Part context={context} name={part} part={view.parts[part]} />
        ))}
      </ul>
      {view.walls.map((reason) => (
        <Note tone="wait" icon="warn" title={t('health.walls')}>
          <span lang="en">{reason}</span>
        </Note>
      ))}
      <section class="card stack">
        <h2>{t('health.stuck')}</h2>
        {view.stuck.length === 0 && <p class="mut">{t('health.noStuck')}</p>}
        {view.stuck.map((one) => (
          <p class="cut-all sm" lang="en">
            {one.fact} → {one.subscriber} ({one.attempts}): {one.lastError}
          </p>
        ))}
      </section>
      <p class="mut sm">{t('health.version', { version: view.version })}</p>
    </ListPage>
  );
}

function Part(props: { context: PageContext; name: (typeof PARTS)[number]; part: ReadyPart | undefined }) {
  const { t } = props.context;
  const ok = props.part?.ok ?? false;
  return (
    <li class="r2">
      <span>
        <b>{t(`health.part.${props.name}`)}</b>
        {props.part?.detail && (
          <small class="mut cut-all" lang="en">
            {' '}
            {props.part.detail}
          </small>
        )}
      </span>
      <Badge tone={ok ? 'ok' : 'bad'} icon={ok ? 'okc' : 'xc'}>
        {t(ok ? 'health.ok' : 'health.bad')}
      </Badge>
    </li>
  );
}
