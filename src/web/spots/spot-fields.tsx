import { ChoiceChip } from '../frame/chips.tsx';
import { usePage } from '../frame/context.ts';
import { type Choice, SelectField, TextField } from '../frame/field.tsx';
import { Note } from '../frame/note.tsx';
import type { Tone } from '../frame/tone.ts';

/** What is chosen rather than played: length, look, and the words on the picture. */
import type { FigureView } from './figure-field.tsx';

export interface SpotFieldsView {
  /** After sending nothing can be changed. */
  readonly editable: boolean;
  /** Seconds that can be chosen. */
  readonly lengths: readonly number[];
  readonly lengthSeconds: number;
  /** The best cut of each length, for the island: a length that is tapped shows its own best part. */
  readonly bestCuts: readonly { readonly lengthSeconds: number; readonly fromFrame: number }[];
  readonly looks: readonly {
    readonly id: string;
    readonly label: string;
    readonly image: string;
    readonly overlay?: string;
    /** What is drawn otherwise than the office chose it. */
    readonly notes?: readonly { readonly tone: Tone; readonly text: string }[];
  }[];
  readonly look: string;
  readonly figure: FigureView;
  readonly details: {
    readonly name: string;
    readonly village: string;
    readonly district: string;
    readonly districts: readonly Choice[];
    readonly scheme: string;
    readonly schemes: readonly Choice[];
    readonly open: boolean;
    readonly why: Partial<Readonly<Record<'name' | 'village' | 'district' | 'scheme', string>>>;
  };
}

export function Lengths({ view }: { view: SpotFieldsView }) {
  const { t } = usePage();
  return (
    <fieldset class="stack t" disabled={!view.editable} data-best-cuts={JSON.stringify(view.bestCuts)}>
      <legend>
        {t('spot.length')} <span class="mut">{t('spot.inSeconds')}</span>
      </legend>
      <div class="chips">
        {view.lengths.map((length) => (
          <ChoiceChip type="radio" name="length" value={String(length)} checked={length === view.lengthSeconds}>
            {length}
          </ChoiceChip>
        ))}
      </div>
    </fieldset>
  );
}

export function Looks({ view }: { view: SpotFieldsView }) {
  const { t } = usePage();
  return (
    <fieldset class="stack t" disabled={!view.editable}>
      <legend>{t('spot.look')}</legend>
      <div class="looks">
        {view.looks.map((look) => (
          <label class="look">
            <input type="radio" name="look" value={look.id} checked={look.id === view.look} />
            <img src={look.image} alt="" width="320" height="180" />
            {look.overlay && <img class="over" src={look.overlay} alt="" width="320" height="180" />}
            <b>{look.label}</b>
          </label>
        ))}
      </div>
      {view.looks.map(({ id, label, notes = [] }) => (
        <div class={id === view.look ? 'stack t' : 'stack t folded'} data-when={`look=${id}`}>
          {notes.map(({ tone, text }) => (
            <Note icon="warn" tone={tone} title={label}>
              <span>{text}</span>
            </Note>
          ))}
        </div>
      ))}
    </fieldset>
  );
}

export function Details({ view }: { view: SpotFieldsView }) {
  const { t } = usePage();
  const { details } = view;
  return (
    <details open={details.open || Object.keys(details.why).length > 0}>
      <summary>{t(view.editable ? 'spot.details' : 'spot.detailsSent')}</summary>
      <fieldset class="stack" disabled={!view.editable}>
        <legend class="vh">{t('spot.details')}</legend>
        <TextField id="n" name="name" label={t('send.name')} value={details.name} why={details.why.name} />
        <TextField id="v" name="village" label={t('send.village')} value={details.village} why={details.why.village} />
        <SelectField
          id="d"
          name="district"
          label={t('send.district')}
          choices={details.districts}
          chosen={details.district}
          why={details.why.district}
        />
        <SelectField
          id="s"
          name="scheme"
          label={t('send.scheme')}
          choices={details.schemes}
          chosen={details.scheme}
          why={details.why.scheme}
        />
      </fieldset>
    </details>
  );
}
