import { FRAME_RATE } from '../../kernel/frames.ts';
import type { DeliveryPreset } from '../film/delivery-preset.ts';
import { framesAround, headSeconds, type SlateLayout, slateOf } from '../film/slate/slate-layout.ts';
import type { FilmMeasurement, HeardSecond } from './film-measurement.ts';
import { countKind, type KindSpan, type PictureKind } from './picture-kinds.ts';
import type { QcCheck } from './qc-report.ts';

// Half a decibel and half a hundredth: a Layer II encoder moves a sine's peaks by less than a tenth.
const TONE_DB = 0.5;
const TONE_SHARE = 0.005;
const SILENT_DB = -60;
const SAMPLE_RATE = 48_000;

/** A slated file's bars, tone, card and black as its layout says, to the picture; a clean file has none of them. */
export function judgeBars(measured: FilmMeasurement, preset: DeliveryPreset): QcCheck {
  const { kinds } = measured.decoded;
  if (!preset.slated) return noBars(kinds);
  const layout = slateOf(preset);
  const faults = [...pictureFaults(measured, preset, layout), ...soundFaults(measured, layout)];
  const limit = sayLayout(layout);
  return { id: 'bars', measured: faults.join(', ') || limit, limit, passed: faults.length === 0 };
}

function noBars(kinds: readonly KindSpan[]): QcCheck {
  const count = kinds.reduce((sum, { kind, frames }) => sum + (kind === 'bars' ? frames : 0), 0);
  const measured = count === 0 ? 'no bars' : `bars ${count / FRAME_RATE} s`;
  return { id: 'bars', measured, limit: 'no bars', passed: count === 0 };
}

function sayLayout({ barsSeconds, cardSeconds, blackSeconds, tailSeconds }: SlateLayout): string {
  return `bars and tone ${barsSeconds} s, card ${cardSeconds} s, black ${blackSeconds} s, film, black ${tailSeconds} s`;
}

function pictureFaults(
  { decoded, container }: FilmMeasurement,
  preset: DeliveryPreset,
  { barsSeconds, cardSeconds, blackSeconds }: SlateLayout,
): string[] {
  const { head, tail } = framesAround(preset);
  const all = container.pictures[0]?.packets ?? 0;
  const fault = (said: string, kind: PictureKind, from: number, frames: number) => {
    const found = countKind(decoded.kinds, kind, from, frames);
    return found === frames ? [] : [`${said} in ${found} of ${frames} pictures`];
  };
  const [bars, card, black] = [barsSeconds, cardSeconds, blackSeconds].map((one) => one * FRAME_RATE);
  return [
    ...fault('bars', 'bars', 0, bars ?? 0),
    ...fault('card', 'film', bars ?? 0, card ?? 0),
    ...fault('black before the film', 'black', head - (black ?? 0), black ?? 0),
    ...fault('black behind the film', 'black', all - tail, tail),
  ];
}

function soundFaults({ decoded, container }: FilmMeasurement, layout: SlateLayout): string[] {
  const heard = decoded.heard ?? [];
  const { barsSeconds, tailSeconds } = layout;
  const toned = heard.slice(0, barsSeconds);
  // Seconds of sound begin a little before the picture's: those at a change hold both.
  const quiet = [
    ...heard.slice(barsSeconds + 1, headSeconds(layout) - 1),
    ...heard.slice(Math.ceil((container.pictures[0]?.packets ?? 0) / FRAME_RATE) - tailSeconds + 1),
  ];
  const loudest = Math.max(...quiet.flatMap(({ peaksDb }) => peaksDb));
  return [
    ...toneFaults(toned, layout),
    ...(loudest < SILENT_DB ? [] : [`sound of ${loudest.toFixed(1)} dBFS beside the film`]),
  ];
}

function toneFaults(toned: readonly HeardSecond[], { barsSeconds, tone }: SlateLayout): string[] {
  if (toned.length < barsSeconds) return ['no tone'];
  const off = toned.find(
    ({ peaksDb, crossings }) =>
      peaksDb.some((peak) => Math.abs(peak - tone.dbfs) > TONE_DB) ||
      Math.abs(hertz(crossings) - tone.hertz) > tone.hertz * TONE_SHARE,
  );
  if (!off) return [];
  return [`tone ${off.peaksDb.map((peak) => peak.toFixed(1)).join('/')} dBFS ${Math.round(hertz(off.crossings))} Hz`];
}

/** A sine crosses nothing twice in each of its rounds. */
function hertz(crossings: number): number {
  return (crossings * SAMPLE_RATE) / 2;
}
