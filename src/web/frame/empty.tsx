import type { Child } from 'hono/jsx';
import { Icon, type IconName } from './icon.tsx';

/** An empty list: what to do first, with the act among the children. */
export function Empty(props: { title: string; text?: string; icon?: IconName; children?: Child }) {
  return (
    <section class="card empty">
      {props.icon && (
        <span class="disc">
          <Icon name={props.icon} />
        </span>
      )}
      <div>
        <h2>{props.title}</h2>
        {props.text && <p class="mut">{props.text}</p>}
      </div>
      {props.children}
    </section>
  );
}
