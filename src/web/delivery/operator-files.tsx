import type { Frames } from '../../kernel/frames.ts';
import { Badge } from '../frame/badge.tsx';
import { usePage } from '../frame/context.ts';
import { formatCount, formatDay, formatLength, formatSize } from '../frame/format.ts';
import { Icon } from '../frame/icon.tsx';
import { Cell, Table } from '../frame/table.tsx';
import { Words } from '../frame/words.tsx';

export interface OperatorFilesView {
  /** Whose plays they are for. */
  readonly day: string;
  readonly total: number;
  readonly files: readonly OperatorFileView[];
  readonly restHref?: string | undefined;
}

export interface OperatorFileView {
  readonly title: string;
  /** "UJNPMA00119.mpg" */
  readonly fileName: string;
  readonly length: Frames;
  readonly sizeBytes: number;
  readonly state: 'new' | 'present' | 'partial';
  readonly href: string;
}

/** A day's files with size and state; each can be fetched by itself. */
export function OperatorFiles({ view, today }: { view: OperatorFilesView; today: string }) {
  const { t } = usePage();
  const title = view.day === today ? t('op.files') : t('op.filesOf', { day: formatDay(view.day) });
  const columns = [
    { label: t('op.spot') },
    { label: t('op.length') },
    { label: t('op.size'), number: true },
    { label: t('op.state') },
    { label: t('list.acts'), acts: true },
  ] as const;
  return (
    <section class="card flat">
      <h2 class="pad">
        {title} <span class="mut">{formatCount(view.total)}</span>
      </h2>
      {view.files.length > 0 && (
        <Table columns={columns}>
          {view.files.map((file) => (
            <tr>
              <th scope="row">
                <Words text={file.title} />
                <br />
                <span class="code">{file.fileName}</span>
              </th>
              <Cell column={columns[1]}>{formatLength(file.length)}</Cell>
              <Cell column={columns[2]}>{formatSize(file.sizeBytes)}</Cell>
              <Cell column={columns[3]}>
                <FileState state={file.state} />
              </Cell>
              <Cell column={columns[4]}>
                <a class="btn" href={file.href} aria-label={t('op.getFile', { name: file.title })}>
                  <Icon name="down" />
                  {t('op.get')}
                </a>
              </Cell>
            </tr>
          ))}
        </Table>
      )}
      {view.restHref && (
        <p class="pad">
          <a class="btn q" href={view.restHref}>
            {t('list.rest', { n: formatCount(view.total - view.files.length) })}
          </a>
        </p>
      )}
    </section>
  );
}

function FileState(props: { state: OperatorFileView['state'] }) {
  const { t } = usePage();
  if (props.state === 'present')
    return (
      <Badge icon="check" tone="ok">
        {t('op.present')}
      </Badge>
    );
  if (props.state === 'partial')
    return (
      <Badge icon="clock" tone="wait">
        {t('op.partial')}
      </Badge>
    );
  return (
    <Badge icon="plus" tone="work">
      {t('op.new')}
    </Badge>
  );
}
