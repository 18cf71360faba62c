import { FRAME_RATE, type Frames } from '../../kernel/frames.ts';
import { Badge } from '../frame/badge.tsx';
import { usePage } from '../frame/context.ts';
import { TextAreaField } from '../frame/field.tsx';
import { formatLength, formatWhen } from '../frame/format.ts';
import { strokes } from '../frame/waveform.tsx';
import { Words } from '../frame/words.tsx';

export interface CommentView {
  readonly at: Frames;
  readonly by: string;
  readonly writtenAt: Date;
  readonly text: string;
  readonly mended: boolean;
}

export interface CommentsView {
  readonly comments: readonly CommentView[];
  /** Where the picture stands: the place of a new comment. */
  readonly at: Frames;
  /** What was typed so far. */
  readonly text: string;
  readonly why?: string | undefined;
  readonly commentAction: string;
  /** Not for those who only look. */
  readonly mayComment: boolean;
}

/** Remarks at a time of the film. The text belongs to the form `decide`: it is also the reason of a return. */
export function Comments({ view }: { view: CommentsView }) {
  const { t } = usePage();
  return (
    <section class="card stack t">
      <h2>
        {t('review.comments')} <span class="mut">{view.comments.length}</span>
      </h2>
      {view.comments.length > 0 && (
        <ul class="cm">
          {view.comments.map((comment) => (
            <Comment comment={comment} />
          ))}
        </ul>
      )}
      {view.mayComment && (
        <>
          <input type="hidden" name="at" value={String(view.at)} form="decide" data-live="comment-at" />
          <TextAreaField
            id="c"
            name="text"
            rows={1}
            form="decide"
            label={<span data-live="comment-label">{t('review.commentAt', { time: formatLength(view.at) })}</span>}
            value={view.text}
            placeholder={t('review.whatToChange')}
            why={view.why}
            autofocus={view.why !== undefined}
            maxlength={1000}
          />
          <button type="submit" form="decide" formaction={view.commentAction} class="btn q">
            {t('review.addComment')}
          </button>
        </>
      )}
    </section>
  );
}

function Comment({ comment }: { comment: CommentView }) {
  const { t, language, now } = usePage();
  const time = formatLength(comment.at);
  return (
    <li>
      <button
        type="button"
        class="at num"
        data-act="play-from"
        data-start={comment.at}
        aria-label={t('spot.playFrom', { time })}
      >
        {time}
      </button>
      <div>
        <b>{comment.by}</b> <small class="mut">{formatWhen(comment.writtenAt, now, language)}</small>
        <p>
          <Words text={comment.text} />
        </p>
        {comment.mended && (
          <Badge icon="okc" tone="ok">
            {t('review.mended')}
          </Badge>
        )}
      </div>
    </li>
  );
}

export interface TimelineView {
  /** Loudness of the spot, shares 0–1, some 200. */
  readonly peaks: readonly number[];
  readonly length: Frames;
  readonly at: Frames;
}

/** The film as sound, with a pin for each comment. */
export function Timeline({ view, comments }: { view: TimelineView; comments: readonly CommentView[] }) {
  const { t } = usePage();
  const x = (count: Frames) => Math.round((count / Math.max(1, view.length)) * 600);
  const label = t('review.timeline', { n: Math.round(view.length / FRAME_RATE), comments: comments.length });
  return (
    <div class="tl">
      <svg viewBox="0 0 600 44" preserveAspectRatio="none" role="img" aria-label={label}>
        <path
          d={strokes(view.peaks, { width: 600, middle: 28, reach: 14 })}
          stroke="currentColor"
          opacity=".45"
          stroke-width="2"
          fill="none"
        />
        <path data-handle="at" d={`M${x(view.at)} 2v42`} stroke="currentColor" stroke-width="2.5" />
        <path d={comments.map((comment) => `M${x(comment.at)} 0l9 9-9 9-9-9z`).join('')} class="pin" />
      </svg>
    </div>
  );
}
