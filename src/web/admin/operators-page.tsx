import type { PageContext } from '../frame/context.ts';
import { SelectField, TextField } from '../frame/field.tsx';
import { Form } from '../frame/form.tsx';
import { ListPage } from '../frame/page.tsx';
import { Words } from '../frame/words.tsx';
import type { OperatorTyped } from './operator-form.ts';

export interface OperatorFormView {
  readonly typed: OperatorTyped;
  readonly why: string | undefined;
  readonly districts: readonly { readonly value: string; readonly label: string }[];
  readonly delivery: readonly string[];
  readonly playlists: readonly string[];
}

interface OperatorsView {
  readonly operators: readonly { readonly id: string; readonly name: string; readonly district: string }[];
  readonly form: OperatorFormView;
}

/** The cable operators in reach, and the form that adds one. */
export function OperatorsPage({ context, view }: { context: PageContext; view: OperatorsView }) {
  const { t } = context;
  return (
    <ListPage context={context} title={t('admin.operators')}>
      <h1>{t('admin.operators')}</h1>
      <ul class="rows card flat">
        {view.operators.map((one) => (
          <li>
            <a class="btn q" href={`/admin/operators/${one.id}`}>
              <Words text={one.name} />
            </a>
            <small class="mut">
              {one.id} · {one.district}
            </small>
          </li>
        ))}
      </ul>
      <OperatorForm context={context} view={view.form} action="/admin/operators" title={t('operator.add')} />
    </ListPage>
  );
}

/** An operator's own facts. The id stands once and for all. */
export function OperatorForm(props: { context: PageContext; view: OperatorFormView; action: string; title: string }) {
  const { t } = props.context;
  const { typed, why, districts, delivery, playlists } = props.view;
  const isNew = typed.version === '';
  return (
    <Form action={props.action} class="card stack l">
      <h2>{props.title}</h2>
      {isNew && (
        <TextField id="oi" name="id" label={t('operator.id')} hint={t('operator.idHint')} value={typed.id} required />
      )}
      {!isNew && <input type="hidden" name="version" value={typed.version} />}
      <TextField id="oh" name="hi" label={t('operator.hi')} value={typed.hi} why={why} required />
      <TextField id="oe" name="en" label={t('operator.en')} value={typed.en} />
      <SelectField id="od" name="district" label={t('operator.district')} choices={districts} chosen={typed.district} />
      <TextField id="op" name="phone" label={t('operator.phone')} value={typed.phone} inputmode="tel" />
      <TextField
        id="of"
        name="delivery"
        label={t('operator.delivery')}
        hint={delivery.join(' ')}
        value={typed.delivery}
        required
      />
      <TextField
        id="ol"
        name="playlists"
        label={t('operator.playlists')}
        hint={playlists.join(' ')}
        value={typed.playlists}
        required
      />
      <button type="submit" class="btn go">
        {t('admin.save')}
      </button>
    </Form>
  );
}
