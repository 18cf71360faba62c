import { usePage } from '../frame/context.ts';
import { Icon } from '../frame/icon.tsx';

export interface ViewSwitchesView {
  readonly safeArea: Switch;
  readonly narrowSet: Switch;
  readonly rawBeside: Switch;
}

interface Switch {
  readonly on: boolean;
  /** Address of the page with the other setting: without script a link does it. */
  readonly href: string;
}

/** How the film is looked at: safe area, as an old 4:3 set shows it, beside the raw clip. */
export function ViewSwitches({ view }: { view: ViewSwitchesView }) {
  const { t } = usePage();
  return (
    <div class="chips">
      <a class="chip" href={view.safeArea.href} aria-current={view.safeArea.on ? 'true' : undefined} data-view="safe">
        <Icon name="screen" />
        {t('review.safeArea')}
      </a>
      <a class="chip" href={view.narrowSet.href} aria-current={view.narrowSet.on ? 'true' : undefined} data-view="4x3">
        {t('review.narrowSet')}
      </a>
      <a class="chip" href={view.rawBeside.href} aria-current={view.rawBeside.on ? 'true' : undefined} data-view="raw">
        {t('review.rawBeside')}
      </a>
    </div>
  );
}
