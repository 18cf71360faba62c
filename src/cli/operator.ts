import { type App, openApp } from '../app.ts';
import { createAccessToken, listOperatorTokens, revokeAccessToken } from '../domain/accounts/index.ts';
import { findOperator } from '../domain/directory/index.ts';
import { readConfig } from '../platform/config.ts';
import { type Command, type CommandInput, EXIT, type ExitCode, textOption, wrongUse } from './command.ts';

export const operator: Command = {
  name: 'operator',
  usage:
    'prerna operator token create --operator ID --name N | token list --operator ID | token revoke --token ID [--json]',
  summary: "Makes, lists and ends the addresses of operators' machines; an address is printed once and kept nowhere.",
  options: { operator: { type: 'string' }, name: { type: 'string' }, token: { type: 'string' } },
  async run(input) {
    const [noun, act, ...rest] = input.positionals;
    if (noun !== 'token' || rest.length > 0)
      throw wrongUse('cli.say', { words: 'operator token create, operator token list, operator token revoke' });
    const app = openApp(readConfig());
    try {
      if (act === 'create') return create(app, input);
      if (act === 'list') return list(app, input);
      if (act === 'revoke') return revoke(app, input);
      throw wrongUse('cli.say', { words: 'operator token create, operator token list, operator token revoke' });
    } finally {
      await app.close();
    }
  },
};

function create(app: App, input: CommandInput): ExitCode {
  const operatorId = neededOperator(app, input);
  const name = textOption(input, 'name');
  if (!name) throw wrongUse('cli.needs', { options: '--name' });
  if (operatorId === undefined) return EXIT.failed;
  const { id, token } = createAccessToken(app, 'system', name, { operatorId, scope: 'operator' });
  const address = new URL(`/o/${token}`, app.config.publicUrl).href;
  input.answer({ id, token, address }, address);
  return EXIT.done;
}

function list(app: App, input: CommandInput): ExitCode {
  const operatorId = neededOperator(app, input);
  if (operatorId === undefined) return EXIT.failed;
  const tokens = listOperatorTokens(app, operatorId);
  const words = tokens.map(({ id, name, lastUsedAt, revokedAt }) =>
    [id, name, revokedAt ? `revoked ${revokedAt}` : `last used ${lastUsedAt ?? 'never'}`].join('\t'),
  );
  input.answer({ tokens }, words.join('\n'));
  return EXIT.done;
}

function revoke(app: App, input: CommandInput): ExitCode {
  const id = textOption(input, 'token');
  if (!id) throw wrongUse('cli.needs', { options: '--token' });
  revokeAccessToken(app, 'system', id);
  input.answer({ revoked: id }, `revoked ${id}`);
  return EXIT.done;
}

/** The id, if there is such an operator; otherwise says so. */
function neededOperator(app: App, input: CommandInput): string | undefined {
  const id = textOption(input, 'operator');
  if (!id) throw wrongUse('cli.needs', { options: '--operator' });
  if (findOperator(app.catalogue.rows, id)) return id;
  console.error(`no operator "${id}"`);
  return undefined;
}
