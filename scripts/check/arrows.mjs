import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { listFiles } from './list-files.mjs';

/** Import arrows and cycles, by scripts/check/arrows.cjs. Answers sentences, empty when all is well. */
export async function checkArrows(root) {
  const rules = createRequire(import.meta.url)('./arrows.cjs');
  const { output } = await cruise(
    ['src'],
    { ...rules.options, baseDir: root, ruleSet: { forbidden: rules.forbidden }, validate: true },
    rules.options.enhancedResolveOptions,
    {
      tsConfig: extractTSConfig(join(root, 'tsconfig.json')),
    },
  );
  const ours = output.modules.filter((module) => module.source.startsWith('src/')).length;
  const written = listFiles(join(root, 'src')).filter((file) => /\.tsx?$/.test(file)).length;
  // With some parsers the cruiser sees nothing and reports success: then the gate itself is broken.
  if (ours < written) return [`the cruise saw ${ours} of ${written} source modules: mend the gate before you trust it`];
  return output.summary.violations.map((v) => {
    const comment = rules.forbidden.find((rule) => rule.name === v.rule.name)?.comment ?? '';
    const path = v.cycle ? v.cycle.map((step) => step.name).join(' -> ') : v.to;
    return `${v.rule.name}: ${v.from} -> ${path}\n  ${comment}`;
  });
}
