import { usePage } from '../frame/context.ts';
import { Icon, type IconName } from '../frame/icon.tsx';
import { Compared, type HelpView } from '../spots/helps.tsx';

export interface MadeWithView {
  /** "30 s: 0:12–0:39 of the clip", one for each cut: all that is switched on touches the whole of it. */
  readonly parts: readonly string[];
  /** The helps that are switched on. */
  readonly helps: readonly HelpView[];
  readonly music: string;
  /** What was found in the clip's sound, and done to it; known once the films are made. */
  readonly sound: readonly string[];
}

/** What was done to the clip: a reviewer sees what is the camera's and what is ours. */
export function MadeWith({ view }: { view: MadeWithView }) {
  const { t } = usePage();
  return (
    <section class="card stack t" aria-labelledby="made-with">
      <h2 id="made-with">{t('review.madeWith')}</h2>
      {view.parts.map((part) => (
        <p class="sm mut num">{part}</p>
      ))}
      <ul class="stack t plain">
        {view.helps.length === 0 && <Line icon="okc" text={t('review.noHelps')} />}
        {view.helps.map((help) => (
          <li data-help={help.help}>
            <p class="row">
              <Icon name="eye" />
              <span>
                <b>{t(`helps.${help.help}`)}</b> <small class="mut">{help.why}</small>
              </span>
            </p>
            {help.compared && <Compared view={help} compared={help.compared} />}
          </li>
        ))}
        <Line icon="music" text={view.music} />
        {view.sound.map((text) => (
          <Line icon="mic" text={text} />
        ))}
      </ul>
    </section>
  );
}

function Line({ icon, text }: { icon: IconName; text: string }) {
  return (
    <li class="row">
      <Icon name={icon} />
      <span>{text}</span>
    </li>
  );
}
