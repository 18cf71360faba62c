import type { Deliverable } from '../../domain/render/index.ts';
import { FRAME_RATE, frames } from '../../kernel/frames.ts';
import type { Language } from '../locales/index.ts';
import { sayCheck, sayFound, sayTime } from '../locales/say-check.ts';
import type { FaultView } from './faults.tsx';
import type { NamePreset } from './name-presets.ts';
import type { QualityView } from './quality.tsx';

interface How {
  readonly language: Language;
  readonly namePreset: NamePreset;
  readonly playedCut?: string | undefined;
}

/** What quality control found on these films, in words; `playedCut` is the one whose film the page plays. */
export function viewQuality(films: readonly Deliverable[], how: How): QualityView {
  const { language, namePreset } = how;
  const files = films.map(({ preset, qc }) => ({
    preset: namePreset(preset),
    passed: qc.passed,
    checks: qc.checks.map((check) => ({ ...sayCheck(language, check), passed: check.passed })),
  }));
  return { faults: listFaults(films, how), files };
}

/** One fault that several files share is said once, with its files. */
function listFaults(films: readonly Deliverable[], { language, playedCut, namePreset }: How): FaultView[] {
  const faults = new Map<string, FaultView>();
  for (const { cutId, preset, qc } of films)
    for (const check of qc.checks.filter(({ passed }) => passed === false)) {
      const sentence = sayFound(language, check);
      const key = `${cutId} ${check.at} ${sentence}`;
      const known = faults.get(key);
      const at = check.at === undefined ? undefined : timeOf(check.at, cutId === playedCut);
      const presets = [...(known?.presets ?? []), namePreset(preset)];
      faults.set(key, { sentence, presets, at, thumbnail: known?.thumbnail ?? check.thumbnail });
    }
  return [...faults.values()];
}

function timeOf(atSeconds: number, played: boolean): FaultView['at'] {
  return { time: sayTime(atSeconds), frame: frames(Math.round(atSeconds * FRAME_RATE)), played };
}
