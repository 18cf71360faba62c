import type { Frames } from '../../kernel/frames.ts';
import { Badge } from '../frame/badge.tsx';
import { usePage } from '../frame/context.ts';
import { formatLength, formatSpan } from '../frame/format.ts';
import { Icon } from '../frame/icon.tsx';
import { Waveform } from '../frame/waveform.tsx';
import { Words } from '../frame/words.tsx';

export interface VoiceProofView {
  /** The sentence that the beneficiary reads or repeats. */
  readonly statement: string;
  /** A recording came already with this form. */
  readonly kept: boolean;
  readonly recording?:
    | {
        readonly href: string;
        readonly length: Frames;
        /** Shares 0–1, some sixty. */
        readonly peaks: readonly number[];
        readonly clear: boolean;
      }
    | undefined;
}

/** Spoken consent. The island `consent` records here; without script a sound file is chosen. */
export function VoiceProof({ view, chosen }: { view: VoiceProofView; chosen: boolean }) {
  const { t, language } = usePage();
  const { recording } = view;
  return (
    <section
      class={chosen ? 'card stack t' : 'card stack t folded'}
      aria-label={t('consent.spoken')}
      data-when="kind=voice"
    >
      <small class="mut">{t('consent.sayThis')}</small>
      <blockquote class="say">
        <Words text={`“${view.statement}”`} />
      </blockquote>
      <small class="mut">{t('consent.alsoSocial')}</small>
      {recording && (
        <div class="row">
          <button class="ib round scripted" type="button" data-play={recording.href} aria-label={t('consent.listen')}>
            <Icon name="play" />
          </button>
          <Waveform
            peaks={recording.peaks}
            label={t('consent.recordingOf', { time: formatSpan(recording.length / 25, language) })}
          />
          <span class="num">{formatLength(recording.length)}</span>
        </div>
      )}
      <div data-live="recorded" />
      <div class="row sp">
        {recording ? (
          <Badge icon={recording.clear ? 'okc' : 'warn'} tone={recording.clear ? 'ok' : 'wait'}>
            {recording.clear ? t('consent.voiceClear') : t('consent.voiceUnclear')}
          </Badge>
        ) : view.kept ? (
          <Badge icon="okc" tone="ok">
            {t('consent.voiceKept')}
          </Badge>
        ) : (
          <span />
        )}
        <button
          type="button"
          class="btn q scripted"
          data-act="record"
          data-stop={t('consent.stop')}
          data-again={t('act.recordAgain')}
        >
          <Icon name="mic" />
          {recording ? t('act.recordAgain') : t('consent.record')}
        </button>
      </div>
      <p class="why" hidden data-live="mic-refused" role="alert">
        {t('consent.micRefused')}
      </p>
      <ChooseFile id="voice" name="voice" accept="audio/*" label={t('consent.chooseSound')} />
    </section>
  );
}

export interface PhotoProofView {
  /** The photo sent so far. */
  readonly image?: string | undefined;
  /** A photo came already with this form. */
  readonly kept: boolean;
}

/** Consent signed on paper: a photo of the form. */
export function PhotoProof({ view, chosen }: { view: PhotoProofView; chosen: boolean }) {
  const { t } = usePage();
  return (
    <section
      class={chosen ? 'card stack t' : 'card stack t folded'}
      aria-label={t('consent.onForm')}
      data-when="kind=form"
    >
      {view.image && <img class="paper" src={view.image} alt={t('consent.photoAlt')} />}
      {view.kept && (
        <Badge icon="okc" tone="ok">
          {t('consent.photoKept')}
        </Badge>
      )}
      <label class="btn soft w file" for="photo">
        <Icon name="cam" />
        {view.image ? t('consent.photoAgain') : t('consent.takePhoto')}
        <input id="photo" type="file" name="form" accept="image/*,application/pdf" capture="environment" />
      </label>
    </section>
  );
}

function ChooseFile(props: { id: string; name: string; accept: string; label: string }) {
  return (
    <label class="btn soft w file unscripted" for={props.id}>
      {props.label}
      <input id={props.id} type="file" name={props.name} accept={props.accept} capture="user" />
    </label>
  );
}
