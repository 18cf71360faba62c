import type { JobState } from '../../kernel/jobs.ts';
import { Badge } from '../frame/badge.tsx';
import { FilterChips } from '../frame/chips.tsx';
import type { PageContext } from '../frame/context.ts';
import { Empty } from '../frame/empty.tsx';
import { ActButton } from '../frame/form.tsx';
import { formatWhen } from '../frame/format.ts';
import type { IconName } from '../frame/icon.tsx';
import { ListPage } from '../frame/page.tsx';
import { Cell, Table } from '../frame/table.tsx';
import type { Tone } from '../frame/tone.ts';

export interface JobsView {
  readonly states: readonly JobState[];
  readonly state: JobState | undefined;
  readonly jobs: readonly JobRow[];
}

interface JobRow {
  readonly id: string;
  readonly name: string;
  readonly state: JobState;
  readonly attempts: string;
  readonly at: Date;
  readonly why: string | undefined;
}

const LOOKS: Readonly<Record<JobState, { icon: IconName; tone?: Tone }>> = {
  waiting: { icon: 'clock' },
  running: { icon: 'ring', tone: 'work' },
  done: { icon: 'okc', tone: 'ok' },
  refused: { icon: 'xc', tone: 'bad' },
  dead: { icon: 'warn', tone: 'bad' },
  cancelled: { icon: 'off' },
};

/** The newest hundred jobs, why they stopped, and the buttons that stop or start them. */
export function JobsPage({ context, view }: { context: PageContext; view: JobsView }) {
  const { t } = context;
  const chips = [
    { label: t('admin.all'), href: '/admin/jobs', current: view.state === undefined },
    ...view.states.map((state) => ({
      label: t(`job.${state}`),
      href: `/admin/jobs?state=${state}`,
      current: view.state === state,
    })),
  ];
  return (
    <ListPage context={context} title={t('admin.jobs')}>
      <h1>{t('admin.jobs')}</h1>
      <FilterChips label={t('list.filter')} chips={chips} />
      {view.jobs.length === 0 ? (
        <Empty title={t('admin.noJobs')} icon="okc" />
      ) : (
        <JobTable context={context} view={view} />
      )}
    </ListPage>
  );
}

function JobTable({ context, view }: { context: PageContext; view: JobsView }) {
  const { t, now, language } = context;
  const state = { label: t('people.state') };
  const why = { label: t('admin.why') };
  const at = { label: t('admin.when') };
  const acts = { label: t('people.acts'), acts: true };
  return (
    <div class="card flat">
      <Table columns={[{ label: t('admin.job') }, state, why, at, acts]} caption={t('admin.jobs')}>
        {view.jobs.map((job) => (
          <tr>
            <th scope="row">
              <JobName context={context} name={job.name} />
              <small class="mut num"> {job.attempts}</small>
            </th>
            <Cell column={state}>
              <Badge icon={LOOKS[job.state].icon} tone={LOOKS[job.state].tone}>
                {t(`job.${job.state}`)}
              </Badge>
            </Cell>
            <Cell column={why}>
              <span class="cut-all">{job.why ?? '–'}</span>
            </Cell>
            <Cell column={at}>{formatWhen(job.at, now, language)}</Cell>
            <Cell column={acts}>
              <JobActs context={context} job={job} />
            </Cell>
          </tr>
        ))}
      </Table>
    </div>
  );
}

const NAMED = ['intake.check', 'spots.draft', 'render.cut'] as const;

/** A job in words, with the name that logs and the command line use. */
function JobName({ context, name }: { context: PageContext; name: string }) {
  const known = NAMED.find((one) => one === name);
  return (
    <>
      {known && `${context.t(`job.name.${known}`)} `}
      <small class="mut" lang="en">
        {name}
      </small>
    </>
  );
}

function JobActs({ context, job }: { context: PageContext; job: JobRow }) {
  const { t } = context;
  if (job.state === 'done') return null;
  const act = job.state === 'waiting' || job.state === 'running' ? 'cancel' : 'retry';
  return (
    <ActButton action={`/admin/jobs/${job.id}/${act}`} class="q">
      {t(`job.${act}`)}
    </ActButton>
  );
}
