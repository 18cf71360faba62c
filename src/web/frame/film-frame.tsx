import type { Child } from 'hono/jsx';
import { Words } from './words.tsx';

/** What stands on the film's picture. Islands change the text in place by `data-live`. */
export interface FilmFrameView {
  /** A still of the film, 16:9; none while it is on its way. */
  readonly image?: string | undefined;
  readonly alt: string;
  /** The film's own letters, drawn for the whole picture; with them, scheme, name and place are not written again. */
  readonly drawn?: DrawnView | undefined;
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

export interface DrawnView {
  /** Whose captions these are. */
  readonly look: string;
  /** Scheme and name, while they stand. */
  readonly opening: string;
  /** Whether a third line stands under the name: captions keep above it. */
  readonly three: boolean;
  /** The mark alone, as it stays. */
  readonly mark: string;
  /** Where the looks are drawn: a look's name and a query are added. */
  readonly base: string;
}

/** The film with its live lower third and caption. `children` may be the video that lies over the still. */
export function FilmFrame(props: { view: FilmFrameView; children?: Child }) {
  const { view } = props;
  const classes = ['frame', view.narrow && 'n43', view.drawn && 'opening', view.drawn?.three && 'lines3']
    .filter(Boolean)
    .join(' ');
  return (
    <div class={classes} data-look={view.drawn?.look} data-drawn={view.drawn?.base}>
      {view.image ? (
        <img src={view.image} alt={view.alt} width="640" height="360" />
      ) : (
        <div class="noimg" role="img" aria-label={view.alt} />
      )}
      {props.children}
      {view.drawn ? <Drawn drawn={view.drawn} /> : <Written view={view} />}
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

function Drawn({ drawn }: { drawn: DrawnView }) {
  return (
    <>
      <img class="over" data-over="opening" src={drawn.opening} alt="" width="640" height="360" />
      <img class="over" data-over="mark" src={drawn.mark} alt="" width="640" height="360" hidden />
    </>
  );
}

/** Where there is no spot yet to be drawn: near the look that films have by themselves. */
function Written({ view }: { view: FilmFrameView }) {
  return (
    <>
      {view.scheme !== undefined && (
        <div class="tag">
          <svg class="mk" viewBox="0 0 32 32" aria-hidden="true">
            <circle cx="16" cy="12" r="3" fill="#fff" />
            <path d="M9 15a8 8 0 0 0 14 0M5 17a12 12 0 0 0 22 0" fill="none" stroke="#fff" stroke-width="2.5" />
          </svg>
          <span data-live="scheme">
            <Words text={view.scheme} />
          </span>
        </div>
      )}
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
    </>
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
