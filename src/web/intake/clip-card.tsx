import type { Frames } from '../../kernel/frames.ts';
import { Badge } from '../frame/badge.tsx';
import { usePage } from '../frame/context.ts';
import { Poster } from '../frame/film-frame.tsx';
import { formatCount, formatDay, formatLength, formatWhen } from '../frame/format.ts';
import { Icon, type IconName } from '../frame/icon.tsx';
import { Progress } from '../frame/progress.tsx';
import type { Tone } from '../frame/tone.ts';
import { Words } from '../frame/words.tsx';
import type { Making } from './making.ts';
import { MakingBar } from './making-bar.tsx';
import { refusedWords } from './refused-words.ts';
import { SentOf } from './upload-card.tsx';

/** One state in plain words, with what belongs to it. */
export type ClipState =
  | { readonly kind: 'sending'; readonly sentBytes: number; readonly totalBytes: number; readonly secondsLeft?: number }
  /** `why`: the refusal's message key. */
  | { readonly kind: 'refused'; readonly why?: string | undefined }
  | { readonly kind: 'whoMissing' | 'consentMissing' }
  | { readonly kind: 'making'; readonly making: Making }
  | { readonly kind: 'yourCheck' }
  | {
      readonly kind: 'inReview';
      readonly sentAt: Date /** Its films. */;
      readonly making?: Making | undefined;
      readonly stopped?: boolean;
    }
  /** The first day on air lies ahead; or it has run, and the next day does. */
  | { readonly kind: 'approved'; readonly firstDay?: string | undefined; readonly nextDay?: string | undefined }
  | { readonly kind: 'onAir'; readonly channels: number; readonly playsToday: number; readonly airingsHref: string }
  | { readonly kind: 'returned'; readonly comment?: string | undefined; readonly by?: string | undefined }
  | { readonly kind: 'withdrawn' | 'hasRun' };

export interface ClipCardView {
  /** Its own on the page: the clip's, or the spot's. */
  readonly id: string;
  /** Clip and spot: what news may be about. */
  readonly subjects: readonly string[];
  readonly href: string;
  readonly name: string;
  /** "ग्राम नरवर" */
  readonly place: string;
  readonly scheme: string;
  readonly poster?: string | undefined;
  readonly length?: Frames | undefined;
  readonly state: ClipState;
}

const LOOKS: Readonly<Record<ClipState['kind'], { icon: IconName; tone?: Tone; spin?: boolean }>> = {
  sending: { icon: 'cloud', tone: 'work' },
  refused: { icon: 'xc', tone: 'bad' },
  whoMissing: { icon: 'user', tone: 'wait' },
  consentMissing: { icon: 'warn', tone: 'wait' },
  making: { icon: 'ring', tone: 'work', spin: true },
  yourCheck: { icon: 'eye', tone: 'wait' },
  inReview: { icon: 'clock' },
  approved: { icon: 'okc', tone: 'ok' },
  onAir: { icon: 'air', tone: 'ok' },
  returned: { icon: 'ret', tone: 'bad' },
  hasRun: { icon: 'okc', tone: 'ok' },
  withdrawn: { icon: 'off' },
};

/** Where a clip stands, as a badge. */
export function StateBadge(props: { kind: ClipState['kind']; why?: string | undefined }) {
  const { t } = usePage();
  const words = props.kind === 'refused' ? refusedWords(props.why).badge : (`state.${props.kind}` as const);
  return <Badge {...LOOKS[props.kind]}>{t(words)}</Badge>;
}

export function ClipCard({ view }: { view: ClipCardView }) {
  return (
    <li class="card clip" data-card={view.id} data-subjects={view.subjects.join(' ')}>
      <Poster image={view.poster} length={view.length === undefined ? undefined : formatLength(view.length)} />
      <div class="stack t">
        <div>
          <h2>
            <a href={view.href} class="plain">
              <Words text={view.name} />
            </a>
          </h2>
          <p class="sm mut">
            <Words text={`${view.place} · ${view.scheme}`} />
          </p>
        </div>
        <StateBadge kind={view.state.kind} why={view.state.kind === 'refused' ? view.state.why : undefined} />
      </div>
      <NextAct view={view} state={view.state} />
    </li>
  );
}

function NextAct({ view, state }: { view: ClipCardView; state: ClipState }) {
  const { t, language, now } = usePage();
  switch (state.kind) {
    case 'sending':
      return (
        <div class="all stack t">
          <Progress
            share={state.totalBytes > 0 ? state.sentBytes / state.totalBytes : 0}
            label={t('home.sendingOf', { name: view.name })}
          />
          <small class="mut" data-progress={t('upload.sentOf')}>
            <SentOf sent={state.sentBytes} total={state.totalBytes} secondsLeft={state.secondsLeft} />
          </small>
        </div>
      );
    case 'making':
      return <MakingBar class="all stack t" making={state.making} label={t('home.makingOf', { name: view.name })} />;
    case 'yourCheck':
      return <Act href={view.href} text={t('act.checkCaptions')} />;
    case 'refused':
      return <Act href={view.href} text={t('home.whatNow')} />;
    case 'whoMissing':
      return <Act href={view.href} text={t('home.sayWho')} />;
    case 'consentMissing':
      return <Act href={view.href} text={t('home.addConsent')} />;
    case 'returned':
      return <Returned view={view} state={state} />;
    case 'inReview':
      return (
        <div class="all stack t">
          <small class="mut">{t('home.sentAt', { when: formatWhen(state.sentAt, now, language) })}</small>
          {state.making && <MakingBar making={state.making} label={t('home.filmsOf', { name: view.name })} />}
          {state.stopped && !state.making && <Act href={view.href} text={t('home.filmsStopped')} />}
        </div>
      );
    case 'approved':
      if (state.firstDay) return <Waiting text={t('home.firstDay', { day: formatDay(state.firstDay) })} />;
      return (
        <Waiting text={state.nextDay ? t('home.nextDay', { day: formatDay(state.nextDay) }) : t('home.noDayYet')} />
      );
    case 'hasRun':
      return <Waiting text={t('home.hasRun')} />;
    case 'onAir':
      return (
        <a class="btn q all" href={state.airingsHref}>
          {t('home.onAir', { channels: formatCount(state.channels), plays: formatCount(state.playsToday) })}{' '}
          <Icon name="next" />
        </a>
      );
    case 'withdrawn':
      return <Waiting text={t('home.withdrawn')} />;
  }
}

function Act(props: { href: string; text: string }) {
  return (
    <a class="btn soft all" href={props.href}>
      {props.text}
    </a>
  );
}

function Waiting(props: { text: string }) {
  return <small class="mut all">{props.text}</small>;
}

function Returned({ view, state }: { view: ClipCardView; state: Extract<ClipState, { kind: 'returned' }> }) {
  const { t } = usePage();
  return (
    <div class="all stack t">
      {state.comment && (
        <p class="sm">
          <Words text={`“${state.comment}”${state.by ? ` — ${state.by}` : ''}`} />
        </p>
      )}
      <a class="btn soft w" href={view.href}>
        {t('act.fixAndSend')}
      </a>
    </div>
  );
}
