import { FILE_NAMES, operatorFileName } from '../../domain/directory/index.ts';
import { MOTIONS, readVariant, SHAPES } from '../../engine/film/preset-variants.ts';
import type { PageContext } from '../frame/context.ts';
import { Pick } from '../frame/pick.tsx';
import { type OperatorTyped, SLATES } from './operator-form.ts';
import { ShapePicture } from './shape-picture.tsx';

/** Which files an operator takes, how they stand on the subscribers' sets, and how they move. */
export function FileChoice(props: {
  context: PageContext;
  typed: OperatorTyped;
  delivery: readonly { readonly value: string; readonly label: string }[];
}) {
  const { typed, delivery } = props;
  const { t } = props.context;
  const chosen = typed.delivery.split(/[\s,;]+/).map((name) => readVariant(name).base);
  return (
    <>
      <fieldset class="stack t">
        <legend>{t('operator.delivery')}</legend>
        <div class="two">
          {delivery.map(({ value, label }) => (
            <Pick
              type="checkbox"
              name="delivery"
              value={value}
              title={label}
              text={value}
              checked={chosen.includes(value)}
            />
          ))}
        </div>
      </fieldset>
      <fieldset class="stack t">
        <legend>{t('operator.shape')}</legend>
        <small class="mut">{t('operator.shapeHint')}</small>
        <div class="shapes">
          {SHAPES.map((shape) => (
            <Pick
              type="radio"
              name="shape"
              value={shape}
              title={t(`operator.shape.${shape}`)}
              text={t(`operator.shape.${shape}.why`)}
              checked={typed.shape === shape}
            >
              <ShapePicture shape={shape} />
            </Pick>
          ))}
        </div>
      </fieldset>
      <fieldset class="stack t">
        <legend>{t('operator.motion')}</legend>
        <div class="two">
          {MOTIONS.map((motion) => (
            <Pick
              type="radio"
              name="motion"
              value={motion}
              title={t(`operator.motion.${motion}`)}
              text={t(`operator.motion.${motion}.why`)}
              checked={typed.motion === motion}
            />
          ))}
        </div>
      </fieldset>
      <fieldset class="stack t">
        <legend>{t('operator.slate')}</legend>
        <small class="mut">{t('operator.slateHint')}</small>
        <div class="two">
          {SLATES.map((slate) => (
            <Pick
              type="radio"
              name="slate"
              value={slate}
              title={t(`operator.slate.${slate}`)}
              text={t(`operator.slate.${slate}.why`)}
              checked={typed.slate === slate}
            />
          ))}
        </div>
      </fieldset>
      <small class="mut">{t('operator.filesFromNow')}</small>
      <fieldset class="stack t">
        <legend>{t('operator.fileNames')}</legend>
        <div class="two">
          {FILE_NAMES.map((rule) => (
            <Pick
              type="radio"
              name="fileNames"
              value={rule}
              title={t(`operator.fileNames.${rule}`)}
              text={t(`operator.fileNames.${rule}.why`, { file: operatorFileName(rule, 'UJNPMA00127', 'mpg') })}
              checked={typed.fileNames === rule}
            />
          ))}
        </div>
      </fieldset>
    </>
  );
}
