import type { Child } from 'hono/jsx';

/** The bar at the foot that keeps the page's one main act in reach. */
export function Dock(props: { children?: Child }) {
  return <div class="dock">{props.children}</div>;
}
