import { usePage } from '../frame/context.ts';
import { FilmFrame, type FilmFrameView } from '../frame/film-frame.tsx';
import { ActButton } from '../frame/form.tsx';
import { formatDayAndMonth, formatWeekday } from '../frame/format.ts';
import { Icon } from '../frame/icon.tsx';
import { Waveform } from '../frame/waveform.tsx';
import { Words } from '../frame/words.tsx';
import { type Mark, MarkBadge } from './mark.tsx';

export interface DayView {
  readonly operator: string;
  readonly day: string;
  /** "12 तय, 10 प्रमाणित, 1 चला, 1 नहीं चला" */
  readonly sum: string;
  readonly plays: readonly PlayView[];
  readonly makeGood?: MakeGoodView | undefined;
}

export interface PlayView {
  /** Time of the play, `19:30:04`. */
  readonly time: string;
  readonly name: string;
  /** What it rests on, in one line. */
  readonly note: string;
  readonly mark: Mark;
  /** The recording around the match, opened in place. */
  readonly evidence?:
    | {
        readonly frame: FilmFrameView;
        readonly soundHref: string;
        readonly peaks: readonly number[];
        readonly found: readonly { readonly text: string; readonly holds: boolean }[];
      }
    | undefined;
  /** Opens the evidence where it is not opened yet. */
  readonly href?: string | undefined;
}

/** The rows of one operator's day. */
export function OpenedDay({ view }: { view: DayView }) {
  const { language } = usePage();
  return (
    <div class="card flat">
      <div class="pad">
        <h2>
          {view.operator} · {formatDayAndMonth(view.day, language)}
        </h2>
        <p class="sm mut">
          {formatWeekday(view.day, language)} · {view.sum}
        </p>
      </div>
      <ul class="rows">
        {view.plays.map((play) => (
          <Play play={play} />
        ))}
      </ul>
    </div>
  );
}

function Play({ play }: { play: PlayView }) {
  if (!play.evidence)
    return (
      <li class="r2">
        <What play={play} />
        <MarkBadge mark={play.mark} />
      </li>
    );
  return (
    <li class="open">
      <div class="row sp">
        <What play={play} />
        <MarkBadge mark={play.mark} />
      </div>
      <Evidence evidence={play.evidence} />
    </li>
  );
}

function What({ play }: { play: PlayView }) {
  return (
    <div>
      <b class="num">{play.time}</b>{' '}
      {play.href ? (
        <a href={play.href}>
          <Words text={play.name} />
        </a>
      ) : (
        <Words text={play.name} />
      )}
      <br />
      <small class="mut">{play.note}</small>
    </div>
  );
}

function Evidence({ evidence }: { evidence: NonNullable<PlayView['evidence']> }) {
  const { t } = usePage();
  return (
    <div class="evid">
      <FilmFrame view={evidence.frame} />
      <div class="stack t">
        <div class="row">
          <a class="ib round" href={evidence.soundHref} data-play={evidence.soundHref} aria-label={t('month.listen')}>
            <Icon name="play" />
          </a>
          <Waveform peaks={evidence.peaks} label={t('month.soundLabel')} />
        </div>
        <ul class="sm">
          {evidence.found.map((found) => (
            <li class={found.holds ? 'row c-ok' : 'row c-bad'}>
              <Icon name={found.holds ? 'check' : 'x'} />
              {found.text}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

export interface MakeGoodView {
  /** "महेश राठौर: 25-11-2026, 13:30, मालवा 24" */
  readonly text: string;
  readonly addAction: string;
  readonly otherHref: string;
}

/** A replacement for what did not run, one tap away. */
export function MakeGood({ view }: { view: MakeGoodView }) {
  const { t } = usePage();
  return (
    <div class="card stack t">
      <h3>{t('month.makeGood')}</h3>
      <p>
        <Words text={view.text} />
      </p>
      <ActButton action={view.addAction} class="go w">
        {t('act.addMakeGood')}
      </ActButton>
      <a class="btn q" href={view.otherHref}>
        {t('month.otherTime')}
      </a>
    </div>
  );
}
