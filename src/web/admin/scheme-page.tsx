import { type PageContext, usePage } from '../frame/context.ts';
import { Dock } from '../frame/dock.tsx';
import { Field, SelectField, TextAreaField, TextField } from '../frame/field.tsx';
import { Form } from '../frame/form.tsx';
import { Note } from '../frame/note.tsx';
import { ListPage } from '../frame/page.tsx';
import { Pick } from '../frame/pick.tsx';
import { ColourField } from './colour-field.tsx';
import type { ColourRule } from './scheme-colour.ts';
import { SCHEME_ICONS, type SchemeField, type SchemeTyped } from './scheme-form.ts';
import { SourceFields } from './source-fields.tsx';

export interface SchemeView {
  readonly typed: SchemeTyped;
  /** What is wrong, beside its field. */
  readonly why: Readonly<Partial<Record<SchemeField, string>>>;
  /** A sentence above all: changed meanwhile, saved. */
  readonly said?: { readonly tone: 'ok' | 'bad'; readonly text: string } | undefined;
  readonly colourRules: readonly ColourRule[];
  /** Today, by the office's calendar. */
  readonly today: string;
}

/** One scheme: its names, what its end card says, its colour on film. */
export function SchemePage({ context, view }: { context: PageContext; view: SchemeView }) {
  const { t } = context;
  const { typed } = view;
  const isNew = typed.version === '';
  const title = isNew ? t('scheme.add') : (typed.namesHi.split('\n')[0] ?? typed.code);
  return (
    <ListPage context={context} title={title} islands={['scheme.island.js']}>
      <p>
        <a href="/admin/schemes">{t('admin.schemes')}</a>
      </p>
      <h1>{title}</h1>
      {view.said && (
        <Note tone={view.said.tone} icon={view.said.tone === 'ok' ? 'okc' : 'warn'} alert>
          <span>{view.said.text}</span>
        </Note>
      )}
      <Form action={isNew ? '/admin/schemes' : `/admin/schemes/${typed.code}`} id="scheme" class="stack">
        <input type="hidden" name="version" value={typed.version} />
        <div class="two side w">
          <div class="stack">
            <Names view={view} />
            <OnAir view={view} />
          </div>
          <div class="stack">
            <ColourField colour={typed.colour} rules={view.colourRules} why={view.why.colour} />
            <Choosing view={view} />
            <SourceFields typed={typed} why={view.why} today={view.today} />
          </div>
        </div>
      </Form>
      <Dock>
        <span class="sm mut">{t('scheme.effect')}</span>
        <button type="submit" form="scheme" class="btn go">
          {t('admin.save')}
        </button>
      </Dock>
    </ListPage>
  );
}

function Names({ view }: { view: SchemeView }) {
  const { t } = usePage();
  const { typed, why } = view;
  return (
    <section class="card stack l">
      <h2>{t('scheme.names')}</h2>
      {typed.version === '' ? (
        <TextField
          id="code"
          name="code"
          label={t('scheme.code')}
          hint={t('scheme.codeHint')}
          value={typed.code}
          maxlength={3}
          why={why.code}
        />
      ) : (
        <p>
          {t('scheme.code')}: <b class="code">{typed.code}</b> <small class="mut">{t('scheme.codeFixed')}</small>
        </p>
      )}
      <TextAreaField
        id="namesHi"
        name="namesHi"
        rows={3}
        label={t('scheme.namesHi')}
        hint={t('scheme.namesHint')}
        value={typed.namesHi}
        why={why.namesHi}
      />
      <TextAreaField
        id="namesEn"
        name="namesEn"
        rows={3}
        label={t('scheme.namesEn')}
        hint={t('scheme.namesHint')}
        value={typed.namesEn}
        why={why.namesEn}
      />
      <TextAreaField
        id="alsoCalled"
        name="alsoCalled"
        rows={2}
        label={t('scheme.alsoCalled')}
        hint={t('scheme.alsoCalledHint')}
        value={typed.alsoCalled}
        why={why.alsoCalled}
      />
      <Pair name="department" label={t('scheme.department')} view={view} />
    </section>
  );
}

/** What the end card puts on air: each with where it was read; empty is not shown. */
function OnAir({ view }: { view: SchemeView }) {
  const { t } = usePage();
  const { typed, why } = view;
  const from = (fact: 'helpline' | 'benefit' | 'office') => (
    <TextField
      id={`${fact}From`}
      name={`${fact}From`}
      label={t('scheme.from')}
      hint={t('scheme.fromHint')}
      value={typed[`${fact}From`]}
      why={why[`${fact}From`]}
    />
  );
  return (
    <section class="card stack l" data-on-air>
      <div>
        <h2>{t('scheme.onAir')}</h2>
        <p class="mut">{t('scheme.onAirText')}</p>
      </div>
      <TextField
        id="helpline"
        name="helpline"
        label={t('scheme.helpline')}
        hint={t('scheme.helplineHint')}
        value={typed.helpline}
        inputmode="tel"
        why={why.helpline}
      />
      {from('helpline')}
      <Pair name="benefit" label={t('scheme.benefit')} view={view} />
      {from('benefit')}
      <Pair name="office" label={t('scheme.office')} view={view} />
      {from('office')}
      <TextField
        id="url"
        name="url"
        label={t('scheme.url')}
        hint={t('scheme.urlHint')}
        value={typed.url}
        maxlength={80}
        why={why.url}
      />
    </section>
  );
}

function Pair(props: { name: 'department' | 'benefit' | 'office'; label: string; view: SchemeView }) {
  const { t } = usePage();
  const { typed, why } = props.view;
  const field = (language: 'Hi' | 'En') => {
    const name = `${props.name}${language}` as const;
    const label = `${props.label} (${t(language === 'Hi' ? 'admin.inHindi' : 'admin.inEnglish')})`;
    return <TextField id={name} name={name} label={label} value={typed[name]} why={why[name]} />;
  };
  return (
    <div class="two">
      {field('Hi')}
      {field('En')}
    </div>
  );
}

function Choosing({ view }: { view: SchemeView }) {
  const { t } = usePage();
  const { typed, why } = view;
  const levels = (['state', 'central'] as const).map((value) => ({ value, label: t(`scheme.level.${value}`) }));
  return (
    <section class="card stack l">
      <h2>{t('scheme.choosing')}</h2>
      <SelectField id="level" name="level" label={t('scheme.level')} choices={levels} chosen={typed.level} />
      <Field id="icon" label={t('scheme.icon')} why={why.icon}>
        <select id="icon" name="icon">
          <option value="">{t('scheme.noIcon')}</option>
          {SCHEME_ICONS.map((icon) => (
            <option value={icon} selected={icon === typed.icon}>
              {t(`scheme.icon.${icon}`)}
            </option>
          ))}
        </select>
      </Field>
      <Pick
        type="checkbox"
        name="mostUsed"
        value="1"
        checked={typed.mostUsed !== ''}
        title={t('scheme.mostUsed')}
        text={t('scheme.mostUsedText')}
      />
      <Pick
        type="checkbox"
        name="hidden"
        value="1"
        checked={typed.hidden !== ''}
        title={t('scheme.hidden')}
        text={t('scheme.hiddenText')}
      />
    </section>
  );
}
