import type { Role } from '../../domain/accounts/index.ts';
import type { PageContext } from '../frame/context.ts';
import { describedBy, Field, SelectField, TextField } from '../frame/field.tsx';
import { ActButton, Form } from '../frame/form.tsx';
import { formatWhen } from '../frame/format.ts';
import { Note } from '../frame/note.tsx';
import { ListPage } from '../frame/page.tsx';
import { Cell, Table } from '../frame/table.tsx';
import { Words } from '../frame/words.tsx';

export interface AccountView {
  readonly name: string;
  readonly login: string;
  readonly role: Role;
  readonly tokens: readonly TokenRow[];
  /** The password was changed. */
  readonly done?: boolean;
  readonly why?: { readonly field: string; readonly text: string };
  /** A token that was just made: shown once. */
  readonly made?: string;
}

interface TokenRow {
  readonly id: string;
  readonly name: string;
  readonly scope: 'read' | 'all';
  readonly createdAt: Date;
  readonly usedAt: Date | undefined;
}

/** Who one is here, one's language, password and tokens, and the way out. */
export function AccountPage({ context, view }: { context: PageContext; view: AccountView }) {
  const { t, language, path } = context;
  const other = language === 'hi' ? 'en' : 'hi';
  return (
    <ListPage context={context} title={t('frame.account')}>
      <h1>{t('frame.account')}</h1>
      <section class="card stack">
        <h2>
          <Words text={view.name} />
        </h2>
        <p class="mut">
          {view.login} · {t(`role.${view.role}`)} · {context.person?.role}
        </p>
        <div class="row">
          <a class="btn q" href={`/lang/${other}?to=${encodeURIComponent(path)}`} lang={other} hreflang={other}>
            {other === 'en' ? 'English' : 'हिन्दी'}
          </a>
          <a class="btn q" href="/notices">
            {t('frame.notices')}
          </a>
          {(view.role === 'admin' || view.role === 'auditor') && (
            <a class="btn q" href="/admin">
              {t('account.admin')}
            </a>
          )}
          <ActButton action="/logout" class="q">
            {t('account.logOut')}
          </ActButton>
        </div>
      </section>
      <PasswordForm context={context} view={view} />
      <Tokens context={context} view={view} />
    </ListPage>
  );
}

function PasswordForm({ context, view }: { context: PageContext; view: AccountView }) {
  const { t } = context;
  const fresh = view.why?.field === 'password.short' ? view.why.text : undefined;
  const old = view.why && !fresh ? view.why.text : undefined;
  return (
    <Form action="/account/password" class="card stack l">
      <h2>{t('account.password')}</h2>
      {view.done && (
        <Note tone="ok" icon="okc" alert>
          <span>{t('account.passwordDone')}</span>
        </Note>
      )}
      <Field id="o" label={t('account.old')} why={old}>
        <input
          id="o"
          name="old"
          type="password"
          autocomplete="current-password"
          required
          {...describedBy({ id: 'o', why: old })}
        />
      </Field>
      <Field id="f" label={t('account.fresh')} hint={t('invitation.hint')} why={fresh}>
        <input
          id="f"
          name="fresh"
          type="password"
          autocomplete="new-password"
          required
          {...describedBy({ id: 'f', hint: t('invitation.hint'), why: fresh })}
        />
      </Field>
      <button type="submit" class="btn go">
        {t('invitation.save')}
      </button>
    </Form>
  );
}

function Tokens({ context, view }: { context: PageContext; view: AccountView }) {
  const { t, language, now } = context;
  const name = { label: t('people.name') };
  const scope = { label: t('account.scope') };
  const used = { label: t('account.used') };
  const acts = { label: t('people.acts'), acts: true };
  return (
    <section class="card stack l">
      <h2>{t('account.tokens')}</h2>
      <p class="mut">{t('account.tokensText')}</p>
      {view.made && (
        <Note tone="ok" icon="okc" title={t('account.made')} alert>
          <span>{t('account.madeText')}</span>
          <code class="cut-all">{view.made}</code>
        </Note>
      )}
      {view.tokens.length > 0 && (
        <Table columns={[name, scope, used, acts]} caption={t('account.tokens')}>
          {view.tokens.map((token) => (
            <tr>
              <th scope="row">
                <Words text={token.name} />
              </th>
              <Cell column={scope}>{t(`account.scope.${token.scope}`)}</Cell>
              <Cell column={used}>
                {token.usedAt ? formatWhen(token.usedAt, now, language) : t('account.neverUsed')}
              </Cell>
              <Cell column={acts}>
                <ActButton action={`/account/tokens/${token.id}/revoke`} class="q">
                  {t('account.revoke')}
                </ActButton>
              </Cell>
            </tr>
          ))}
        </Table>
      )}
      <Form action="/account/tokens" class="stack">
        <TextField id="tn" name="name" label={t('account.tokenName')} maxlength={80} required />
        <SelectField
          id="ts"
          name="scope"
          label={t('account.scope')}
          choices={[
            { value: 'read', label: t('account.scope.read') },
            { value: 'all', label: t('account.scope.all') },
          ]}
        />
        <button type="submit" class="btn">
          {t('account.make')}
        </button>
      </Form>
    </section>
  );
}
