import { openApp } from '../app.ts';
import { readConfig } from '../platform/config.ts';
import { type Command, EXIT, flag } from './command.ts';
import { checks, type Finding } from './fsck-checks.ts';

export const fsck: Command = {
  name: 'fsck',
  usage: 'prerna fsck [--quick] [--json]',
  summary: 'Proves that films, jobs and audit trail are whole; reads every film unless --quick. Mends nothing.',
  options: { quick: { type: 'boolean' } },
  async run(input) {
    const app = openApp(readConfig());
    try {
      const results = [];
      for (const { id, title, run } of checks)
        results.push({ id, title, findings: await run(app, { rehash: !flag(input, 'quick') }) });
      const clean = results.every(({ findings }) => findings.every((finding) => finding.kind === 'note'));
      input.answer({ clean, checks: results }, results.map(inWords).join('\n'));
      return clean ? EXIT.done : EXIT.failed;
    } finally {
      await app.close();
    }
  },
};

function inWords({ id, title, findings }: { id: string; title: string; findings: readonly Finding[] }): string {
  const sound = findings.every((finding) => finding.kind === 'note');
  const lines = findings.map(
    ({ kind, subject, problem, mend }) => `     ${kind}: ${subject}: ${problem}\n       ${mend}`,
  );
  return [`${sound ? 'ok  ' : 'FAIL'} ${id}: ${title}`, ...lines].join('\n');
}
