import type { LookFrame } from '../../engine/film/draw-look-frame.ts';
import { ChoiceChip } from '../frame/chips.tsx';
import { usePage } from '../frame/context.ts';
import { type Choice, SelectField } from '../frame/field.tsx';

export interface LookFramesView {
  readonly frames: readonly { readonly frame: LookFrame; readonly aspect: '16x9' | '9x16'; readonly src: string }[];
  readonly language: 'hi' | 'en';
  readonly scheme: string;
  readonly schemes: readonly Choice[];
}

const SIZES = { '16x9': [480, 270], '9x16': [270, 480] } as const;

/** Frames of a film in the look: the wide ones first, then the tall. What is typed beside them changes them at once. */
export function LookFrames({ view }: { view: LookFramesView }) {
  const { t } = usePage();
  return (
    <section class="stack" data-frames data-failed={t('look.frameFailed')}>
      <h2>{t('look.frames')}</h2>
      <div class="row wrap">
        <fieldset class="chips">
          <legend class="vh">{t('look.frameLanguage')}</legend>
          {(['hi', 'en'] as const).map((language) => (
            <ChoiceChip type="radio" name="language" value={language} checked={language === view.language}>
              {t(language === 'hi' ? 'admin.inHindi' : 'admin.inEnglish')}
            </ChoiceChip>
          ))}
        </fieldset>
      </div>
      <SelectField
        id="scheme"
        name="scheme"
        label={t('look.frameScheme')}
        choices={view.schemes}
        chosen={view.scheme}
      />
      {(['16x9', '9x16'] as const).map((aspect) => (
        <div class={aspect === '16x9' ? 'shots' : 'shots tall'}>
          {view.frames
            .filter((one) => one.aspect === aspect)
            .map(({ frame, src }) => (
              <figure>
                <img
                  src={src}
                  alt={t('look.frameAlt', { frame: t(`look.frame.${frame}`), aspect: t(`look.aspect.${aspect}`) })}
                  width={SIZES[aspect][0]}
                  height={SIZES[aspect][1]}
                  loading="lazy"
                  data-frame={frame}
                  data-aspect={aspect}
                />
                <figcaption class="sm mut">
                  {t(`look.frame.${frame}`)} · {t(`look.aspect.${aspect}`)}
                </figcaption>
              </figure>
            ))}
        </div>
      ))}
    </section>
  );
}
