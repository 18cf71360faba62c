import type { Child } from 'hono/jsx';
import { Icon, type IconName } from './icon.tsx';
import type { Tone } from './tone.ts';

/** Something to know or to do, with its button among the children. */
export function Note(props: {
  icon?: IconName;
  tone?: Tone | undefined;
  title?: string | undefined;
  /** Read aloud at once when the page opens: for refusals. */
  alert?: boolean;
  children?: Child;
}) {
  return (
    <div class={props.tone ? `note ${props.tone}` : 'note'} role={props.alert ? 'alert' : undefined}>
      <Icon name={props.icon ?? 'help'} />
      {props.title && <b>{props.title}</b>}
      {props.children}
    </div>
  );
}
