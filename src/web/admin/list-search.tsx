import { usePage } from '../frame/context.ts';
import { Icon } from '../frame/icon.tsx';

/** A list's own search, on phones and desks alike (the top bar's looks for spots). Keeps the words in the address. */
export function ListSearch(props: { action: string; label: string; query: string | undefined }) {
  const { t } = usePage();
  return (
    // biome-ignore lint/a11y/useSemanticElements: Chrome 80 knows no <search>
    <form class="find own" role="search" aria-label={props.label} action={props.action}>
      <label class="vh" for="lq">
        {props.label}
      </label>
      <Icon name="search" />
      <input id="lq" name="q" type="search" value={props.query} placeholder={props.label} />
      <button type="submit" class="btn">
        {t('search.label')}
      </button>
    </form>
  );
}
