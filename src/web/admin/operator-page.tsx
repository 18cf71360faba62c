import type { PageContext } from '../frame/context.ts';
import { TextAreaField, TextField } from '../frame/field.tsx';
import { Form } from '../frame/form.tsx';
import { ListPage } from '../frame/page.tsx';
import { OperatorForm, type OperatorFormView } from './operator-fields.tsx';
import type { ChannelTyped } from './operator-form.ts';

export interface OperatorView {
  readonly form: OperatorFormView;
  readonly channels: readonly ChannelTyped[];
  readonly channelTyped?: ChannelTyped;
  readonly channelWhy?: string;
}

const NEW: ChannelTyped = { id: '', name: '', tags: '', breaks: '', version: '' };

/** One operator with its channels, each a form of its own. */
export function OperatorPage({ context, view }: { context: PageContext; view: OperatorView }) {
  const { t } = context;
  const action = `/admin/operators/${view.form.typed.id}`;
  const typed = view.channelTyped;
  const isThere = (id: string | undefined) => view.channels.some((channel) => channel.id === id);
  const fresh = typed && typed.version === '' ? typed : NEW;
  return (
    <ListPage context={context} title={view.form.typed.hi}>
      <p>
        <a href="/admin/operators">{t('admin.operators')}</a>
      </p>
      <h1>{view.form.typed.hi}</h1>
      <OperatorForm context={context} view={view.form} action={action} title={t('operator.edit')} />
      {view.channels.map((channel) => {
        const mine = typed?.id === channel.id && typed.version !== '' && isThere(typed.id);
        // What was typed, on the version that stands now.
        const shown = mine ? { ...typed, version: channel.version } : channel;
        return <ChannelForm context={context} action={action} typed={shown} why={mine ? view.channelWhy : undefined} />;
      })}
      <ChannelForm context={context} action={action} typed={fresh} why={fresh === NEW ? undefined : view.channelWhy} />
    </ListPage>
  );
}

function ChannelForm(props: { context: PageContext; action: string; typed: ChannelTyped; why: string | undefined }) {
  const { typed, why } = props;
  const { t } = props.context;
  const at = typed.version === '' ? 'new' : typed.id;
  return (
    <Form action={`${props.action}/channels`} class="card stack l form1">
      <h2>{typed.version === '' ? t('channel.add') : t('channel.edit', { name: typed.name })}</h2>
      <input type="hidden" name="version" value={typed.version} />
      {typed.version === '' ? (
        <TextField
          id={`ci-${at}`}
          name="id"
          label={t('operator.id')}
          hint={t('operator.idHint')}
          value={typed.id}
          required
        />
      ) : (
        <input type="hidden" name="id" value={typed.id} />
      )}
      <TextField id={`cn-${at}`} name="name" label={t('people.name')} value={typed.name} why={why} required />
      <TextField id={`ct-${at}`} name="tags" label={t('channel.tags')} value={typed.tags} />
      <TextAreaField
        id={`cb-${at}`}
        name="breaks"
        rows={5}
        label={t('channel.breaks')}
        hint={t('channel.breaksHint')}
        value={typed.breaks}
      />
      <button type="submit" class="btn go">
        {t('admin.save')}
      </button>
    </Form>
  );
}
