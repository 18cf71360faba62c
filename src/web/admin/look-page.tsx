import { COLOUR_ROLES } from '../../engine/graphics/look-colours.ts';
import { type PageContext, usePage } from '../frame/context.ts';
import { Dock } from '../frame/dock.tsx';
import { describedBy, Field, TextField } from '../frame/field.tsx';
import { ActButton, Form } from '../frame/form.tsx';
import { Note } from '../frame/note.tsx';
import { ListPage } from '../frame/page.tsx';
import type { LookField, LookTyped } from './look-form.ts';
import { LOOK_WORDS } from './look-form.ts';
import { LookFrames, type LookFramesView } from './look-frames.tsx';
import { LookHistory, type LookHistoryView } from './look-history.tsx';
import type { LookNote } from './look-sample.ts';

export interface LookView {
  readonly look: 'sober' | 'warm' | 'bold';
  readonly place: string;
  readonly placeName: string;
  readonly version: number;
  readonly typed: LookTyped;
  /** What is wrong, beside its field. */
  readonly why: Readonly<Partial<Record<LookField, string>>>;
  /** A sentence above all. */
  readonly said?: { readonly tone: 'ok' | 'bad'; readonly text: string; readonly undoTo?: number } | undefined;
  /** Of the look as it is typed: what does not fit, what is drawn otherwise. */
  readonly notes: readonly LookNote[];
  readonly frames: LookFramesView;
  readonly history: LookHistoryView;
}

/** One look of one place: colours, mark and words, and what films look like with them. */
export function LookPage({ context, view }: { context: PageContext; view: LookView }) {
  const { t } = context;
  const base = `/admin/looks/${view.look}`;
  const title = `${t(`look.${view.look}`)} · ${view.placeName}`;
  return (
    <ListPage context={context} title={title} islands={['look.island.js']}>
      <div>
        <p class="sm">
          <a class="btn q" href={`/admin/looks?place=${view.place}`}>
            {t('admin.looks')}
          </a>
        </p>
        <h1>{title}</h1>
        <p class="mut">{t('look.text')}</p>
      </div>
      {view.said && <Said said={view.said} view={view} />}
      <Form action={base} class="stack l" id="look" files>
        <input type="hidden" name="place" value={view.place} />
        <input type="hidden" name="version" value={String(view.version)} />
        <div class="two side w">
          <div class="stack l">
            <LookFrames view={view.frames} />
            <div class="stack t" aria-live="polite" data-notes>
              {view.notes.map((note) => (
                <Note tone={note.tone} icon={note.tone ? 'warn' : 'help'}>
                  <span>{note.text}</span>
                </Note>
              ))}
            </div>
            <template data-note="warn">
              <Note icon="warn">
                <span />
              </Note>
            </template>
            <template data-note="help">
              <Note>
                <span />
              </Note>
            </template>
          </div>
          <div class="stack l">
            <Colours view={view} />
            <Mark view={view} />
            <Words view={view} language="hi" />
            <Words view={view} language="en" />
          </div>
        </div>
      </Form>
      <LookHistory view={view.history} look={view.look} place={view.place} version={view.version} />
      <Dock>
        <button type="submit" form="look" name="act" value="look" class="btn unscripted">
          {t('look.seeFirst')}
        </button>
        <a class="btn q" href={`${base}?place=${view.place}`}>
          {t('look.discard')}
        </a>
        <button type="submit" form="look" name="act" value="save" class="btn go">
          {t('admin.save')}
        </button>
      </Dock>
    </ListPage>
  );
}

function Said({ said, view }: { said: NonNullable<LookView['said']>; view: LookView }) {
  const { t } = usePage();
  const { place, version } = view;
  return (
    <Note tone={said.tone} icon={said.tone === 'ok' ? 'okc' : 'warn'} alert>
      <span>{said.text}</span>
      {said.undoTo !== undefined && (
        <ActButton
          action={`/admin/looks/${view.look}/restore`}
          class="plain"
          fields={{ place, version: String(version), to: String(said.undoTo) }}
        >
          {t('act.undo')}
        </ActButton>
      )}
    </Note>
  );
}

function Colours({ view }: { view: LookView }) {
  const { t } = usePage();
  return (
    <section class="card stack">
      <h2>{t('look.colours')}</h2>
      <p class="sm mut">{t('look.coloursText')}</p>
      <div class="inks">
        {COLOUR_ROLES.filter((role) => view.typed[`colour.${role}`] !== '').map((role) => {
          const name = `colour.${role}` as const;
          const field = { id: name, label: t(`look.role.${role}`), why: view.why[name] };
          return (
            <Field {...field}>
              <input
                id={name}
                type="color"
                name={name}
                value={view.typed[name].toLowerCase()}
                {...describedBy(field)}
              />
            </Field>
          );
        })}
      </div>
    </section>
  );
}

function Mark({ view }: { view: LookView }) {
  const { t } = usePage();
  const field = { id: 'markFile', label: t('look.markFile'), hint: t('look.markHint'), why: view.why.mark };
  return (
    <section class="card stack">
      <h2>{t('look.mark')}</h2>
      <p class="sm mut" data-mark-said>
        {t(view.typed.mark === 'drawn' ? 'look.markDrawn' : 'look.markOwn')}
      </p>
      <input type="hidden" name="mark" value={view.typed.mark} />
      <Field {...field}>
        <input id="markFile" type="file" name="markFile" accept="image/png" {...describedBy(field)} />
      </Field>
      <p class="row wrap">
        <button
          type="button"
          class="btn soft scripted"
          data-act="mark-away"
          data-own={t('look.markOwn')}
          data-drawn={t('look.markDrawn')}
          hidden={view.typed.mark === 'drawn'}
        >
          {t('look.markAway')}
        </button>
      </p>
      {view.typed.mark !== 'drawn' && (
        <label class="row unscripted">
          <input type="checkbox" name="markAway" value="1" />
          <span>{t('look.markAway')}</span>
        </label>
      )}
    </section>
  );
}

function Words({ view, language }: { view: LookView; language: 'hi' | 'en' }) {
  const { t } = usePage();
  return (
    <section class="card stack">
      <h2>{t(language === 'hi' ? 'look.wordsHi' : 'look.wordsEn')}</h2>
      {LOOK_WORDS.map((word) => {
        const name = `${language}.${word}` as const;
        return (
          <TextField
            id={name}
            name={name}
            label={t(`look.word.${word}`)}
            value={view.typed[name]}
            why={view.why[name]}
            maxlength={60}
            required
          />
        );
      })}
    </section>
  );
}
