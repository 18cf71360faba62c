import { usePage } from '../frame/context.ts';
import { TextField } from '../frame/field.tsx';
import { Form } from '../frame/form.tsx';
import { Icon } from '../frame/icon.tsx';

/** Taking back is as easy as giving: one button, no reason demanded. */
export function SaidNo(props: { action: string }) {
  const { t } = usePage();
  return (
    <details>
      <summary>{t('consent.saidNo')}</summary>
      <Form action={props.action} class="stack t">
        <TextField id="wr" name="reason" label={t('consent.whyNo')} maxlength={200} />
        <button type="submit" class="btn bad w">
          <Icon name="off" />
          {t('consent.takeBack')}
        </button>
      </Form>
    </details>
  );
}
