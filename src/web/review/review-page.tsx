import type { PageContext } from '../frame/context.ts';
import { usePage } from '../frame/context.ts';
import { Dock } from '../frame/dock.tsx';
import { formatAge } from '../frame/format.ts';
import { Icon } from '../frame/icon.tsx';
import { Note } from '../frame/note.tsx';
import { ListPage } from '../frame/page.tsx';
import { Words } from '../frame/words.tsx';
import type { Making } from '../intake/making.ts';
import { MakingBar } from '../intake/making-bar.tsx';
import { FilmTrouble, type FilmTroubleView } from '../spots/film-trouble.tsx';
import { Player, type PlayerView } from '../spots/player.tsx';
import { Checks, type ChecksView } from './checks.tsx';
import { Comments, type CommentsView, Timeline, type TimelineView } from './comments.tsx';
import { MadeWith, type MadeWithView } from './made-with.tsx';
import { Quality, type QualityView } from './quality.tsx';
import { QueueAside, type QueueItemView } from './queue.tsx';
import { ViewSwitches, type ViewSwitchesView } from './view-switches.tsx';

export interface ReviewView {
  /** Division or state in words. */
  readonly reach: string;
  readonly queue: {
    readonly items: readonly QueueItemView[];
    readonly total: number;
    /** Place of this spot in the queue, from 1. */
    readonly place: number;
    readonly previousHref?: string | undefined;
    readonly nextHref?: string | undefined;
  };
  readonly spot: {
    /** House number once approved, before that the spot's short number (UJN-0093). */
    readonly number: string;
    readonly name: string;
    readonly place: string;
    readonly scheme: string;
    readonly lengthSeconds: number;
    readonly sentBy: string;
    readonly sentAt: Date;
    readonly version: number;
  };
  readonly islands: readonly string[];
  readonly player: PlayerView;
  /** The clip as it came, to look at beside the film. */
  readonly rawHref?: string | undefined;
  /** Where the player tells what it played; none before the film is made, or for those who only look. */
  readonly watch?: { readonly href: string; readonly cutId: string; readonly whole: boolean } | undefined;
  readonly timeline: TimelineView;
  readonly switches: ViewSwitchesView;
  readonly comments: CommentsView;
  /** Its films are not being made, and why. */
  readonly trouble?: FilmTroubleView | undefined;
  readonly madeWith: MadeWithView;
  readonly quality: QualityView;
  readonly checks: ChecksView;
  /** Take version, check (one for each tick), at (frames) and text. */
  readonly approveAction: string;
  readonly returnAction: string;
  /** Own spot, no consent, changed meanwhile; `waits`: nobody need do anything but wait for the films. */
  readonly refusal?: { readonly text: string; readonly waits: boolean } | undefined;
  /** This page's own address. */
  readonly href: string;
  /** Changes when the page would show another film or another act. */
  readonly stands: string;
  /** Clip and spot: what news may be about. */
  readonly subjects: readonly string[];
  /** Its films are being made. */
  readonly making?: Making | undefined;
  readonly mayDecide: boolean;
  readonly changedAt?: Date | undefined;
}

/** Review (05): watch, check, comment at a time, approve or send back. Keys: space, J K L, comma, full stop. */
export function ReviewPage({ context, view }: { context: PageContext; view: ReviewView }) {
  const { t } = context;
  return (
    <ListPage
      context={context}
      title={`${view.spot.name} · ${t('nav.review')}`}
      place="review"
      islands={view.islands}
      changedAt={view.changedAt}
    >
      <Head view={view} />
      <Standing view={view} />
      <div class="two trio">
        <QueueAside items={view.queue.items} total={view.queue.total} />
        <div class="stack">
          <div data-watch={view.watch?.href} data-cut={view.watch?.cutId}>
            <Player view={view.player} />
          </div>
          {view.watch && <Watched whole={view.watch.whole} />}
          <Timeline view={view.timeline} comments={view.comments.comments} />
          <ViewSwitches view={view.switches} />
          {view.rawHref && <RawClip href={view.rawHref} />}
          <MadeWith view={view.madeWith} />
          {view.quality.faults.length > 0 && <Quality view={view.quality} />}
          <Comments view={view.comments} />
          {view.quality.faults.length === 0 && <Quality view={view.quality} />}
        </div>
        <Checks view={view.checks} form={{ id: 'decide', action: view.comments.commentAction }} />
      </div>
      {view.mayDecide && <Decide view={view} />}
    </ListPage>
  );
}

/** What stands in the way of approval; the films that are being made move by themselves, and only ask for patience. */
function Standing({ view }: { view: ReviewView }) {
  const { t } = usePage();
  const { trouble, making } = view;
  // Films that have stopped are not still being made.
  const refusal = trouble && view.refusal?.waits ? undefined : view.refusal;
  const waits = refusal?.waits === true;
  return (
    <>
      <div class="stack" data-part="films" data-subjects={view.subjects.join(' ')} hidden={!refusal && !trouble}>
        {refusal && (
          <Note icon={waits ? 'clock' : 'xc'} tone={waits ? undefined : 'bad'} alert={!waits}>
            <div class="stack t">
              <span>{refusal.text}</span>
              {waits && making && <MakingBar making={making} label={t('home.filmsOf', { name: view.spot.name })} />}
            </div>
          </Note>
        )}
        {trouble && <FilmTrouble view={trouble} />}
      </div>
      <p data-newer hidden>
        <a class="btn soft" href={view.href}>
          {t('review.filmReady')}
        </a>
      </p>
    </>
  );
}

function Head({ view }: { view: ReviewView }) {
  const { t, language, now } = usePage();
  const { spot, queue } = view;
  return (
    <div class="head" data-state={view.stands}>
      <div>
        <p class="sm mut">
          {view.reach} · {t('review.place', { n: queue.place, all: queue.total })}
        </p>
        <h1>
          <Words text={`${spot.name}, ${spot.place}`} />
        </h1>
        <p class="sm mut">
          <span class="code">{spot.number}</span> · <Words text={spot.scheme} /> ·{' '}
          {t('review.seconds', { n: spot.lengthSeconds })} ·{' '}
          {t('review.sentBy', { name: spot.sentBy, when: formatAge(spot.sentAt, now, language) })}
        </p>
      </div>
      <nav class="row np" aria-label={t('review.queue')}>
        {queue.previousHref && (
          <a class="btn" href={queue.previousHref}>
            {t('review.previous')}
          </a>
        )}
        {queue.nextHref && (
          <a class="btn" href={queue.nextHref}>
            {t('review.next')} <Icon name="next" />
          </a>
        )}
      </nav>
    </div>
  );
}

function RawClip({ href }: { href: string }) {
  const { t } = usePage();
  return (
    <section class="stack t" aria-label={t('review.rawBeside')}>
      {/* biome-ignore lint/a11y/useMediaCaption: the clip as the phone took it has none */}
      <video class="raw" src={href} controls preload="metadata" playsinline />
    </section>
  );
}

function Watched({ whole }: { whole: boolean }) {
  const { t } = usePage();
  return (
    <p class="sm scripted" role="status">
      <span class="row c-ok" data-live="watched" hidden={!whole}>
        <Icon name="okc" />
        {t('review.watched')}
      </span>
      <span class="mut" data-live="watch-on" hidden={whole}>
        {t('review.watchOn')}
      </span>
    </p>
  );
}

function Decide({ view }: { view: ReviewView }) {
  const { t } = usePage();
  const left = view.checks.left;
  return (
    <Dock>
      <button type="submit" form="decide" formaction={view.returnAction} class="btn bad">
        <Icon name="ret" />
        {t('act.return')}
      </button>
      <button
        type="submit"
        form="decide"
        formaction={view.approveAction}
        class="btn go"
        data-act="approve"
        aria-disabled={left > 0 ? 'true' : undefined}
        aria-describedby={left > 0 ? 'left' : undefined}
      >
        <Icon name="check" />
        {t('act.approve')}
      </button>
    </Dock>
  );
}
