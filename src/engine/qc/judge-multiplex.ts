import { FRAME_RATE } from '../../kernel/frames.ts';
import type { DeliveryPreset } from '../film/delivery-preset.ts';
import { walkBuffer } from './buffer-model.ts';
import type { FilmMeasurement, PictureStream } from './film-measurement.ts';
import type { MultiplexClock } from './multiplex-clock.ts';
import type { QcCheck } from './qc-report.ts';

type Picture = DeliveryPreset['picture'];

/** The rate of bits: what was asked, as steadily as asked, never more than a decoder's buffer holds. */
export function judgeBitrate({ clock }: FilmMeasurement, picture: PictureStream, preset: DeliveryPreset): QcCheck {
  const { bitrate } = preset.picture;
  const kbps = Math.round(picture.bits / Math.max(picture.packets / FRAME_RATE, 1 / FRAME_RATE) / 1000);
  const total = 'totalKbps' in preset.container ? preset.container.totalKbps : undefined;
  const faults = [
    kbps > 0 ? null : 'no bits',
    bitrate.kind === 'constant' ? offRate(kbps, picture, bitrate) : null,
    preset.picture.gop.length === 1 ? unevenPictures(picture, preset.picture) : null,
    total === undefined ? null : offClock(clock, total),
  ].filter((fault) => fault !== null);
  const dry = runsDry(picture, preset.picture);
  const multiplex = total === undefined || !clock ? '' : `, multiplex ${clock.kbps} kb/s`;
  return {
    id: 'bitrate',
    measured: [`${kbps} kb/s${multiplex}`, ...faults, ...(dry ? [dry.said] : [])].join(', '),
    limit: limitOf(bitrate, total),
    passed: faults.length === 0 && !dry,
    ...(dry ? { at: dry.at } : {}),
  };
}

function limitOf(bitrate: Picture['bitrate'], total: number | undefined): string {
  if (bitrate.kind === 'quality') return `≤ ${bitrate.ceilingKbps} kb/s`;
  return `${bitrate.kbps} kb/s constant${total === undefined ? '' : `, multiplex ${total} kb/s constant`}`;
}

/** The buffer starts full: what lies in it at the end is not sent. Ten per cent on top for H.264's filler headers. */
function offRate(
  kbps: number,
  picture: PictureStream,
  { kbps: wanted, bufferBits }: Extract<Picture['bitrate'], { kind: 'constant' }>,
): string | null {
  const least = (wanted - bufferBits / 1000 / Math.max(picture.packets / FRAME_RATE, 1)) * 0.98;
  return kbps >= least && kbps <= wanted * 1.1 ? null : `not ${wanted}`;
}

/** Where every picture is a key picture (D-10), each has the same bytes. */
function unevenPictures({ pictureBytes }: PictureStream, { bitrate }: Picture): string | null {
  if (bitrate.kind !== 'constant') return null;
  const wanted = (bitrate.kbps * 1000) / 8 / FRAME_RATE;
  const uneven = pictureBytes.filter((bytes) => bytes !== wanted).length;
  return uneven === 0 ? null : `${uneven} pictures not of ${wanted} bytes`;
}

function offClock(clock: MultiplexClock | undefined, totalKbps: number): string | null {
  if (!clock) return 'no steady clock';
  if (clock.unsteady > 0) return `not constant at ${clock.unsteady} of ${clock.marks} clock marks`;
  // A thousandth: clocks are written in ticks.
  return Math.abs(clock.kbps - totalKbps) <= totalKbps / 1000 ? null : `multiplex not ${totalKbps}`;
}

/** Where a decoder's buffer would have run dry. H.264's own headers may take a hundredth more than its rate control counts. */
function runsDry(picture: PictureStream, { bitrate, codec }: Picture): { said: string; at: number } | undefined {
  const rate = bitrate.kind === 'constant' ? bitrate.kbps : bitrate.ceilingKbps;
  const kbps = codec === 'h264' ? rate * 1.01 : rate;
  const walk = walkBuffer(picture.pictureBytes, { bufferBits: bitrate.bufferBits, kbps });
  if (walk.lowestBits >= 0) return undefined;
  return { said: `decoder’s buffer short by ${-Math.round(walk.lowestBits)} bits`, at: walk.atPicture / FRAME_RATE };
}
