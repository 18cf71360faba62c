import { type PageContext, usePage } from '../frame/context.ts';
import { Empty } from '../frame/empty.tsx';
import { TextAreaField, TextField } from '../frame/field.tsx';
import { Form } from '../frame/form.tsx';
import { formatCount } from '../frame/format.ts';
import { Icon } from '../frame/icon.tsx';
import { Note } from '../frame/note.tsx';
import { ListPage } from '../frame/page.tsx';
import { Pick } from '../frame/pick.tsx';
import { Words } from '../frame/words.tsx';

export interface RecallFormPageView {
  /** What was searched for. */
  readonly query: string;
  /** Approved spots to choose from; shown until one is chosen. */
  readonly choices: readonly {
    readonly house: string;
    readonly name: string;
    readonly scheme: string;
    readonly href: string;
  }[];
  readonly chosen?: ChosenSpotView | undefined;
  /** Why it could not be done. */
  readonly refusal?: string | undefined;
}

export interface ChosenSpotView {
  readonly house: string;
  readonly name: string;
  readonly scheme: string;
  readonly operators: number;
  readonly plays: number;
  readonly grounds: readonly { readonly value: string; readonly label: string }[];
  readonly typed: { readonly ground: string; readonly reason: string; readonly number: string };
  readonly why: Partial<Readonly<Record<'ground' | 'reason' | 'number', string>>>;
}

/** Calling a spot back: which one, what it does, why, and its number typed by hand, for every operator hears of it at once. */
export function RecallFormPage({ context, view }: { context: PageContext; view: RecallFormPageView }) {
  const { t } = context;
  return (
    <ListPage context={context} title={t('act.recall')} place="delivery">
      <div class="head">
        <div>
          <p class="sm mut">
            <a href="/delivery/recalls">{t('recalls.title')}</a>
          </p>
          <h1>{t('act.recall')}</h1>
        </div>
      </div>
      {view.refusal && <Note icon="warn" tone="bad" title={view.refusal} alert />}
      {view.chosen ? <ChosenSpot spot={view.chosen} /> : <Choose view={view} />}
    </ListPage>
  );
}

function Choose({ view }: { view: RecallFormPageView }) {
  const { t } = usePage();
  return (
    <>
      <form class="card stack" action="/delivery/recalls/new">
        <TextField id="fq" name="q" label={t('recall.which')} hint={t('recall.whichHint')} value={view.query} />
        <button type="submit" class="btn soft">
          {t('recall.find')}
        </button>
      </form>
      {view.choices.length === 0 ? (
        <Empty title={t('recall.noneFound')} icon="search" />
      ) : (
        <div class="card flat">
          <nav class="rows" aria-label={t('recall.which')}>
            {view.choices.map((choice) => (
              <a class="r2" href={choice.href}>
                <div>
                  <b>
                    <Words text={choice.name} />
                  </b>
                  <br />
                  <small class="mut">
                    <span class="code">{choice.house}</span> · <Words text={choice.scheme} />
                  </small>
                </div>
                <Icon name="fwd" />
              </a>
            ))}
          </nav>
        </div>
      )}
    </>
  );
}

function ChosenSpot({ spot }: { spot: ChosenSpotView }) {
  const { t } = usePage();
  return (
    <Form action="/delivery/recalls" class="card stack l">
      <input type="hidden" name="house" value={spot.house} />
      <div>
        <p class="sm mut">
          <span class="code">{spot.house}</span> · <Words text={spot.scheme} />
        </p>
        <h2>
          <Words text={spot.name} />
        </h2>
      </div>
      <div class="fx">
        <p>{t('recall.effect', { operators: formatCount(spot.operators), plays: formatCount(spot.plays) })}</p>
        <p class="sm mut">{t('recall.effectFiles')}</p>
      </div>
      <fieldset class="stack t">
        <legend>{t('recall.ground')}</legend>
        {spot.grounds.map(({ value, label }) => (
          <Pick type="radio" name="ground" value={value} title={label} checked={spot.typed.ground === value} />
        ))}
        {spot.why.ground && <span class="why alone">{spot.why.ground}</span>}
      </fieldset>
      <TextAreaField
        id="rs"
        name="reason"
        rows={2}
        maxlength={300}
        label={t('recall.words')}
        hint={t('recall.wordsHint')}
        value={spot.typed.reason}
        why={spot.why.reason}
      />
      <TextField
        id="no"
        name="number"
        label={t('recall.typeNumber', { number: spot.house })}
        value={spot.typed.number}
        maxlength={20}
        required
        why={spot.why.number}
      />
      <button type="submit" class="btn bad">
        {t('act.recall')}
      </button>
    </Form>
  );
}
