import type { PageContext } from '../frame/context.ts';
import { Empty } from '../frame/empty.tsx';
import { formatCount } from '../frame/format.ts';
import { Note } from '../frame/note.tsx';
import { ListPage } from '../frame/page.tsx';
import type { Notice } from './list-notices.ts';

const BAD: readonly Notice['kind'][] = ['returned', 'refused', 'openRecalls', 'deadJobs'];

/** What the bell leads to: each thing that waits, with the way to it. */
export function NoticesPage({ context, notices }: { context: PageContext; notices: readonly Notice[] }) {
  const { t } = context;
  return (
    <ListPage context={context} title={t('frame.notices')}>
      <h1>{t('frame.notices')}</h1>
      {notices.length === 0 && <Empty title={t('notices.none')} text={t('notices.noneText')} icon="bell" />}
      {notices.map(({ kind, count, href }) => (
        <Note tone={BAD.includes(kind) ? 'bad' : 'wait'} icon={BAD.includes(kind) ? 'warn' : 'clock'}>
          <span>{t(`notices.${kind}`, { n: formatCount(count) })}</span>
          <a class="btn q" href={href}>
            {t('notices.open')}
          </a>
        </Note>
      ))}
    </ListPage>
  );
}
