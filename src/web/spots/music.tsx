import { ChoiceChip } from '../frame/chips.tsx';
import { usePage } from '../frame/context.ts';
import { Icon } from '../frame/icon.tsx';

export interface MusicView {
  readonly editable: boolean;
  readonly music: string;
  readonly choices: readonly { readonly id: string; readonly label: string }[];
  /** Where a bed is heard, by its name. */
  readonly beds: Readonly<Record<string, string>>;
}

/** The bed under the voice: the look's own, one by name, or none; each can be listened to before it is chosen for good. */
export function Music({ view }: { view: MusicView }) {
  const { t } = usePage();
  return (
    <fieldset class="stack t" disabled={!view.editable}>
      <legend>{t('spot.music')}</legend>
      <div class="chips">
        {view.choices.map(({ id, label }) => (
          <ChoiceChip type="radio" name="music" value={id} checked={id === view.music}>
            {label}
          </ChoiceChip>
        ))}
      </div>
      <p class="sm mut">{t('spot.musicText')}</p>
      <div class="scripted" data-listen={JSON.stringify(view.beds)} data-stop={t('spot.musicStop')}>
        <button type="button" class="btn q" data-act="listen" aria-pressed="false">
          <Icon name="play" />
          <span>{t('spot.musicListen')}</span>
        </button>
      </div>
    </fieldset>
  );
}
