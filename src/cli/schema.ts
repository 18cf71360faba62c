import { z } from 'zod';
import { planSchema } from '../domain/traffic/index.ts';
import { logDocument } from '../engine/playlists/log-document.ts';
import { type Command, EXIT, wrongUse } from './command.ts';

const schemas = new Map<string, z.ZodType>([
  ['plan', planSchema],
  ['log', logDocument],
]);

export const schema: Command = {
  name: 'schema',
  usage: `prerna schema ${[...schemas.keys()].join('|')} [--json]`,
  summary: 'Prints the JSON schema of a document that a command takes.',
  options: {},
  async run(input) {
    const [name = '', ...rest] = input.positionals;
    const found = schemas.get(name);
    if (!found || rest.length > 0)
      throw wrongUse('cli.oneOf', { option: 'schema', known: [...schemas.keys()].join(', ') });
    // What people write, before defaults are filled in.
    const document = z.toJSONSchema(found, { io: 'input' });
    input.answer(document, JSON.stringify(document, null, 2));
    return EXIT.done;
  },
};
