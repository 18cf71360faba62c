import type { Child } from 'hono/jsx';
import { Icon, type IconName } from './icon.tsx';
import type { Tone } from './tone.ts';

/** A state: word, shape and colour. Without a tone it waits for others. */
export function Badge(props: { icon: IconName; tone?: Tone | undefined; spin?: boolean; children?: Child }) {
  return (
    <span class={props.tone ? `badge ${props.tone}` : 'badge'}>
      <Icon name={props.icon} spin={props.spin ?? false} />
      {props.children}
    </span>
  );
}
