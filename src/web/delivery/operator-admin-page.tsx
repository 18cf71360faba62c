import { Badge } from '../frame/badge.tsx';
import type { PageContext } from '../frame/context.ts';
import { TextField } from '../frame/field.tsx';
import { ActButton, Form } from '../frame/form.tsx';
import { formatWhen } from '../frame/format.ts';
import { Note } from '../frame/note.tsx';
import { ListPage } from '../frame/page.tsx';

interface OperatorAdminView {
  readonly id: string;
  readonly name: string;
  readonly tokens: readonly {
    readonly id: string;
    readonly name: string;
    readonly lastUsedAt?: Date | undefined;
    readonly revoked: boolean;
  }[];
  /** An address that was just made: shown once. */
  readonly made?: string | undefined;
}

/** An operator's addresses: each for one machine, ended at once when it is lost. */
export function OperatorAdminPage({ context, view }: { context: PageContext; view: OperatorAdminView }) {
  const { t, now, language } = context;
  return (
    <ListPage context={context} title={view.name} place="delivery">
      <div class="head">
        <div>
          <p class="sm mut">
            <a href="/delivery">{t('nav.delivery')}</a>
          </p>
          <h1>{view.name}</h1>
        </div>
      </div>
      {view.made && (
        <Note tone="ok" icon="okc" title={t('operator.addressMade')} alert>
          <span>{t('operator.addressText')}</span>
          <code class="cut-all">{view.made}</code>
        </Note>
      )}
      <section class="card flat">
        <h2 class="pad">{t('operator.addresses')}</h2>
        {view.tokens.length === 0 && <p class="pad mut">{t('operator.noAddress')}</p>}
        <ul class="rows">
          {view.tokens.map((token) => (
            <li class="r2">
              <div>
                <b>{token.name}</b>
                <br />
                <small class="mut">
                  {t('operator.lastUsed')}:{' '}
                  {token.lastUsedAt ? formatWhen(token.lastUsedAt, now, language) : t('operator.neverUsed')}
                </small>
              </div>
              {token.revoked ? (
                <Badge icon="lock">{t('operator.revoked')}</Badge>
              ) : (
                <ActButton action={`/operators/${view.id}/tokens/${token.id}/revoke`} class="q">
                  {t('operator.revoke')}
                </ActButton>
              )}
            </li>
          ))}
        </ul>
      </section>
      <Form action={`/operators/${view.id}/tokens`} class="card stack l">
        <h2>{t('operator.newAddress')}</h2>
        <TextField id="n" name="name" label={t('operator.machine')} maxlength={80} required />
        <button type="submit" class="btn go">
          {t('operator.newAddress')}
        </button>
      </Form>
    </ListPage>
  );
}
