import { ROLES, type Role } from '../../domain/accounts/index.ts';
import { ListSearch } from '../admin/list-search.tsx';
import { Badge } from '../frame/badge.tsx';
import type { PageContext } from '../frame/context.ts';
import { Empty } from '../frame/empty.tsx';
import { SelectField, TextField } from '../frame/field.tsx';
import { ActButton, Form } from '../frame/form.tsx';
import { formatCount } from '../frame/format.ts';
import { Icon } from '../frame/icon.tsx';
import { Note } from '../frame/note.tsx';
import { ListPage } from '../frame/page.tsx';
import { More, type MoreView } from '../frame/pagination.tsx';
import { Cell, Table } from '../frame/table.tsx';

export interface PeopleView {
  readonly query?: string | undefined;
  readonly people: readonly PersonRow[];
  readonly more: MoreView;
  /** `division:CODE`, `district:CODE` or `state` with their names, as far as the asker reaches. */
  readonly places: readonly { value: string; label: string }[];
  readonly typed: { login?: string; name?: string; role?: string; place?: string };
  readonly why?: string | undefined;
  /** A link that was just made: shown once. */
  readonly link?: string | undefined;
}

export interface PersonRow {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly place: string;
  readonly state: 'active' | 'invited' | 'disabled';
  readonly own: boolean;
}

/** Everybody within the administrator's place, and the form that invites another. */
export function PeoplePage({ context, view }: { context: PageContext; view: PeopleView }) {
  const { t } = context;
  const columns = [
    { label: t('people.name') },
    { label: t('people.role') },
    { label: t('people.place') },
    { label: t('people.state') },
    { label: t('people.acts'), acts: true },
  ];
  return (
    <ListPage context={context} title={t('people.title')}>
      <div class="head">
        <h1>
          {t('people.title')} <span class="mut num">{formatCount(view.more.total)}</span>
        </h1>
        <a class="btn" href="#n">
          <Icon name="plus" />
          {t('people.invite')}
        </a>
      </div>
      {view.link && (
        <Note tone="ok" icon="okc" title={t('people.linkMade')} alert>
          <span>{t('people.linkText')}</span>
          <code class="cut-all">{view.link}</code>
        </Note>
      )}
      <ListSearch action="/people" label={t('people.find')} query={view.query} />
      {view.people.length === 0 && <Empty title={t('directory.notFound', { text: view.query ?? '' })} icon="search" />}
      <div class="card flat" hidden={view.people.length === 0}>
        <Table columns={columns} caption={t('people.title')}>
          {view.people.map((person) => (
            <tr>
              <th scope="row">
                {person.name}
                <small class="mut cut-all"> {person.login}</small>
              </th>
              <Cell column={columns[1] ?? { label: '' }}>{t(`role.${person.role}`)}</Cell>
              <Cell column={columns[2] ?? { label: '' }}>{person.place}</Cell>
              <Cell column={columns[3] ?? { label: '' }}>
                <StateBadge context={context} state={person.state} />
              </Cell>
              <Cell column={columns[4] ?? { label: '', acts: true }}>
                {!person.own && <PersonActs context={context} person={person} />}
              </Cell>
            </tr>
          ))}
        </Table>
      </div>
      <More view={view.more} />
      <InviteForm context={context} view={view} />
    </ListPage>
  );
}

function StateBadge({ context, state }: { context: PageContext; state: PersonRow['state'] }) {
  const { t } = context;
  if (state === 'active')
    return (
      <Badge tone="ok" icon="okc">
        {t('people.active')}
      </Badge>
    );
  if (state === 'invited')
    return (
      <Badge tone="wait" icon="clock">
        {t('people.invited')}
      </Badge>
    );
  return (
    <Badge tone="bad" icon="lock">
      {t('people.disabled')}
    </Badge>
  );
}

function PersonActs({ context, person }: { context: PageContext; person: PersonRow }) {
  const { t } = context;
  return (
    <div class="row over">
      <ActButton action={`/people/${person.id}/invite`} class="q">
        {t('people.newLink')}
      </ActButton>
      <ActButton action={`/people/${person.id}/${person.state === 'disabled' ? 'enable' : 'disable'}`} class="q">
        {person.state === 'disabled' ? t('people.enable') : t('people.disable')}
      </ActButton>
    </div>
  );
}

function InviteForm({ context, view }: { context: PageContext; view: PeopleView }) {
  const { t } = context;
  const roles = ROLES.map((role) => ({ value: role, label: t(`role.${role}`) }));
  return (
    <Form action="/people" class="card stack l form1">
      <h2>{t('people.invite')}</h2>
      <TextField id="n" name="name" label={t('people.name')} value={view.typed.name} required />
      <TextField id="l" name="login" label={t('login.who')} value={view.typed.login} why={view.why} required />
      <SelectField id="r" name="role" label={t('people.role')} choices={roles} chosen={view.typed.role ?? 'staff'} />
      <SelectField id="w" name="place" label={t('people.place')} choices={view.places} chosen={view.typed.place} />
      <button type="submit" class="btn go">
        {t('people.inviteAct')}
      </button>
    </Form>
  );
}
