import { usePage } from '../frame/context.ts';
import { formatSize } from '../frame/format.ts';
import { Icon } from '../frame/icon.tsx';

/** For a machine that fetches by itself: its address, scripts that do it, and what they bring. */
export interface OperatorSetupView {
  readonly address: string;
  readonly windowsHref: string;
  readonly linuxHref: string;
  /** Other addresses for machines: "manifest", "feed". */
  readonly links: readonly { readonly label: string; readonly href: string }[];
  /** Kinds of files that this operator's machine is given: "केबल (SD, MPEG-2) · .mpg". */
  readonly films: readonly string[];
  /** `m3u8`, `csv` */
  readonly playlists: readonly string[];
  /** The newest film that the operator may have, to try the machine with; none before the first list is released. */
  readonly trial?:
    | {
        readonly title: string;
        readonly sizeBytes: number;
        readonly href: string;
        readonly lists: readonly { readonly label: string; readonly href: string }[];
      }
    | undefined;
}

export function OperatorSetup({ view }: { view: OperatorSetupView }) {
  const { t } = usePage();
  return (
    <details class="card" id="setup">
      <summary>{t('op.setup')}</summary>
      <div class="stack t l">
        <section class="stack t">
          <h3>{t('op.setupScript')}</h3>
          <p>{t('op.setupScriptText')}</p>
          <div class="pair2">
            <Download href={view.windowsHref} label={t('op.scriptWindows')} />
            <Download href={view.linuxHref} label={t('op.scriptLinux')} />
          </div>
          <p class="sm mut">{t('op.setupScriptHow')}</p>
        </section>
        <section class="stack t">
          <h3>{t('op.setupOwn')}</h3>
          <p>{t('op.setupText')}</p>
          <p class="address">{view.address}</p>
          <div class="chips">
            {view.links.map((link) => (
              <a class="chip" href={link.href}>
                {link.label}
              </a>
            ))}
          </div>
        </section>
        <section class="stack t">
          <h3>{t('op.setupKinds')}</h3>
          <p>
            {t('op.setupFilms')}: {view.films.join(', ')}
            <br />
            {t('op.setupLists')}: {view.playlists.join(', ')}
          </p>
          <Trial trial={view.trial} />
        </section>
      </div>
    </details>
  );
}

function Trial({ trial }: Pick<OperatorSetupView, 'trial'>) {
  const { t } = usePage();
  if (!trial) return <p class="mut">{t('op.noTrial')}</p>;
  return (
    <>
      <p>{t('op.trial', { name: trial.title })}</p>
      <div class="row wraps">
        <Download href={trial.href} label={t('op.trialFilm', { size: formatSize(trial.sizeBytes) })} />
        {trial.lists.map((list) => (
          <Download href={list.href} label={list.label} />
        ))}
      </div>
    </>
  );
}

function Download(props: { href: string; label: string }) {
  return (
    <a class="btn" href={props.href}>
      <Icon name="down" />
      {props.label}
    </a>
  );
}
