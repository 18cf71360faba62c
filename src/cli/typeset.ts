import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { captionRoom } from '../engine/captions/caption-room.ts';
import { decodeText } from '../engine/captions/decode-text.ts';
import { typesetText } from '../engine/captions/typeset-text.ts';
import { readLook } from '../engine/graphics/look.ts';
import { type Command, EXIT, wrongUse } from './command.ts';

const LOOK = join(import.meta.dirname, '../../watermarks/sober');

export const typeset: Command = {
  name: 'typeset',
  usage: 'prerna typeset F.txt [--json]',
  summary: 'Breaks each line of a text into caption lines as a 16:9 film shows them.',
  options: {},
  async run(input) {
    const [file, ...more] = input.positionals;
    if (!file || more.length > 0) throw wrongUse('cli.oneFile');
    const text = decodeText(await readFile(file).catch(cannotRead));
    const cues = typesetText(text, captionRoom(await readLook(LOOK), '16x9'));
    input.answer({ cues }, cues.map((cue) => cue.lines.join('\n')).join('\n\n'));
    return EXIT.done;
  },
};

function cannotRead(error: NodeJS.ErrnoException): never {
  throw wrongUse('cli.unreadable', { path: error.path ?? '' }, error);
}
