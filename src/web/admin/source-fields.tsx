import { usePage } from '../frame/context.ts';
import { describedBy, Field, TextField } from '../frame/field.tsx';

/** Where a row was read, and on which day: asked of every row of the directory. */
export function SourceFields(props: {
  typed: { readonly source: string; readonly checkedOn: string };
  why: { readonly source?: string; readonly checkedOn?: string };
  /** Nothing is read tomorrow. */
  today: string;
}) {
  const { t } = usePage();
  const { typed, why, today } = props;
  const checked = { id: 'checkedOn', label: t('directory.checkedOn'), why: why.checkedOn };
  return (
    <section class="card stack l">
      <h2>{t('directory.sources')}</h2>
      <TextField
        id="source"
        name="source"
        label={t('directory.source')}
        hint={t('scheme.fromHint')}
        value={typed.source}
        why={why.source}
      />
      <Field {...checked}>
        <input
          id="checkedOn"
          type="date"
          name="checkedOn"
          value={typed.checkedOn}
          max={today}
          {...describedBy(checked)}
        />
        <span class="why" data-live="check-again" hidden>
          {t('directory.checkAgain')}
        </span>
      </Field>
    </section>
  );
}
