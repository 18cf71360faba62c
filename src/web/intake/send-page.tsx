import { ChoiceChip } from '../frame/chips.tsx';
import { type PageContext, usePage } from '../frame/context.ts';
import { Dock } from '../frame/dock.tsx';
import { type Choice, SelectField, TextAreaField, TextField } from '../frame/field.tsx';
import { FilmFrame, type FilmFrameView } from '../frame/film-frame.tsx';
import { Form } from '../frame/form.tsx';
import { formatCount } from '../frame/format.ts';
import { Icon, type IconName } from '../frame/icon.tsx';
import { SendFrame } from './send-frame.tsx';
import { UploadCard, type UploadCardView } from './upload-card.tsx';

// One line of the film's big-figure text; more does not fit the lower third.
const CHANGE_MAX = 120;

export interface SendView {
  /** Takes name, village, district, scheme, schemeQuery, change, amount and `intent` (next | allSchemes). */
  readonly action: string;
  readonly backHref: string;
  readonly islands: readonly string[];
  readonly upload?: UploadCardView | undefined;
  readonly typed: {
    readonly name: string;
    readonly village: string;
    readonly district: string;
    readonly scheme?: string | undefined;
    readonly schemeQuery: string;
    readonly change: string;
    readonly amount: string;
  };
  readonly tehsil?: string | undefined;
  readonly villages: readonly string[];
  readonly districts: readonly Choice[];
  /** The seven most used here, or what a search found. */
  readonly schemes: readonly SchemeChip[];
  /** How many there are in all; left out when all are shown. */
  readonly allSchemes?: number | undefined;
  readonly frame: FilmFrameView;
  /** Sentences beside the fields that need mending. */
  readonly why: Partial<Readonly<Record<'name' | 'village' | 'district' | 'scheme' | 'change' | 'amount', string>>>;
}

export interface SchemeChip {
  readonly code: string;
  readonly label: string;
  readonly icon?: IconName | undefined;
}

/** Send, step 2 (02): whose story it is, while the clip travels. */
export function SendPage({ context, view }: { context: PageContext; view: SendView }) {
  const { t } = context;
  return (
    <SendFrame context={context} step="who" back={view.backHref} islands={view.islands}>
      {view.upload && <UploadCard view={view.upload} />}
      <div class="two side">
        <Form action={view.action} id="who" class="stack l">
          <h1>{t('send.whose')}</h1>
          <Who view={view} />
          <SchemeChoice view={view} />
          <Story view={view} />
        </Form>
        <aside class="stack t">
          <h2>{t('send.preview')}</h2>
          <FilmFrame view={view.frame} />
          <small class="mut">{t('send.previewText')}</small>
        </aside>
      </div>
      <Dock>
        <a class="btn" href={view.backHref}>
          {t('send.back')}
        </a>
        <button type="submit" form="who" name="intent" value="next" class="btn go">
          {t('send.next')} <Icon name="fwd" />
        </button>
      </Dock>
    </SendFrame>
  );
}

function Who({ view }: { view: SendView }) {
  const { t } = usePage();
  const { typed, why } = view;
  return (
    <>
      <TextField id="n" name="name" label={t('send.name')} value={typed.name} why={why.name} maxlength={80} />
      <div class="two">
        <TextField
          id="v"
          name="village"
          label={t('send.village')}
          value={typed.village}
          why={why.village}
          options={view.villages}
          hint={view.tehsil && t('send.tehsil', { name: view.tehsil })}
          maxlength={80}
        />
        <SelectField
          id="d"
          name="district"
          label={t('send.district')}
          choices={view.districts}
          chosen={typed.district}
          why={why.district}
        />
      </div>
    </>
  );
}

function SchemeChoice({ view }: { view: SendView }) {
  const { t } = usePage();
  return (
    <fieldset class="stack t">
      <legend>{t('send.scheme')}</legend>
      <div class="find">
        <label class="vh" for="sq">
          {t('send.findScheme')}
        </label>
        <Icon name="search" />
        <input
          id="sq"
          name="schemeQuery"
          type="search"
          value={view.typed.schemeQuery}
          placeholder={t('send.findSchemeHint')}
          aria-describedby={view.why.scheme ? 'sq-why' : undefined}
        />
      </div>
      {view.why.scheme && (
        <span class="why alone" id="sq-why">
          {view.why.scheme}
        </span>
      )}
      <div class="chips" data-live="schemes">
        {view.schemes.map((scheme) => (
          <ChoiceChip
            type="radio"
            name="scheme"
            value={scheme.code}
            checked={scheme.code === view.typed.scheme}
            icon={scheme.icon}
          >
            {scheme.label}
          </ChoiceChip>
        ))}
        {view.allSchemes !== undefined && (
          <button class="chip" type="submit" name="intent" value="allSchemes" formnovalidate>
            <span>{t('send.allSchemes', { n: formatCount(view.allSchemes) })}</span>
          </button>
        )}
      </div>
    </fieldset>
  );
}

function Story({ view }: { view: SendView }) {
  const { t } = usePage();
  const { typed, why } = view;
  return (
    <>
      <TextAreaField
        id="c"
        name="change"
        rows={2}
        label={
          <>
            {t('send.change')} <span class="mut">{t('send.oneLine')}</span>
          </>
        }
        value={typed.change}
        maxlength={CHANGE_MAX}
        hint={
          <>
            {t('send.changeHint')} · <span data-live="change-count">{[...typed.change].length}</span>/{CHANGE_MAX}
          </>
        }
        why={why.change}
      />
      <TextField
        id="a"
        name="amount"
        label={
          <>
            {t('send.amount')} <span class="mut">{t('send.ifAny')}</span>
          </>
        }
        value={typed.amount}
        inputmode="numeric"
        why={why.amount}
      />
    </>
  );
}
