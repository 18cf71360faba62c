import type { Child } from 'hono/jsx';
import { usePage } from '../frame/context.ts';
import { FilmFrame, type FilmFrameView } from '../frame/film-frame.tsx';
import { Icon } from '../frame/icon.tsx';

export interface PlayerView {
  readonly frame: FilmFrameView;
  /** The proxy; none while the draft is being made. */
  readonly video?: { readonly href: string; readonly captionsHref: string; readonly language: 'hi' | 'en' } | undefined;
  /** "0:05 / 0:30" or time codes: where the picture stands and the film's length. */
  readonly clock: string;
  /** Frame keys are named in the labels for those who judge films. */
  readonly keys?: boolean;
}

/** The film with its controls. The island plays; without script the browser's own player does. */
export function Player({ view, children }: { view: PlayerView; children?: Child }) {
  const { t } = usePage();
  const keys = (key: string) => (view.keys ? ` (${key})` : '');
  return (
    <div data-player>
      <FilmFrame view={view.frame}>
        {view.video && (
          <video class="vid" src={view.video.href} poster={view.frame.image} preload="none" playsinline controls>
            <track
              kind="captions"
              src={view.video.captionsHref}
              srclang={view.video.language}
              label={view.video.language === 'hi' ? 'हिन्दी' : 'English'}
              default
            />
          </video>
        )}
        {children}
      </FilmFrame>
      <div class="ctl">
        <button type="button" class="ib scripted" data-act="play" aria-label={t('player.play')}>
          <Icon name="play" />
        </button>
        <button type="button" class="ib scripted" data-act="frame-back" aria-label={t('player.frameBack') + keys(',')}>
          <Icon name="fback" />
        </button>
        <button type="button" class="ib scripted" data-act="frame-on" aria-label={t('player.frameOn') + keys('.')}>
          <Icon name="ffwd" />
        </button>
        <span />
        <span class="num sm" data-live="clock">
          {view.clock}
        </span>
      </div>
    </div>
  );
}
