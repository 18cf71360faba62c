import type { Child } from 'hono/jsx';

interface FieldProps {
  /** Unique on its page; also the id of the control. */
  id: string;
  label: Child;
  /** One line of help under the control. */
  hint?: Child;
  /** What is wrong and what to do; what was typed stays in the control. */
  why?: string | undefined;
}

/** Label, control, help, and the error beside it. `describedBy(props)` goes on the control. */
export function Field(props: FieldProps & { children?: Child }) {
  return (
    <div class={props.why ? 'field err' : 'field'}>
      <label for={props.id}>{props.label}</label>
      {props.children}
      {props.hint && <small id={`${props.id}-hint`}>{props.hint}</small>}
      {props.why && (
        <span class="why" id={`${props.id}-why`}>
          {props.why}
        </span>
      )}
    </div>
  );
}

/** The attributes that tie a control to its help and its error. */
export function describedBy(props: Pick<FieldProps, 'id' | 'hint' | 'why'>) {
  const ids = [props.hint ? `${props.id}-hint` : '', props.why ? `${props.id}-why` : ''].filter(Boolean).join(' ');
  return {
    'aria-describedby': ids || undefined,
    'aria-invalid': props.why ? ('true' as const) : undefined,
  };
}

type TextFieldProps = FieldProps & {
  name: string;
  value?: string | undefined;
  inputmode?: 'numeric' | 'tel';
  autocomplete?: string;
  placeholder?: string;
  maxlength?: number;
  required?: boolean;
  /** Suggestions while typing. */
  options?: readonly string[];
};

export function TextField(props: TextFieldProps) {
  const listId = props.options ? `${props.id}-list` : undefined;
  return (
    <Field id={props.id} label={props.label} hint={props.hint} why={props.why}>
      <input
        id={props.id}
        name={props.name}
        value={props.value}
        inputmode={props.inputmode}
        autocomplete={props.autocomplete ?? 'off'}
        placeholder={props.placeholder}
        maxlength={props.maxlength}
        required={props.required}
        list={listId}
        {...describedBy(props)}
      />
      {props.options && (
        <datalist id={listId}>
          {props.options.map((option) => (
            <option value={option} />
          ))}
        </datalist>
      )}
    </Field>
  );
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export function SelectField(
  props: FieldProps & { name: string; choices: readonly Choice[]; chosen?: string | undefined; required?: boolean },
) {
  return (
    <Field id={props.id} label={props.label} hint={props.hint} why={props.why}>
      <select id={props.id} name={props.name} required={props.required} {...describedBy(props)}>
        {props.choices.map((choice) => (
          <option value={choice.value} selected={choice.value === props.chosen}>
            {choice.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

export function TextAreaField(
  props: FieldProps & {
    name: string;
    rows: number;
    value?: string;
    maxlength?: number;
    placeholder?: string;
    /** Id of a form that stands elsewhere on the page. */
    form?: string;
    /** The page opens at this field: it is what must be put right. */
    autofocus?: boolean;
  },
) {
  return (
    <Field id={props.id} label={props.label} hint={props.hint} why={props.why}>
      <textarea
        id={props.id}
        name={props.name}
        rows={props.rows}
        form={props.form}
        maxlength={props.maxlength}
        placeholder={props.placeholder}
        autofocus={props.autofocus}
        {...describedBy(props)}
      >
        {props.value ?? ''}
      </textarea>
    </Field>
  );
}
