import type { Frames } from '../../kernel/frames.ts';
import { usePage } from '../frame/context.ts';
import { Field, TextAreaField } from '../frame/field.tsx';
import { Form } from '../frame/form.tsx';
import { formatLength } from '../frame/format.ts';
import { Icon } from '../frame/icon.tsx';

export interface CueView {
  readonly id: string;
  readonly start: Frames;
  readonly text: string;
  /** A doubt in one sentence: an unsure word, a line too long. */
  readonly why?: string | undefined;
  /** On screen where the picture stands. */
  readonly current?: boolean;
}

/** The captions, one a line. Fields are named `cue.<id>`; an emptied one is taken out. */
export function Cues({ cues, editable }: { cues: readonly CueView[]; editable: boolean }) {
  const { t } = usePage();
  return (
    <section>
      <h2>{t('spot.captions')}</h2>
      <p class="sm mut">{editable ? t('spot.captionsText') : t('spot.readOnly')}</p>
      {cues.length === 0 ? (
        <p class="pad mut">{t('caption.none')}</p>
      ) : (
        <ol class="cues" data-cues>
          {cues.map((cue, index) => (
            <Cue cue={cue} number={index + 1} editable={editable} />
          ))}
        </ol>
      )}
    </section>
  );
}

function Cue({ cue, number, editable }: { cue: CueView; number: number; editable: boolean }) {
  const { t, language } = usePage();
  const time = formatLength(cue.start);
  return (
    <li class={cue.current ? 'on' : undefined} data-cue={cue.id} data-start={cue.start}>
      <button type="button" class="at num" data-act="play-from" aria-label={t('spot.playFrom', { time })}>
        {time}
      </button>
      <input
        name={`cue.${cue.id}`}
        value={cue.text}
        lang={language === 'en' ? 'hi' : undefined}
        readonly={!editable}
        aria-label={t('spot.caption', { n: number })}
        aria-describedby={cue.why ? `w-${cue.id}` : undefined}
      />
      {editable ? (
        <button
          type="button"
          class="ib scripted"
          data-act="remove-cue"
          aria-label={t('spot.removeCaption', { n: number })}
        >
          <Icon name="x" />
        </button>
      ) : (
        <span />
      )}
      {cue.why && (
        <span class="why" id={`w-${cue.id}`}>
          {cue.why}
        </span>
      )}
    </li>
  );
}

interface ScriptView {
  readonly captionsAction: string;
  readonly version: number;
  readonly cues: readonly CueView[];
  readonly script: string;
}

/** The whole text in one box, or a caption file; a line is a caption, and the times are set by us. */
export function Script({ view }: { view: ScriptView }) {
  const { captionsAction: action, version, script } = view;
  const open = view.cues.length === 0 || script !== '';
  const { t } = usePage();
  return (
    <details open={open}>
      <summary>{t('spot.script')}</summary>
      <Form action={action} class="stack" files>
        <input type="hidden" name="version" value={String(version)} />
        <TextAreaField
          id="script"
          name="script"
          rows={5}
          value={script}
          label={t('spot.script')}
          hint={t('spot.scriptText')}
        />
        <Field id="capfile" label={t('spot.scriptFile')}>
          <input id="capfile" type="file" name="file" accept=".srt,.vtt,.txt,text/vtt,text/plain" />
        </Field>
        <button type="submit" class="btn soft">
          {t('spot.scriptAct')}
        </button>
      </Form>
    </details>
  );
}
