import { usePage } from '../frame/context.ts';
import { Form } from '../frame/form.tsx';
import { Icon } from '../frame/icon.tsx';
import { Note } from '../frame/note.tsx';
import { Words } from '../frame/words.tsx';

export interface TogetherView {
  readonly action: string;
  /** Watched to the end by this reviewer, every machine check passed; or chosen and refused, with the reason. */
  readonly spots: readonly TogetherSpotView[];
  /** What a person vouches for, of every chosen spot. */
  readonly human: readonly { readonly id: string; readonly label: string; readonly ticked: boolean }[];
  /** What is missing before any of them is looked at. */
  readonly why?: string | undefined;
  readonly done?: string | undefined;
}

export interface TogetherSpotView {
  readonly id: string;
  readonly version: number;
  readonly href: string;
  readonly number: string;
  readonly name: string;
  readonly district: string;
  readonly chosen: boolean;
  readonly why?: string | undefined;
}

/** Several spots approved at once with one checklist. Nothing is chosen and nothing ticked beforehand. */
export function Together({ view }: { view: TogetherView }) {
  const { t } = usePage();
  return (
    <>
      {view.done && (
        <Note tone="ok" icon="okc" alert>
          <span>{view.done}</span>
        </Note>
      )}
      {view.spots.length > 0 && (
        <Form action={view.action} class="card stack form1" id="together">
          <div>
            <h2>{t('review.together')}</h2>
            <p class="mut">{t('review.togetherText')}</p>
          </div>
          <ul class="checks">
            {view.spots.map((spot) => (
              <Row spot={spot} />
            ))}
          </ul>
          <fieldset>
            <legend>{t('review.togetherChecks')}</legend>
            <ul class="checks">
              {view.human.map((check) => (
                <li>
                  <input type="checkbox" id={`tk-${check.id}`} name="check" value={check.id} checked={check.ticked} />
                  <label for={`tk-${check.id}`}>{check.label}</label>
                </li>
              ))}
            </ul>
          </fieldset>
          {view.why && (
            <span class="why alone" role="alert">
              {view.why}
            </span>
          )}
          <button type="submit" class="btn go">
            <Icon name="check" />
            {t('review.approveChosen')}
          </button>
        </Form>
      )}
    </>
  );
}

function Row({ spot }: { spot: TogetherSpotView }) {
  const { t } = usePage();
  const id = `ts-${spot.id}`;
  return (
    <li>
      <input
        type="checkbox"
        id={id}
        name="spot"
        value={`${spot.id}:${spot.version}`}
        checked={spot.chosen}
        aria-describedby={spot.why ? `${id}-why` : undefined}
      />
      <div>
        <label for={id}>
          <b>
            <Words text={spot.name} />
          </b>{' '}
          <small class="mut">
            <Words text={spot.district} /> · <span class="code">{spot.number}</span>
          </small>
        </label>
        {spot.why && (
          <span class="why alone" id={`${id}-why`}>
            {spot.why}
          </span>
        )}
        <a class="btn q see" href={spot.href}>
          {t('review.open')}
        </a>
      </div>
    </li>
  );
}
