import type { Child } from 'hono/jsx';
import { Icon, type IconName } from './icon.tsx';

export interface FilterChip {
  readonly label: string;
  readonly href: string;
  readonly current?: boolean;
  /** Left out on phones, where a line holds three. */
  readonly deskOnly?: boolean;
}

/** Filters as links: the address holds the filter, so that a link shares the view. */
export function FilterChips(props: {
  label: string;
  chips: readonly FilterChip[];
  /** Its name as a part of the page that the island `live` keeps up to date. */
  part?: string;
}) {
  return (
    <nav class="chips" aria-label={props.label} data-part={props.part}>
      {props.chips.map((chip) => (
        <a class={chip.deskOnly ? 'chip hp' : 'chip'} href={chip.href} aria-current={chip.current ? 'true' : undefined}>
          {chip.label}
        </a>
      ))}
    </nav>
  );
}

/** One choice of a few. `type` radio: one of `name`; checkbox: each for itself. */
export function ChoiceChip(props: {
  type: 'radio' | 'checkbox';
  name: string;
  value: string;
  checked?: boolean;
  icon?: IconName | undefined;
  children?: Child;
}) {
  return (
    <label class="chip">
      <input type={props.type} name={props.name} value={props.value} checked={props.checked ?? false} />
      <span>
        {props.icon && <Icon name={props.icon} />}
        {props.children}
      </span>
    </label>
  );
}
