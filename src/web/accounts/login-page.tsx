import type { PageContext } from '../frame/context.ts';
import { describedBy, Field, TextField } from '../frame/field.tsx';
import { Form } from '../frame/form.tsx';
import { Icon } from '../frame/icon.tsx';
import { Note } from '../frame/note.tsx';
import { FlowPage } from '../frame/page.tsx';

export interface LoginView {
  /** Takes `login`, `password` and `to`. */
  readonly action: string;
  /** Where to go afterwards. */
  readonly to?: string | undefined;
  /** What was typed; never the password. */
  readonly login?: string | undefined;
  /** The sentence of the refusal, in the page's language. */
  readonly why?: string | undefined;
  /** Said above the form: "you were away…". */
  readonly notice?: string | undefined;
  /** Where one asks for a new password. */
  readonly forgotHref?: string | undefined;
}

/** Log-in (11a). The eye in the password field needs the island `login.js`; without script it is not shown. */
export function LoginPage({ context, view }: { context: PageContext; view: LoginView }) {
  const { t } = context;
  return (
    <FlowPage context={context} title={t('login.title')} narrow foot>
      <div>
        <h1>{t('act.logIn')}</h1>
        <p class="mut">{t('login.motto')}</p>
      </div>
      {view.notice && (
        <Note icon="clock" tone="wait">
          <span>{view.notice}</span>
        </Note>
      )}
      <Form action={view.action} class="card stack l">
        {view.to && <input type="hidden" name="to" value={view.to} />}
        <TextField id="u" name="login" label={t('login.who')} value={view.login} autocomplete="username" required />
        <Field id="p" label={t('login.password')} why={view.why}>
          <div class="pw">
            <input
              id="p"
              name="password"
              type="password"
              autocomplete="current-password"
              required
              {...describedBy({ id: 'p', why: view.why })}
            />
            <button class="ib scripted" type="button" data-act="show-password" aria-label={t('login.showPassword')}>
              <Icon name="eye" />
            </button>
          </div>
        </Field>
        <button type="submit" class="btn go w big">
          {t('act.logIn')}
        </button>
        {view.forgotHref && (
          <a class="btn q" href={view.forgotHref}>
            {t('login.forgot')}
          </a>
        )}
      </Form>
      <p class="sm mut row">
        <Icon name="lock" />
        {t('login.forWhom')}
      </p>
    </FlowPage>
  );
}
