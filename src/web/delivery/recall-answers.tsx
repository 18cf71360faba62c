import { Badge } from '../frame/badge.tsx';
import { usePage } from '../frame/context.ts';
import { formatClock, formatCount, formatDay, formatTime } from '../frame/format.ts';
import { Icon } from '../frame/icon.tsx';
import { Cell, Table } from '../frame/table.tsx';

export interface AnswerView {
  readonly operator: string;
  readonly district: string;
  readonly state: 'silent' | 'seen' | 'removed';
  /** Broadcast-day time of a silent one's next planned play, `19:30:00`. */
  readonly nextPlay?: string | undefined;
  /** Its day, where that is not today: `2026-11-28`. */
  readonly nextDay?: string | undefined;
  readonly seenAt?: Date | undefined;
  readonly removedAt?: Date | undefined;
  /** As dialled; offered until they confirm. */
  readonly phone?: string | undefined;
}

/** Every operator's answer to a recall; who is silent stands first, with the telephone. */
export function RecallAnswers(props: {
  answers: readonly AnswerView[];
  operators: number;
  restHref?: string | undefined;
}) {
  const { t } = usePage();
  const columns = [
    { label: t('recalls.operator') },
    { label: t('recalls.district') },
    { label: t('op.state') },
    { label: t('recalls.when') },
    { label: t('list.acts'), acts: true },
  ] as const;
  return (
    <div class="card flat">
      <Table columns={columns} caption={t('recalls.answers')}>
        {props.answers.map((answer) => (
          <tr>
            <th scope="row">{answer.operator}</th>
            <Cell column={columns[1]}>{answer.district}</Cell>
            <Cell column={columns[2]}>
              <AnswerBadge state={answer.state} />
            </Cell>
            <Cell column={columns[3]}>
              <When answer={answer} />
            </Cell>
            <Cell column={columns[4]}>
              {answer.phone && answer.state !== 'removed' && (
                <a
                  class="btn"
                  href={`tel:${answer.phone}`}
                  aria-label={t('recalls.callWho', { name: answer.operator })}
                >
                  <Icon name="phone" />
                  {t('recalls.call')}
                </a>
              )}
            </Cell>
          </tr>
        ))}
      </Table>
      {props.restHref && (
        <p class="pad">
          <a class="btn q" href={props.restHref}>
            {t('list.rest', { n: formatCount(props.operators - props.answers.length) })}
          </a>
        </p>
      )}
    </div>
  );
}

function AnswerBadge(props: { state: AnswerView['state'] }) {
  const { t } = usePage();
  if (props.state === 'removed')
    return (
      <Badge icon="okc" tone="ok">
        {t('recalls.removed')}
      </Badge>
    );
  if (props.state === 'seen')
    return (
      <Badge icon="eye" tone="wait">
        {t('recalls.seen')}
      </Badge>
    );
  return (
    <Badge icon="warn" tone="bad">
      {t('recalls.silent')}
    </Badge>
  );
}

function When({ answer }: { answer: AnswerView }) {
  const { t, language } = usePage();
  if (answer.state === 'removed') return <>{answer.removedAt ? formatTime(answer.removedAt) : ''}</>;
  if (answer.nextPlay)
    return (
      <>
        {t('recalls.runsAt', {
          time: `${answer.nextDay ? `${formatDay(answer.nextDay)}, ` : ''}${formatClock(answer.nextPlay, language)}`,
        })}
      </>
    );
  return <>{answer.seenAt ? t('recalls.seenAt', { time: formatTime(answer.seenAt) }) : ''}</>;
}
