import { usePage } from '../frame/context.ts';
import { TextField } from '../frame/field.tsx';

export interface FigureView {
  readonly text: string;
  /** Lines that could stand there, from what is said in numbers. */
  readonly suggested: readonly string[];
  /** Address of its picture; `text`, `look` and `length` are added. */
  readonly src: string;
  /** Why it will not be in the film as things are. */
  readonly why?: string | undefined;
}

/** The number that changed a life, large on the screen while it is spoken; with its picture, as the film will have it. */
export function Figure({ view, editable }: { view: FigureView; editable: boolean }) {
  const { t } = usePage();
  if (!editable && view.text === '') return null;
  return (
    <fieldset class="stack t" disabled={!editable} data-figure={view.src} data-failed={t('spot.figureFailed')}>
      <legend>{t('spot.figure')}</legend>
      <TextField
        id="figure"
        name="figure"
        label={t('spot.figureText')}
        hint={t('spot.figureHint')}
        value={view.text}
        why={view.why}
        maxlength={80}
        placeholder="₹1,20,000 मिले · पक्का घर बना"
        options={view.suggested}
      />
      {view.suggested.length > 0 && editable && (
        <div class="chips scripted">
          {view.suggested.map((line) => (
            <button type="button" class="chip" data-figure-line={line}>
              <span>{line}</span>
            </button>
          ))}
        </div>
      )}
      <img
        class="wide"
        src={view.text === '' || view.why ? undefined : `${view.src}?text=${encodeURIComponent(view.text)}`}
        alt={t('spot.figureAlt')}
        width="400"
        height="225"
        hidden={view.text === '' || view.why !== undefined}
      />
    </fieldset>
  );
}
