import type { PageContext } from '../frame/context.ts';
import { type Choice, SelectField, TextField } from '../frame/field.tsx';
import { Form } from '../frame/form.tsx';
import { Note } from '../frame/note.tsx';
import { ListPage } from '../frame/page.tsx';
import type { PlaceKind, PlaceTyped } from './place-form.ts';
import { SourceFields } from './source-fields.tsx';

export interface PlacePageView {
  readonly kind: PlaceKind;
  readonly typed: PlaceTyped;
  readonly why: Readonly<Partial<Record<keyof PlaceTyped, string>>>;
  readonly said?: { readonly tone: 'ok' | 'bad'; readonly text: string } | undefined;
  readonly divisions: readonly Choice[];
  readonly today: string;
}

/** One district or division: its names in both languages. */
export function PlacePage({ context, view }: { context: PageContext; view: PlacePageView }) {
  const { t, language } = context;
  const { kind, typed, why } = view;
  const isNew = typed.version === '';
  const title = isNew ? t(kind === 'district' ? 'place.addDistrict' : 'place.addDivision') : typed[language];
  return (
    <ListPage context={context} title={title}>
      <p>
        <a href="/admin/places">{t('admin.places')}</a>
      </p>
      <h1>{title}</h1>
      {view.said && (
        <Note tone={view.said.tone} icon={view.said.tone === 'ok' ? 'okc' : 'warn'} alert>
          <span>{view.said.text}</span>
        </Note>
      )}
      <Form action={isNew ? `/admin/${kind}s` : `/admin/${kind}s/${typed.code}`} class="stack form1">
        <input type="hidden" name="version" value={typed.version} />
        <section class="card stack l">
          {isNew ? (
            <TextField
              id="code"
              name="code"
              label={t('place.code')}
              hint={t('place.codeHint')}
              value={typed.code}
              maxlength={3}
              why={why.code}
            />
          ) : (
            <p>
              {t('place.code')}: <b class="code">{typed.code}</b> <small class="mut">{t('place.codeFixed')}</small>
            </p>
          )}
          <div class="two">
            <TextField id="hi" name="hi" label={t('place.hi')} value={typed.hi} why={why.hi} />
            <TextField id="en" name="en" label={t('place.en')} value={typed.en} why={why.en} />
          </div>
          {kind === 'district' && (
            <SelectField
              id="division"
              name="division"
              label={t('place.division')}
              hint={t('place.divisionHint')}
              choices={view.divisions}
              chosen={typed.division}
              why={why.division}
            />
          )}
        </section>
        <SourceFields typed={typed} why={why} today={view.today} />
        <button type="submit" class="btn go">
          {t('admin.save')}
        </button>
      </Form>
    </ListPage>
  );
}
