import type { DeliveryPreset } from '../engine/film/delivery-preset.ts';
import { listBasePresets, listPresetNames } from '../engine/film/preset-variants.ts';

const ENDINGS = ['-14x9', '-4x3', '-50i', '-slate'];

/** Every preset with the endings that its name may take, for `--help`. */
export function listPresets(all: ReadonlyMap<string, DeliveryPreset>): string {
  const names = new Set(listPresetNames(all));
  const rows = listBasePresets(all).map(({ name }) => {
    const endings = ENDINGS.filter((ending) => names.has(`${name}${ending}`));
    return `  ${name.padEnd(22)}${endings.join(' ')}`.trimEnd();
  });
  return [
    'Presets, each with the endings that its name may take, in this order (sd-mpeg2-14x9-50i-slate):',
    ...rows,
  ].join('\n');
}
