import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { describeFacts } from '../engine/ffmpeg/film-facts.ts';
import { type GateResult, gateFilm } from '../engine/ffmpeg/gate.ts';
import { createMedia } from '../engine/ffmpeg/media.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { readConfig } from '../platform/config.ts';
import { messageIn } from '../web/locales/index.ts';
import { type Command, EXIT, textOption, wrongUse } from './command.ts';

/** The intake gate alone. */
export const probe: Command = {
  name: 'probe',
  usage: 'prerna probe FILE [--profile clip|recording] [--json]',
  summary: 'Says whether a film would be taken, and what is known of it. Exits 0 for every verdict.',
  options: { profile: { type: 'string', default: 'clip' } },
  async run(input) {
    const [file, ...more] = input.positionals;
    const profile = textOption(input, 'profile');
    if (!file || more.length > 0) throw wrongUse('cli.oneFile');
    if (profile !== 'clip' && profile !== 'recording')
      throw wrongUse('cli.oneOf', { option: '--profile', known: 'clip, recording' });
    const path = resolve(file);
    if (!statSync(path, { throwIfNoEntry: false })?.isFile()) throw wrongUse('cli.unreadable', { path });
    const { runner } = await createMedia(readConfig());
    const result = await gateFilm(runner, path, profile);
    input.answer(describeVerdict(result), inWords(result));
    return EXIT.done;
  },
};

function describeVerdict({ verdict, code, refusal, warnings, facts }: GateResult) {
  const told = refusal ?? warnings.find((it) => it.code === code);
  return {
    verdict,
    ...(code !== undefined && { code }),
    ...(told && { message: sentences(told), detail: told.tech }),
    warnings: warnings.map((it) => ({ code: it.code, message: sentences(it) })),
    facts: facts && describeFacts(facts),
  };
}

function inWords({ verdict, refusal, warnings, facts }: GateResult): string {
  const told = [...(refusal ? [refusal] : []), ...warnings].flatMap((it) => Object.values(sentences(it)));
  const lines = facts ? Object.entries(describeFacts(facts)).map(([name, value]) => `  ${name}: ${show(value)}`) : [];
  return [verdict, ...told, ...lines].join('\n');
}

function show(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function sentences({ user, params }: Refusal): { hi: string; en: string } {
  return { hi: messageIn('hi', user, params), en: messageIn('en', user, params) };
}
