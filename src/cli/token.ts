import { openApp } from '../app.ts';
import { createAccessToken, findPersonRow } from '../domain/accounts/index.ts';
import { readConfig } from '../platform/config.ts';
import { type Command, EXIT, textOption, wrongUse } from './command.ts';

export const token: Command = {
  name: 'token',
  usage: 'prerna token create --user LOGIN --name N [--scope all|read]',
  summary: "Makes a token for a person's scripts; it is printed once and kept nowhere.",
  options: { user: { type: 'string' }, name: { type: 'string' }, scope: { type: 'string', default: 'all' } },
  async run(input) {
    const [login, name, scope] = [textOption(input, 'user'), textOption(input, 'name'), textOption(input, 'scope')];
    if (input.positionals[0] !== 'create' || !login || !name)
      throw wrongUse('cli.needs', { options: 'create, --user, --name' });
    if (scope !== 'all' && scope !== 'read') throw wrongUse('cli.oneOf', { option: '--scope', known: 'all, read' });
    const app = openApp(readConfig());
    try {
      const person = findPersonRow(app.catalogue.rows, { login });
      if (!person) {
        console.error(`nobody has the log-in "${login}"`);
        return EXIT.failed;
      }
      const made = createAccessToken(app, 'system', name, { personId: person.id, scope });
      input.answer(made, made.token);
      return EXIT.done;
    } finally {
      await app.close();
    }
  },
};
