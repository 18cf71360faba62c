import { type App, openApp } from '../app.ts';
import { inviteAgain, invitePerson, listEverybody, newPerson } from '../domain/accounts/index.ts';
import { NotFoundError } from '../kernel/not-found.ts';
import { unwrap } from '../kernel/refusal.ts';
import { readConfig } from '../platform/config.ts';
import { type Command, type CommandInput, EXIT, type ExitCode, textOption, wrongUse } from './command.ts';

export const user: Command = {
  name: 'user',
  usage:
    'prerna user add --login L --name N --role R --reach state|division:CODE|district:CODE | user list | user reset --login L',
  summary: 'Invites people (prints the link by which they choose a password), lists them, makes a new link.',
  options: { login: { type: 'string' }, name: { type: 'string' }, role: { type: 'string' }, reach: { type: 'string' } },
  async run(input) {
    const app = openApp(readConfig());
    try {
      return runVerb(app, input);
    } finally {
      await app.close();
    }
  },
};

function runVerb(app: App, input: CommandInput): ExitCode {
  const verb = input.positionals[0];
  if (verb === 'list') return printPeople(app, input);
  if (verb === 'add') return printLink(app, input, unwrap(invitePerson(app, 'system', readPerson(input))).token);
  if (verb === 'reset') return reset(app, input);
  throw wrongUse('cli.say', { words: 'user add, user list, user reset' });
}

function reset(app: App, input: CommandInput): ExitCode {
  const login = textOption(input, 'login');
  if (!login) throw wrongUse('cli.needs', { options: '--login' });
  try {
    return printLink(app, input, inviteAgain(app, 'system', login).token);
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
    console.error(`nobody has the log-in "${login}"`);
    return EXIT.failed;
  }
}

function printPeople(app: App, input: CommandInput): ExitCode {
  const people = listEverybody(app.catalogue.rows);
  const words = people.map(
    (p) =>
      `${p.login}  ${p.role}  ${p.reach.kind === 'state' ? 'state' : `${p.reach.kind}:${p.reach.code}`}  ${p.name}`,
  );
  input.answer({ people: people.map(({ districts: _, ...shown }) => shown) }, words.join('\n'));
  return EXIT.done;
}

function printLink(app: App, input: CommandInput, token: string): ExitCode {
  const link = new URL(`/invitation/${token}`, app.config.publicUrl).href;
  input.answer({ link }, link);
  return EXIT.done;
}

function readPerson(input: CommandInput) {
  const [reachKind, reachCode] = (textOption(input, 'reach') ?? '').split(':');
  const parsed = newPerson.safeParse({
    login: textOption(input, 'login'),
    name: textOption(input, 'name'),
    role: textOption(input, 'role'),
    reachKind,
    reachCode,
  });
  if (!parsed.success)
    throw wrongUse('cli.person', { fields: parsed.error.issues.map(({ path }) => `--${path.join('.')}`).join(', ') });
  return parsed.data;
}
