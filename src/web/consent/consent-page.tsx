import { ChoiceChip } from '../frame/chips.tsx';
import { type PageContext, usePage } from '../frame/context.ts';
import { Dock } from '../frame/dock.tsx';
import { TextField } from '../frame/field.tsx';
import { Form } from '../frame/form.tsx';
import { Icon } from '../frame/icon.tsx';
import { Note } from '../frame/note.tsx';
import { Pick } from '../frame/pick.tsx';
import { SendFrame } from '../intake/send-frame.tsx';
import { UploadCard, type UploadCardView } from '../intake/upload-card.tsx';
import { PhotoProof, type PhotoProofView, VoiceProof, type VoiceProofView } from './proof.tsx';
import { SaidNo } from './said-no.tsx';

export interface ConsentView {
  /** Takes kind (form | voice), form (photo), voice (sound), scope (cable, social), minor, guardian, relation, date. */
  readonly action: string;
  readonly backHref: string;
  readonly islands: readonly string[];
  readonly upload?: UploadCardView | undefined;
  readonly kind: 'form' | 'voice';
  readonly photo: PhotoProofView;
  readonly voice: VoiceProofView;
  readonly cable: boolean;
  readonly social: boolean;
  readonly minor: boolean;
  readonly guardian: { readonly name: string; readonly relation: string };
  /** As typed, `dd-mm-yyyy`. */
  readonly date: string;
  readonly blankFormHref: string;
  /** A permission is on record; another one takes its place, or it is taken back at this address (field `reason`). */
  readonly withdrawAction?: string | undefined;
  /** Its spot stands already: the way back to it. */
  readonly spotHref?: string | undefined;
  /** Evidence that came with an earlier try, sealed; so that it is not asked for twice. */
  readonly sealedProof?: string | undefined;
  readonly why: Partial<Readonly<Record<'proof' | 'scope' | 'guardian' | 'date', string>>>;
}

/** Send, step 3 (03): the beneficiary's permission, on paper or spoken. */
export function ConsentPage({ context, view }: { context: PageContext; view: ConsentView }) {
  const { t } = context;
  return (
    <SendFrame context={context} step="consent" back={view.backHref} islands={view.islands}>
      {view.upload && <UploadCard view={view.upload} />}
      <div class="two side">
        <Form action={view.action} id="consent" class="stack l" files>
          <div>
            <h1>{t('consent.title')}</h1>
            <p class="mut">{t('consent.intro')}</p>
          </div>
          {view.spotHref && (
            <p>
              <a href={view.spotHref}>{t('consent.toSpot')}</a>
            </p>
          )}
          {view.sealedProof && <input type="hidden" name="proof" value={view.sealedProof} />}
          {view.withdrawAction && (
            <Note icon="okc" tone="ok">
              <span>{t('consent.already')}</span>
            </Note>
          )}
          <Proof view={view} />
          <Scope view={view} />
          <Age view={view} />
          <TextField
            id="dt"
            name="date"
            label={t('consent.date')}
            value={view.date}
            inputmode="numeric"
            why={view.why.date}
          />
        </Form>
        <aside class="stack">
          <Note title={t('consent.changed')}>
            <span class="sm">{t('consent.withdraw')}</span>
          </Note>
          <a class="btn w" href={view.blankFormHref}>
            <Icon name="print" />
            {t('consent.printBlank')}
          </a>
          {view.withdrawAction && <SaidNo action={view.withdrawAction} />}
        </aside>
      </div>
      <Dock>
        <a class="btn" href={view.backHref}>
          {t('send.back')}
        </a>
        <button type="submit" form="consent" class="btn go">
          <Icon name="send" />
          {t('send.finish')}
        </button>
      </Dock>
    </SendFrame>
  );
}

function Proof({ view }: { view: ConsentView }) {
  const { t } = usePage();
  return (
    <>
      <fieldset class="stack t">
        <legend>{t('consent.how')}</legend>
        <div class="two">
          <Pick
            type="radio"
            name="kind"
            value="form"
            checked={view.kind === 'form'}
            title={t('consent.onForm')}
            text={t('consent.onFormText')}
          />
          <Pick
            type="radio"
            name="kind"
            value="voice"
            checked={view.kind === 'voice'}
            title={t('consent.byVoice')}
            text={t('consent.byVoiceText')}
          />
        </div>
      </fieldset>
      <VoiceProof view={view.voice} chosen={view.kind === 'voice'} />
      <PhotoProof view={view.photo} chosen={view.kind === 'form'} />
      {view.why.proof && <span class="why alone">{view.why.proof}</span>}
    </>
  );
}

function Scope({ view }: { view: ConsentView }) {
  const { t } = usePage();
  return (
    <fieldset class="stack t">
      <legend>{t('consent.where')}</legend>
      <Pick
        type="checkbox"
        name="scope"
        value="cable"
        checked={view.cable}
        title={t('consent.cable')}
        text={t('consent.cableText')}
      />
      <Pick
        type="checkbox"
        name="scope"
        value="social"
        checked={view.social}
        title={t('consent.social')}
        text={t('consent.socialText')}
      />
      {view.why.scope && <span class="why alone">{view.why.scope}</span>}
    </fieldset>
  );
}

/** Under 18 opens the guardian's fields; without script they are always there. */
function Age({ view }: { view: ConsentView }) {
  const { t } = usePage();
  return (
    <>
      <fieldset class="stack t">
        <legend>{t('consent.under18')}</legend>
        <div class="chips">
          <ChoiceChip type="radio" name="minor" value="no" checked={!view.minor}>
            {t('consent.no')}
          </ChoiceChip>
          <ChoiceChip type="radio" name="minor" value="yes" checked={view.minor}>
            {t('consent.yesGuardian')}
          </ChoiceChip>
        </div>
      </fieldset>
      <div class={view.minor ? 'two' : 'two folded'} data-when="minor=yes">
        <TextField
          id="gn"
          name="guardian"
          label={t('consent.guardianName')}
          value={view.guardian.name}
          why={view.why.guardian}
        />
        <TextField id="gr" name="relation" label={t('consent.relation')} value={view.guardian.relation} />
      </div>
    </>
  );
}
