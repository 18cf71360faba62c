import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parse } from 'yaml';
import { listFiles } from './list-files.mjs';

/** Every YAML below presets/ and watermarks/ parses; their schemas are checked by the unit tests that load them. */
export function checkPresets(root) {
  const findings = [];
  for (const file of [...listFiles(join(root, 'presets')), ...listFiles(join(root, 'watermarks'))]) {
    if (!file.endsWith('.yaml')) continue;
    try {
      parse(readFileSync(file, 'utf8'), { uniqueKeys: true, strict: true });
    } catch (error) {
      findings.push(`${relative(root, file)}: ${error.message}`);
    }
  }
  return findings;
}
