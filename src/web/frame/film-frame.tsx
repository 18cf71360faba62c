import type { Child } from 'hono/jsx';
import { Words } from './words.tsx';

/** What stands on the film's picture. Islands change the text in place by `data-live`. */
export interface FilmFrameView {
  /** A still of the film, 16:9; none while it is on its way. */
  readonly image?: string | undefined;
  readonly alt: string;
  readonly scheme?: string | undefined;
  readonly name?: string | undefined;
  /** "ग्राम नरवर, ज़िला उज्जैन" */
  readonly place?: string | undefined;
  readonly caption?: string | undefined;
  /** The 90 % line. */
  readonly safeArea?: boolean;
  /** As an old 4:3 set shows it: the sides cut off. */
  readonly narrow?: boolean;
}

/** The film with its live lower third and caption. `children` may be the video that lies over the still. */
export function FilmFrame(props: { view: FilmFrameView; children?: Child }) {
  const { view } = props;
  return (
    <div class={view.narrow ? 'frame n43' : 'frame'}>
      {view.image ? (
        <img src={view.image} alt={view.alt} width="640" height="360" />
      ) : (
        <div class="noimg" role="img" aria-label={view.alt} />
      )}
      {props.children}
      {view.scheme !== undefined && (
        <span class="tag" data-live="scheme">
          <Words text={view.scheme} />
        </span>
      )}
      <svg class="mk" viewBox="0 0 32 32" aria-hidden="true">
        <circle cx="16" cy="16" r="14" fill="none" stroke="#fff" stroke-width="2.5" />
        <path d="M12 10l10 6-10 6z" fill="#fff" />
      </svg>
      {view.name !== undefined && (
        <div class="lt">
          <b data-live="name">
            <Words text={view.name} />
          </b>
          <span data-live="place">
            <Words text={view.place ?? ''} />
          </span>
        </div>
      )}
      {view.caption !== undefined && (
        <p class="cap">
          <span data-live="caption">
            <Words text={view.caption} />
          </span>
        </p>
      )}
      {view.safeArea && <span class="safe" />}
    </div>
  );
}

/** A small still with the film's length on it; a grey field where there is none yet. */
export function Poster(props: { image?: string | undefined; length?: string | undefined }) {
  return (
    <div class="pos">
      {props.image ? <img src={props.image} alt="" width="320" height="180" loading="lazy" /> : <span class="noimg" />}
      {props.length && <time>{props.length}</time>}
    </div>
  );
}
