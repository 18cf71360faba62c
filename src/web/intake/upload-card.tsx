import { usePage } from '../frame/context.ts';
import { formatSent, formatSpan } from '../frame/format.ts';
import { Icon } from '../frame/icon.tsx';
import { Progress } from '../frame/progress.tsx';

export interface UploadCardView {
  /** The upload that the island `upload` goes on with. */
  readonly uploadId: string;
  readonly clipId: string;
  readonly fileName: string;
  readonly image?: string | undefined;
  readonly sentBytes: number;
  readonly totalBytes: number;
  readonly secondsLeft?: number | undefined;
  readonly state: 'going' | 'paused' | 'waitingLine' | 'pickSame' | 'received';
}

/** The clip on its way while one writes on. The island `upload` fills in what moves (`data-live`). */
export function UploadCard({ view }: { view: UploadCardView }) {
  const { t } = usePage();
  return (
    <section class="card up" aria-label={t('upload.title')} {...wordsForIsland(view, t)}>
      {view.image ? <img src={view.image} alt="" width="64" height="48" /> : <Icon name="clip" />}
      <div>
        <b data-live="upload-title">{view.state === 'received' ? t('upload.here') : t('upload.title')}</b>
        <br />
        <small class="mut" data-live="upload-progress">
          <SentOf sent={view.sentBytes} total={view.totalBytes} secondsLeft={view.secondsLeft} />
        </small>
      </div>
      {view.state !== 'received' && (
        <button class="ib scripted" type="button" hidden data-act="pause" aria-label={t('upload.pause')}>
          <Icon name="pause" />
        </button>
      )}
      <Progress share={view.totalBytes > 0 ? view.sentBytes / view.totalBytes : 0} label={t('upload.progressLabel')} />
      <small class="mut" data-live="upload-says">
        {says(view, t)}
      </small>
      {view.state === 'pickSame' && (
        <label class="btn soft w file scripted" for="same" data-live="upload-pick">
          <Icon name="cam" />
          {t('upload.pickAgain')}
          <input id="same" type="file" accept="video/*" data-act="pick-same" />
        </label>
      )}
    </section>
  );
}

/** What the island writes into the card as the film goes on; braces are filled there. */
function wordsForIsland(view: UploadCardView, t: ReturnType<typeof usePage>['t']) {
  return {
    'data-upload': view.uploadId,
    'data-clip': view.clipId,
    'data-title': t('upload.title'),
    'data-here': t('upload.here'),
    'data-sentof': t('upload.sentOf'),
    'data-progress': t('upload.progress'),
    'data-going': t('upload.keepWriting'),
    'data-paused': t('upload.paused'),
    'data-waitingline': t('upload.waitingLine'),
    'data-full': t('upload.full'),
    'data-received': t('upload.goOn'),
    'data-pause': t('upload.pause'),
    'data-resume': t('upload.resume'),
    'data-other': t('upload.otherFile', { name: view.fileName }),
  };
}

/** "41 में से 26 MB · 3 मिनट बाकी" */
export function SentOf(props: { sent: number; total: number; secondsLeft?: number | undefined }) {
  const { t, language } = usePage();
  const { sent, total } = formatSent(props.sent, props.total, language);
  if (props.secondsLeft === undefined) return <>{t('upload.sentOf', { sent, total })}</>;
  return <>{t('upload.progress', { sent, total, time: formatSpan(props.secondsLeft, language) })}</>;
}

function says(view: UploadCardView, t: ReturnType<typeof usePage>['t']): string {
  switch (view.state) {
    case 'going':
      return t('upload.keepWriting');
    case 'paused':
      return t('upload.paused');
    case 'waitingLine':
      return t('upload.waitingLine');
    case 'pickSame':
      return t('upload.pickSame', { name: view.fileName });
    case 'received':
      return t('upload.goOn');
  }
}
