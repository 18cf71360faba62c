import type { HelpName } from '../../engine/film/shot-helps.ts';
import { Badge } from '../frame/badge.tsx';
import { usePage } from '../frame/context.ts';
import { Icon } from '../frame/icon.tsx';

/** One switch: what was measured, whether it is on, and where before and after can be seen. */
export interface HelpView {
  readonly help: HelpName;
  readonly on: boolean;
  /** `needed`: it would help. `lacking`: this machine can't. `unmeasured`: nobody could tell. `kept`: nothing to change. */
  readonly state: 'needed' | 'notNeeded' | 'kept' | 'unmeasured' | 'lacking';
  /** Why, in words. */
  readonly why: string;
  /** The comparison; missing where the help can't be given or would change nothing. */
  readonly compared?: { readonly href: string; readonly moving: boolean } | undefined;
}

/** Steadying, cleaning and light as switches: off unless somebody wants them, each with its reason. */
export function Helps({ helps, editable }: { helps: readonly HelpView[]; editable: boolean }) {
  const { t } = usePage();
  return (
    <fieldset class="stack t" disabled={!editable} data-helps>
      <legend>{t('helps.title')}</legend>
      {helps.map((help) => (
        <HelpSwitch view={help} />
      ))}
    </fieldset>
  );
}

function HelpSwitch({ view }: { view: HelpView }) {
  const { t } = usePage();
  const { help, on, state, why } = view;
  return (
    <div class="help" data-help={help} data-state={state}>
      <label class="pick">
        <input type="checkbox" name={`help.${help}`} value="on" checked={on} disabled={!view.compared && !on} />
        <span>
          <b>{t(`helps.${help}`)}</b>
          <br />
          {state === 'needed' && (
            <Badge icon="warn" tone="wait">
              {t('helps.needed')}
            </Badge>
          )}{' '}
          <small class="mut">{why}</small>
        </span>
      </label>
      {view.compared && <Compared view={view} compared={view.compared} />}
    </div>
  );
}

/** Drawn only when it is unfolded: a picture in a closed `details` is not fetched. */
export function Compared({ view, compared }: { view: HelpView; compared: NonNullable<HelpView['compared']> }) {
  const { t } = usePage();
  const said = t('helps.comparedOf', { help: t(`helps.${view.help}`) });
  return (
    <details class="compared">
      <summary>{t('helps.compare')}</summary>
      <figure>
        {compared.moving ? (
          <video src={compared.href} aria-label={said} controls loop muted playsinline preload="none" />
        ) : (
          <img src={compared.href} alt={said} loading="lazy" />
        )}
        <p class="sm row scripted" role="status" data-live="drawing" hidden>
          <Icon name="ring" spin />
          <span>{t('helps.drawing')}</span>
        </p>
        <div class="stack t scripted" role="alert" data-live="not-drawn" hidden>
          <p class="sm c-bad">{t('helps.notDrawn')}</p>
          <button type="button" class="btn q" data-act="draw-again">
            {t('helps.again')}
          </button>
        </div>
        <figcaption class="pair sm mut">
          <span>{t('helps.before')}</span>
          <span>{t('helps.after')}</span>
        </figcaption>
      </figure>
    </details>
  );
}
