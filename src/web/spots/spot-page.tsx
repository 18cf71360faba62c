import type { Framing } from '../../engine/film/framing.ts';
import { type PageContext, usePage } from '../frame/context.ts';
import { ActButton, Form } from '../frame/form.tsx';
import { Icon, type IconName } from '../frame/icon.tsx';
import { Note } from '../frame/note.tsx';
import { ListPage } from '../frame/page.tsx';
import type { Tone } from '../frame/tone.ts';
import { Words } from '../frame/words.tsx';
import { type ClipState, StateBadge } from '../intake/clip-card.tsx';
import type { Making } from '../intake/making.ts';
import { MakingBar } from '../intake/making-bar.tsx';
import { Cues, type CueView, Script } from './cues.tsx';
import { Figure } from './figure-field.tsx';
import { FilmTrouble, type FilmTroubleView } from './film-trouble.tsx';
import { FramingField } from './framing-field.tsx';
import { Helps, type HelpView } from './helps.tsx';
import { Music, type MusicView } from './music.tsx';
import { Player, type PlayerView } from './player.tsx';
import { SendDock } from './send-dock.tsx';
import { Details, Lengths, Looks, type SpotFieldsView } from './spot-fields.tsx';
import { Trim, type TrimView } from './trim.tsx';
import { WhyPart } from './why-part.tsx';

export interface SpotView extends SpotFieldsView, MusicView {
  /** House number once approved, before that the spot's short number (UJN-0093). */
  readonly number: string;
  readonly scheme: string;
  readonly name: string;
  readonly state: ClipState['kind'];
  readonly islands: readonly string[];
  /** Takes from, until (frames), length (s), look, name, village, district, scheme, cue.<id> and `version`. */
  readonly saveAction: string;
  /** Takes the same and sends the spot for review. */
  readonly sendAction: string;
  /** Takes version, script or file. */
  readonly captionsAction: string;
  /** The whole text as somebody typed it, when it could not be taken; else empty. */
  readonly script: string;
  /** The whole document as it was typed over a newer version, as JSON; absent when the page shows what is in store. */
  readonly typed?: string | undefined;
  /** Version that the page was drawn from; another one in store answers 412. */
  readonly version: number;
  readonly savedAt?: Date | undefined;
  /** Said above: a reviewer's comment, "changed elsewhere", a refusal. */
  readonly notes: readonly {
    readonly tone?: Tone | undefined;
    readonly icon?: IconName;
    readonly title?: string;
    readonly text: string;
  }[];
  /** Clip and spot: what news may be about. */
  readonly subjects: readonly string[];
  /** Its films are being made. */
  readonly making?: Making | undefined;
  /** Its films are not being made, and why. */
  readonly trouble?: FilmTroubleView | undefined;
  /** Where the spot is taken back from review; absent when that is not possible. */
  readonly takeBackAction?: string | undefined;
  /** The beneficiary's consent, to look at or to take back; for those who may. */
  readonly consent?: { readonly href: string; readonly mayTakeBack: boolean } | undefined;
  readonly player: PlayerView;
  readonly trim: TrimView;
  /** Why the draft chose its part. */
  readonly whyPart: readonly string[];
  readonly framing: Framing;
  readonly helps: readonly HelpView[];
  readonly cues: readonly CueView[];
  readonly changedAt?: Date | undefined;
}

/** My spot (04): proof by eye in two minutes; words, handles, length and look, then off to review. */
export function SpotPage({ context, view }: { context: PageContext; view: SpotView }) {
  const { t } = context;
  return (
    <ListPage
      context={context}
      title={`${view.name} · ${t('spot.title')}`}
      place="spots"
      islands={view.islands}
      changedAt={view.changedAt}
    >
      <Head view={view} />
      <Form action={view.saveAction} id="spot" typed={view.typed}>
        <input type="hidden" name="version" value={String(view.version)} />
        <div class="two side w">
          <div class="stack">
            <Player view={view.player} />
            <Trim view={view.trim} editable={view.editable} />
            <WhyPart why={view.whyPart} />
            <Lengths view={view} />
          </div>
          <div class="stack l">
            <Cues cues={view.cues} editable={view.editable} />
            <Looks view={view} />
            <Music view={view} />
            <Figure view={view.figure} editable={view.editable} />
            <FramingField framing={view.framing} editable={view.editable} />
            <Helps helps={view.helps} editable={view.editable} />
            <Details view={view} />
          </div>
        </div>
      </Form>
      {view.editable && <Script view={view} />}
      {view.consent && (
        <p>
          <a class="btn q" href={view.consent.href}>
            <Icon name="file" />
            {t(view.consent.mayTakeBack ? 'spot.consent' : 'consent.see')}
          </a>
        </p>
      )}
      {view.editable && <SendDock view={view} />}
    </ListPage>
  );
}

function Head({ view }: { view: SpotView }) {
  return (
    <>
      <div class="row sp wrap" data-state={view.state} data-editable={view.editable ? 'yes' : undefined}>
        <div>
          <p class="sm mut">
            <span class="code">{view.number}</span> · <Words text={view.scheme} />
          </p>
          <h1>
            <Words text={view.name} />
          </h1>
        </div>
        <div data-part="state">
          <StateBadge kind={view.state} />
        </div>
      </div>
      {view.notes.map((note) => (
        <Note icon={note.icon ?? 'warn'} tone={note.tone} title={note.title}>
          <span>
            <Words text={note.text} />
          </span>
        </Note>
      ))}
      <Films view={view} />
      {view.takeBackAction && <TakeBack action={view.takeBackAction} />}
    </>
  );
}

function TakeBack({ action }: { action: string }) {
  const { t } = usePage();
  return (
    <Note icon="clock">
      <p>{t('spot.takeBackText')}</p>
      <ActButton action={action} class="plain">
        {t('spot.takeBack')}
      </ActButton>
    </Note>
  );
}

/** Stands empty while nothing is made, so that a bar may come and go without a reload. */
function Films({ view }: { view: SpotView }) {
  const { t } = usePage();
  return (
    <div data-part="films" data-subjects={view.subjects.join(' ')} hidden={!view.making && !view.trouble}>
      {view.trouble && !view.making && <FilmTrouble view={view.trouble} />}
      {view.making && (
        <section class="card stack t">
          <b>{t('spot.filmsMade')}</b>
          <MakingBar making={view.making} label={t('home.filmsOf', { name: view.name })} />
        </section>
      )}
    </div>
  );
}
