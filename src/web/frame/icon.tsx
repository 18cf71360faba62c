import { usePage } from './context.ts';

/** The symbols of assets/icons.svg (a test compares the two). */
export const ICON_NAMES = [
  'clip',
  'spot',
  'review',
  'traffic',
  'deliver',
  'air',
  'report',
  'send',
  'down',
  'bell',
  'search',
  'check',
  'okc',
  'x',
  'xc',
  'back',
  'next',
  'fwd',
  'pause',
  'play',
  'fback',
  'ffwd',
  'mic',
  'music',
  'cam',
  'file',
  'print',
  'phone',
  'ret',
  'warn',
  'clock',
  'ring',
  'eye',
  'user',
  'off',
  'home',
  'flame',
  'heart',
  'drop',
  'sis',
  'grain',
  'shop',
  'scis',
  'plus',
  'undo',
  'lock',
  'help',
  'screen',
  'mob',
  'mp',
  'ma',
  'mv',
  'mx',
  'mn',
  'cloud',
] as const;

export type IconName = (typeof ICON_NAMES)[number];

/** A drawing beside a word, never instead of one: hidden from readers aloud. */
export function Icon(props: { name: IconName; spin?: boolean; hidden?: boolean }) {
  return (
    <svg class={props.spin ? 'i spin' : 'i'} aria-hidden="true" hidden={props.hidden}>
      <use href={`${usePage().assets('icons.svg')}#i-${props.name}`} />
    </svg>
  );
}
