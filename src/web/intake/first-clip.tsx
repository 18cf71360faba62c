import { usePage } from '../frame/context.ts';
import { Icon, type IconName } from '../frame/icon.tsx';

/** The home page before the first clip: one thing to do, three hints for a good film. */
export function FirstClip(props: { greeting: string; sendHref: string }) {
  const { t } = usePage();
  return (
    <>
      <div>
        <p class="mut">{props.greeting}</p>
        <h1>{t('home.title')}</h1>
      </div>
      <section class="card empty">
        <PhoneDrawing />
        <div>
          <h2>{t('empty.clips.title')}</h2>
          <p class="mut">{t('empty.clips.text')}</p>
        </div>
        <a class="btn go big" href={props.sendHref}>
          <Icon name="send" />
          {t('act.sendClip')}
        </a>
      </section>
      <FilmHints />
    </>
  );
}

/** What makes a phone film good enough for television. */
export function FilmHints() {
  const { t } = usePage();
  return (
    <section class="stack t">
      <h2>{t('hint.title')}</h2>
      <ul class="two three">
        <Hint icon="user" title={t('hint.light')} text={t('hint.lightText')} />
        <Hint icon="mic" title={t('hint.near')} text={t('hint.nearText')} />
        <Hint icon="mob" title={t('hint.hold')} text={t('hint.holdText')} />
      </ul>
    </section>
  );
}

function Hint(props: { icon: IconName; title: string; text: string }) {
  return (
    <li class="card hd">
      <Icon name={props.icon} />
      <div>
        <b>{props.title}</b>
        <p class="sm mut">{props.text}</p>
      </div>
    </li>
  );
}

function PhoneDrawing() {
  return (
    <svg class="draw" width="176" height="120" viewBox="0 0 176 120" aria-hidden="true">
      <rect class="soft" x="56" y="6" width="64" height="108" rx="12" />
      <circle cx="88" cy="46" r="13" />
      <path d="M64 86c3-16 12-22 24-22s21 6 24 22z" />
      <circle class="dot" cx="88" cy="101" r="5" />
      <path class="ray" d="M28 44v24M20 56h16M146 30v18M137 39h18M150 82v10M145 87h10" />
    </svg>
  );
}
