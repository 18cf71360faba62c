import { sayLeast } from '../../engine/ffmpeg/film-refusals.ts';
import { leastClipFor, SHORTEST_SOLD } from '../../kernel/film-length.ts';
import type { PageContext } from '../frame/context.ts';
import { Dock } from '../frame/dock.tsx';
import { type Choice, SelectField } from '../frame/field.tsx';
import { Form } from '../frame/form.tsx';
import { Icon } from '../frame/icon.tsx';
import { Note } from '../frame/note.tsx';
import { FilmHints } from './first-clip.tsx';
import { SendFrame } from './send-frame.tsx';

// As people say it: whole seconds.
const LEAST_SECONDS = sayLeast(leastClipFor(SHORTEST_SOLD));

export interface SendFilmView {
  /** Takes the field `film` (one file or several) when there is no script. */
  readonly action: string;
  readonly backHref: string;
  /** Scripts of the step: with them the upload resumes and goes on while one types. */
  readonly islands: readonly string[];
  /** For people of several districts; one is not asked for. */
  readonly districts: readonly Choice[];
  /** A refused film's clip whose words the new one takes over. */
  readonly again?: string | undefined;
  /** The sentence of a refusal. */
  readonly why?: string | undefined;
}

/** Send, step 1: choose or record. The two inputs feed one upload; the browser's own progress without script. */
export function SendFilmPage({ context, view }: { context: PageContext; view: SendFilmView }) {
  const { t } = context;
  return (
    <SendFrame context={context} step="film" back={view.backHref} islands={view.islands}>
      <Form action={view.action} id="film" class="stack l" files>
        <div>
          <h1>{t('send.chooseFilm')}</h1>
          <p class="mut">{t('send.chooseFilmText')}</p>
        </div>
        {view.why && (
          <Note icon="xc" tone="bad" alert>
            <span>{view.why}</span>
          </Note>
        )}
        {view.again && <input type="hidden" name="again" value={view.again} />}
        {view.districts.length > 1 && (
          <SelectField
            id="d"
            name="district"
            label={t('send.district')}
            choices={[{ value: '', label: t('send.chooseDistrict') }, ...view.districts]}
            required
          />
        )}
        <div class="two">
          <FilePick id="gallery" icon="clip" label={t('send.fromGallery')} several />
          <FilePick id="camera" icon="cam" label={t('send.record')} />
        </div>
        <p class="sm mut">{t('send.limits', { least: LEAST_SECONDS })}</p>
      </Form>
      <FilmHints />
      <Dock>
        <a class="btn" href={view.backHref}>
          {t('send.back')}
        </a>
        <button type="submit" form="film" class="btn go">
          <Icon name="send" />
          {t('send.startSending')}
        </button>
      </Dock>
    </SendFrame>
  );
}

function FilePick(props: { id: string; icon: 'clip' | 'cam'; label: string; several?: boolean }) {
  return (
    <label class="card file" for={props.id}>
      <Icon name={props.icon} />
      <b>{props.label}</b>
      <input
        id={props.id}
        type="file"
        name="film"
        accept="video/*"
        multiple={props.several ?? false}
        capture={props.several ? undefined : 'environment'}
      />
    </label>
  );
}
