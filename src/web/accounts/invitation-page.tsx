import type { PageContext } from '../frame/context.ts';
import { describedBy, Field } from '../frame/field.tsx';
import { Form } from '../frame/form.tsx';
import { FlowPage } from '../frame/page.tsx';

export interface InvitationView {
  readonly action: string;
  readonly name: string;
  readonly login: string;
  readonly why?: string | undefined;
}

/** The page behind an invitation's link: choose a password, once. */
export function InvitationPage({ context, view }: { context: PageContext; view: InvitationView }) {
  const { t } = context;
  return (
    <FlowPage context={context} title={t('invitation.title')} narrow foot>
      <div>
        <h1>{t('invitation.hello', { name: view.name })}</h1>
        <p class="mut">{t('invitation.text', { login: view.login })}</p>
      </div>
      <Form action={view.action} class="card stack l">
        <Field id="p" label={t('invitation.choose')} hint={t('invitation.hint')} why={view.why}>
          <input
            id="p"
            name="password"
            type="password"
            autocomplete="new-password"
            required
            {...describedBy({ id: 'p', why: view.why, hint: true })}
          />
        </Field>
        <button type="submit" class="btn go w big">
          {t('invitation.save')}
        </button>
      </Form>
    </FlowPage>
  );
}
