import type { Child } from 'hono/jsx';
import { usePage } from './context.ts';

// What http/guard.ts looks for; scripts send the page's meta `csrf-token` as x-csrf-token.
const CSRF_FIELD = '_csrf';

interface FormProps {
  action: string;
  class?: string;
  id?: string;
  name?: string;
  /** Set for forms that carry a file. */
  files?: boolean;
  /** What the form's island begins from, when that is not what is in store. */
  typed?: string | undefined;
  children?: Child;
}

/** A form that changes something: POST with the CSRF token. Searches and filters use a plain GET form. */
export function Form(props: FormProps) {
  return (
    <form
      method="post"
      action={props.action}
      class={props.class}
      id={props.id}
      name={props.name}
      data-typed={props.typed}
      enctype={props.files ? 'multipart/form-data' : undefined}
    >
      <input type="hidden" name={CSRF_FIELD} value={usePage().csrfToken} />
      {props.children}
    </form>
  );
}

/** One button that does one thing: a form of its own. `fields` travel with it. */
export function ActButton(props: {
  action: string;
  class?: string;
  fields?: Readonly<Record<string, string>>;
  children?: Child;
}) {
  return (
    <Form action={props.action} class="act1">
      {Object.entries(props.fields ?? {}).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <button type="submit" class={`btn ${props.class ?? ''}`}>
        {props.children}
      </button>
    </Form>
  );
}
