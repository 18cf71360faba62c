import { ChoiceChip } from '../frame/chips.tsx';
import type { PageContext } from '../frame/context.ts';
import { SelectField, TextField } from '../frame/field.tsx';
import { Form } from '../frame/form.tsx';
import { FileChoice } from './file-choice.tsx';
import type { OperatorTyped } from './operator-form.ts';

export interface OperatorFormView {
  readonly typed: OperatorTyped;
  readonly why: string | undefined;
  readonly districts: readonly { readonly value: string; readonly label: string }[];
  /** By name, in words. */
  readonly delivery: readonly { readonly value: string; readonly label: string }[];
  readonly playlists: readonly string[];
}

/** An operator's own facts. The id stands once and for all. */
export function OperatorForm(props: { context: PageContext; view: OperatorFormView; action: string; title?: string }) {
  const { t } = props.context;
  const { typed, why, districts, delivery, playlists } = props.view;
  const isNew = typed.version === '';
  return (
    <Form action={props.action} class="card stack l form1">
      {props.title && <h2>{props.title}</h2>}
      {isNew && (
        <TextField id="oi" name="id" label={t('operator.id')} hint={t('operator.idHint')} value={typed.id} required />
      )}
      {!isNew && <input type="hidden" name="version" value={typed.version} />}
      <div class="two">
        <TextField id="oh" name="hi" label={t('operator.hi')} value={typed.hi} why={why} required />
        <TextField id="oe" name="en" label={t('operator.en')} value={typed.en} />
      </div>
      <div class="two">
        <SelectField
          id="od"
          name="district"
          label={t('operator.district')}
          choices={districts}
          chosen={typed.district}
        />
        <TextField id="op" name="phone" label={t('operator.phone')} value={typed.phone} inputmode="tel" />
      </div>
      <FileChoice context={props.context} typed={typed} delivery={delivery} />
      <Several name="playlists" label={t('operator.playlists')} choices={playlists} chosen={typed.playlists} />
      <button type="submit" class="btn go">
        {t('admin.save')}
      </button>
    </Form>
  );
}

/** Any of a few; `chosen` as the form sends it, parted by blanks. */
function Several(props: { name: string; label: string; choices: readonly string[]; chosen: string }) {
  const chosen = props.chosen.split(/[\s,;]+/);
  return (
    <fieldset class="stack t">
      <legend>{props.label}</legend>
      <div class="chips">
        {props.choices.map((value) => (
          <ChoiceChip type="checkbox" name={props.name} value={value} checked={chosen.includes(value)}>
            {value}
          </ChoiceChip>
        ))}
      </div>
    </fieldset>
  );
}
