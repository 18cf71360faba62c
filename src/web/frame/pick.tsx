import type { Child } from 'hono/jsx';

/** A choice that needs a second line. */
export function Pick(props: {
  type: 'radio' | 'checkbox';
  name: string;
  value: string;
  checked?: boolean;
  title: string;
  text?: string;
  /** Drawn above the words. */
  children?: Child;
}) {
  return (
    <label class="pick">
      <input type={props.type} name={props.name} value={props.value} checked={props.checked ?? false} />
      <span>
        {props.children}
        <b>{props.title}</b>
        {props.text && (
          <>
            <br />
            <small class="mut">{props.text}</small>
          </>
        )}
      </span>
    </label>
  );
}
