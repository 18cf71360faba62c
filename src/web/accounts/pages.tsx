import type { Refusal } from '../../kernel/refusal.ts';
import type { WebContext } from '../http/route.ts';

export function loginPage(_c: WebContext, view: { to: string; login: string; refusal?: Refusal }) {
  return (
    <form method="post" action="/login">
      <input type="hidden" name="to" value={view.to} />
      <input name="login" value={view.login} />
      <input name="password" type="password" />
      <button type="submit">log in</button>
    </form>
  );
}

export function invitationPage(_c: WebContext, view: { name: string; login: string }, _refusal?: Refusal) {
  return <p>{view.name}</p>;
}
