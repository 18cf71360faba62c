import { ChoiceChip } from '../frame/chips.tsx';
import { usePage } from '../frame/context.ts';
import { type Choice, SelectField, TextField } from '../frame/field.tsx';
import { Form } from '../frame/form.tsx';
import { formatCount } from '../frame/format.ts';
import { Icon } from '../frame/icon.tsx';
import { Fill } from '../frame/progress.tsx';

export interface FlightFormView {
  /** Takes spot, from, until (dd-mm-yyyy), daypart and weekday (several), timesPerDay, minGap, priority, channels and `intent` (preview | add). */
  readonly action: string;
  readonly typed: {
    /** House number, or number and name as picked from the list. */
    readonly spot: string;
    readonly from: string;
    readonly until: string;
    readonly dayparts: readonly string[];
    /** `0` Monday to `6` Sunday; none means every day. */
    readonly weekdays: readonly string[];
    readonly timesPerDay: string;
    readonly minGap: string;
    readonly priority: string;
    readonly channels: string;
  };
  /** Approved spots to pick from: "UJNPMA00127 · रामप्रसाद मालवीय". */
  readonly spots: readonly string[];
  readonly dayparts: readonly Choice[];
  readonly timesPerDay: readonly Choice[];
  readonly weekdays: readonly Choice[];
  readonly gaps: readonly Choice[];
  readonly priorities: readonly Choice[];
  readonly channels: readonly Choice[];
  readonly effect?: FlightEffectView | undefined;
  readonly why: Partial<Readonly<Record<'spot' | 'from' | 'until' | 'dayparts' | 'channels', string>>>;
}

/** What the order would do: said before it is added. */
export interface FlightEffectView {
  readonly wanted: number;
  readonly placed: number;
  readonly channels: number;
  readonly days: number;
  readonly timesPerDay: number;
  /** Plays of other orders that would go. */
  readonly displaced: number;
  /** How many can't be placed, and why: "मालवा 24, 2 दिन: ब्रेक भरे हैं". */
  readonly reasons: readonly { readonly n: number; readonly why: string }[];
}

/** A new order beside the board. */
export function FlightForm({ view }: { view: FlightFormView }) {
  const { t } = usePage();
  const { typed, why } = view;
  return (
    <Form action={view.action} class="card stack" id="flight">
      <h2>{t('flight.title')}</h2>
      <TextField
        id="sp"
        name="spot"
        label={t('flight.spot')}
        hint={t('flight.spotHint')}
        value={typed.spot}
        options={view.spots}
        why={why.spot}
      />
      <div class="pair">
        <TextField id="f1" name="from" label={t('flight.from')} value={typed.from} inputmode="numeric" why={why.from} />
        <TextField
          id="f2"
          name="until"
          label={t('flight.until')}
          value={typed.until}
          inputmode="numeric"
          why={why.until}
        />
      </div>
      <fieldset class="stack t">
        <legend>{t('flight.time')}</legend>
        <div class="chips">
          {view.dayparts.map((daypart) => (
            <ChoiceChip
              type="checkbox"
              name="daypart"
              value={daypart.value}
              checked={typed.dayparts.includes(daypart.value)}
            >
              {daypart.label}
            </ChoiceChip>
          ))}
        </div>
        {why.dayparts && <span class="why alone">{why.dayparts}</span>}
      </fieldset>
      <div class="pair">
        <SelectField
          id="tm"
          name="timesPerDay"
          label={t('flight.timesPerDay')}
          choices={view.timesPerDay}
          chosen={typed.timesPerDay}
        />
        <SelectField
          id="wh"
          name="channels"
          label={t('flight.where')}
          choices={view.channels}
          chosen={typed.channels}
          why={why.channels}
        />
      </div>
      <More view={view} />
      <Effect effect={view.effect} />
      <button type="submit" name="intent" value="preview" class="btn w unscripted">
        {t('flight.preview')}
      </button>
      <button type="submit" name="intent" value="add" class="btn soft w">
        {t('act.addFlight')}
      </button>
    </Form>
  );
}

/** Several of a few; none ticked means all of them. */
function Ticks(props: {
  name: string;
  legend: string;
  choices: readonly Choice[];
  ticked: readonly string[];
  why?: string | undefined;
}) {
  return (
    <fieldset class="stack t field">
      <legend>{props.legend}</legend>
      <div class="chips">
        {props.choices.map(({ value, label }) => (
          <ChoiceChip type="checkbox" name={props.name} value={value} checked={props.ticked.includes(value)}>
            {label}
          </ChoiceChip>
        ))}
      </div>
      {props.why && <span class="why">{props.why}</span>}
    </fieldset>
  );
}

/** What most orders leave as it is. */
function More({ view }: { view: FlightFormView }) {
  const { t } = usePage();
  const { typed } = view;
  return (
    <details open={typed.weekdays.length > 0}>
      <summary>{t('flight.more')}</summary>
      <div class="stack">
        <Ticks name="weekday" legend={t('flight.weekdays')} choices={view.weekdays} ticked={typed.weekdays} />
        <SelectField id="gp" name="minGap" label={t('flight.minGap')} choices={view.gaps} chosen={typed.minGap} />
        <SelectField
          id="pr"
          name="priority"
          label={t('flight.priority')}
          choices={view.priorities}
          chosen={typed.priority}
        />
      </div>
    </details>
  );
}

function Effect({ effect }: { effect: FlightEffectView | undefined }) {
  const { t } = usePage();
  if (!effect) return <div class="fx folded" aria-live="polite" data-live="effect" />;
  const { channels, days, timesPerDay, wanted } = effect;
  return (
    <div class="fx" aria-live="polite" data-live="effect">
      <p>
        <b class="xl num">{formatCount(effect.placed)}</b> {t('flight.plays')}
      </p>
      <p class="sm mut">{t('flight.sum', { channels, days, times: timesPerDay, wanted: formatCount(wanted) })}</p>
      <Fill share={effect.wanted > 0 ? effect.placed / effect.wanted : 0} />
      {effect.reasons.map(({ n, why }) => (
        <Warning text={t('traffic.noRoom', { n: formatCount(n), why })} />
      ))}
      {effect.displaced > 0 && <Warning text={t('flight.displaced', { n: formatCount(effect.displaced) })} />}
    </div>
  );
}

function Warning({ text }: { text: string }) {
  return (
    <p class="sm c-wait row">
      <Icon name="warn" />
      {text}
    </p>
  );
}
