import { FRAME_RATE, type Frames } from '../../kernel/frames.ts';
import { usePage } from '../frame/context.ts';
import { formatLength } from '../frame/format.ts';
import { Icon } from '../frame/icon.tsx';
import { strokes } from '../frame/waveform.tsx';

export interface TrimView {
  /** The clip as a strip of stills, 15:1. */
  readonly stripImage?: string | undefined;
  /** Loudness of the clip, shares 0–1, some 240. */
  readonly peaks: readonly number[];
  readonly clipLength: Frames;
  readonly from: Frames;
  readonly until: Frames;
  /** Where the picture stands. */
  readonly at: Frames;
}

const WIDTH = 720;

/** From where to where: handles on the strip; they move by buttons and arrow keys too (1 frame, Shift 1 s). */
export function Trim({ view, editable }: { view: TrimView; editable: boolean }) {
  const { t } = usePage();
  return (
    <section class="stack t" aria-labelledby="tr" data-trim data-clip={view.clipLength}>
      <div class="row sp">
        <h2 id="tr">{t('spot.trim')}</h2>
        <span class="sm mut row">
          <Icon name="scis" />
          <span data-live="trim">
            {t('spot.fromUntil', { from: formatLength(view.from), until: formatLength(view.until) })}
          </span>
        </span>
      </div>
      <input type="hidden" name="from" value={String(view.from)} />
      <input type="hidden" name="until" value={String(view.until)} />
      <Strip view={view} label={t(editable ? 'spot.stripLabel' : 'spot.stripSent')} />
      {editable && (
        <div class="row sp sm">
          <Nudge edge="from" label={t('spot.start')} back={t('spot.startBack')} on={t('spot.startOn')} />
          <Nudge edge="until" label={t('spot.end')} back={t('spot.endBack')} on={t('spot.endOn')} />
        </div>
      )}
    </section>
  );
}

function Strip({ view, label }: { view: TrimView; label: string }) {
  const x = (count: number) => Math.round((count / Math.max(FRAME_RATE, view.clipLength)) * WIDTH);
  const [from, until, at] = [x(view.from), x(view.until), x(view.at)];
  return (
    <div class="trim">
      <svg class="all" viewBox={`0 0 ${WIDTH} 96`} preserveAspectRatio="none" role="img" aria-label={label}>
        {view.stripImage && <image href={view.stripImage} width={WIDTH} height="48" preserveAspectRatio="none" />}
        <path
          d={strokes(view.peaks, { width: WIDTH, middle: 72, reach: 21 })}
          stroke="#a5a1e0"
          stroke-width="2.4"
          fill="none"
        />
        <rect data-shade="before" width={from} height="96" fill="#0d1218" opacity=".76" />
        <rect
          data-shade="after"
          x={until}
          width={Math.max(0, WIDTH - until)}
          height="96"
          fill="#0d1218"
          opacity=".76"
        />
        <rect
          data-shade="kept"
          x={from}
          y="1.5"
          width={Math.max(0, until - from)}
          height="93"
          fill="none"
          stroke="#f2a93b"
          stroke-width="3"
        />
        <rect data-handle="from" x={from - 8} width="16" height="96" fill="#f2a93b" />
        <rect data-handle="until" x={until - 8} width="16" height="96" fill="#f2a93b" />
        <path d={`M${from} 36v24M${until} 36v24`} stroke="#16202b" stroke-width="3" />
        <path data-handle="at" d={`M${at} 0v96`} stroke="#fff" stroke-width="2.5" />
      </svg>
    </div>
  );
}

function Nudge(props: { edge: 'from' | 'until'; label: string; back: string; on: string }) {
  return (
    <span class="row scripted">
      <button type="button" class="ib" data-nudge={`${props.edge}-1`} aria-label={props.back}>
        <Icon name="fback" />
      </button>
      {props.label}
      <button type="button" class="ib" data-nudge={`${props.edge}+1`} aria-label={props.on}>
        <Icon name="ffwd" />
      </button>
    </span>
  );
}
