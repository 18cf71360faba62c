import { FRAMINGS, type Framing } from '../../engine/film/framing.ts';
import { ChoiceChip } from '../frame/chips.tsx';
import { usePage } from '../frame/context.ts';

/** What upright and square films show of a wide clip: round the face, or the side that somebody points to. */
export function FramingField({ framing, editable }: { framing: Framing; editable: boolean }) {
  const { t } = usePage();
  return (
    <fieldset class="stack t" disabled={!editable}>
      <legend>{t('spot.framing')}</legend>
      <div class="chips">
        {FRAMINGS.map((one) => (
          <ChoiceChip type="radio" name="framing" value={one} checked={one === framing}>
            {t(`spot.framing.${one}`)}
          </ChoiceChip>
        ))}
      </div>
      <p class="sm mut">{t('spot.framingText')}</p>
    </fieldset>
  );
}
