import { usePage } from '../frame/context.ts';
import { describedBy, Field } from '../frame/field.tsx';
import { type ColourRule, type ColourVerdict, judgeColour } from './scheme-colour.ts';

/** A scheme's colour, and how each look shows it on film; the island draws it anew at every choice. */
export function ColourField(props: { colour: string; rules: readonly ColourRule[]; why: string | undefined }) {
  const { t } = usePage();
  const chosen = /^#[0-9A-F]{6}$/.test(props.colour.toUpperCase()) ? props.colour.toUpperCase() : '#1565C0';
  const field = { id: 'colour', label: t('scheme.colour'), hint: t('scheme.colourHint'), why: props.why };
  return (
    <section class="card stack" data-colour-rules={JSON.stringify(props.rules)}>
      <h2>{t('scheme.onFilm')}</h2>
      <Field {...field}>
        <input id="colour" type="color" name="colour" value={chosen.toLowerCase()} {...describedBy(field)} />
      </Field>
      {judgeColour(chosen, props.rules).map((verdict) => (
        <Swatch verdict={verdict} />
      ))}
    </section>
  );
}

function Swatch({ verdict }: { verdict: ColourVerdict }) {
  const { t } = usePage();
  return (
    <figure class="stack t" data-look={verdict.look}>
      <svg class="swatch" viewBox="0 0 320 72" role="img" aria-label={t('scheme.swatch')}>
        <rect data-live="ground" width="320" height="72" rx="6" fill={verdict.ground} />
        <text data-live="text" x="160" y="46" text-anchor="middle" font-size="26" font-weight="700" fill={verdict.text}>
          {t('scheme.swatchText')}
        </text>
      </svg>
      <figcaption class="sm">
        <b>{t(`look.${verdict.look}`)}</b>:{' '}
        <span class="num" data-live="ground-name">
          {verdict.ground}
        </span>{' '}
        · {t('scheme.contrast')}{' '}
        <span class="num" data-live="contrast">
          {verdict.contrast}
        </span>
        <br />
        <span data-live="kept" hidden={!verdict.kept}>
          {t('scheme.kept')}
        </span>
        <span data-live="moved" hidden={verdict.kept}>
          {t('scheme.moved')}
        </span>
      </figcaption>
    </figure>
  );
}
