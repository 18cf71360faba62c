import { FRAME_RATE } from '../../kernel/frames.ts';
import type { DeliveryPreset } from '../film/delivery-preset.ts';
import type { FilmMeasurement, PictureStream, TradeNames } from './film-measurement.ts';
import { notMeasured, type QcCheck } from './qc-report.ts';

/** Length, spacing and closedness of the groups of pictures. */
export function judgeGop({ names }: FilmMeasurement, picture: PictureStream, preset: DeliveryPreset): QcCheck {
  const { gop, bitrate, codec } = preset.picture;
  const lengths = [...new Set(picture.gopLengths)].sort((a, b) => a - b);
  const fixed = bitrate.kind === 'constant';
  const limit = fixed ? `${gop.length}, closed` : `≤ ${gop.length}, closed`;
  if (codec === 'mpeg2' && !names) return notMeasured('gop', limit);
  const spacing = gop.length === 1 ? 'N=1' : `M=${gop.bFrames + 1}, N=${gop.length}`;
  const open = names?.gopOpenClosed !== undefined && names.gopOpenClosed !== 'Closed';
  // MediaInfo names the spacing from some four seconds on; the key pictures' own distances always show.
  const named = codec !== 'mpeg2' || names?.gop === undefined || names.gop === spacing;
  const fits = lengths.every((length) => (fixed ? length === gop.length : length <= gop.length));
  const said = [lengths.join('/') || `one of ${picture.packets}`, names?.gop, names?.gopOpenClosed?.toLowerCase()];
  return { id: 'gop', measured: said.filter(Boolean).join(', '), limit, passed: fits && named && !open };
}

/** Constant files carry rate × time; others stay under their ceiling. */
export function judgeBitrate(picture: PictureStream, { picture: wanted }: DeliveryPreset): QcCheck {
  const seconds = picture.packets / FRAME_RATE;
  const kbps = seconds > 0 ? Math.round(picture.bits / seconds / 1000) : 0;
  const { bitrate } = wanted;
  if (bitrate.kind === 'quality') {
    // The buffer may be emptied once on top of the ceiling.
    const most = bitrate.ceilingKbps + bitrate.bufferBits / 1000 / Math.max(seconds, 1);
    return { id: 'bitrate', measured: kbps, limit: `≤ ${bitrate.ceilingKbps} kb/s`, passed: kbps > 0 && kbps <= most };
  }
  // The buffer starts full: what lies in it at the end is not sent. Ten per cent on top for H.264's filler headers.
  const least = bitrate.kbps - bitrate.bufferBits / 1000 / Math.max(seconds, 1);
  const passed = kbps >= least * 0.98 && kbps <= bitrate.kbps * 1.1;
  return { id: 'bitrate', measured: kbps, limit: `${bitrate.kbps} kb/s constant`, passed };
}

const DEMUXERS = {
  ...{ 'mpeg-ps': 'mpeg', 'mpeg-ts': 'mpegts', mp4: 'mov,mp4,m4a,3gp,3g2,mj2' },
  ...{ 'mxf-op1a': 'mxf', 'mxf-d10': 'mxf' },
} as const;
// A transport stream is whole packets; a program stream whole packs of 2,048 bytes.
const UNITS = { 'mpeg-ps': 2048, 'mpeg-ts': 188, 'mxf-op1a': 1, 'mxf-d10': 1, mp4: 1 } as const;

/** The wrapper, whole units, and the names that broadcasters ask for. */
export function judgeContainer({ container, names }: FilmMeasurement, preset: DeliveryPreset): QcCheck {
  const wanted = preset.container;
  const limit = [wanted.kind, ...tradeLimits(preset)].join(', ');
  if (!names) return notMeasured('container', limit);
  const whole = container.sizeBytes % UNITS[wanted.kind] === 0;
  const faults = [
    container.format === DEMUXERS[wanted.kind] ? null : container.format,
    whole ? null : `${container.sizeBytes} bytes, no whole packets`,
    ...tradeFaults(names, preset),
  ].filter((fault) => fault !== null);
  return {
    id: 'container',
    measured: faults.length === 0 ? limit : faults.join(', '),
    limit,
    passed: faults.length === 0,
  };
}

function tradeLimits({ container }: DeliveryPreset): string[] {
  if ('commercialName' in container) return [container.commercialName];
  return container.kind === 'mp4' ? ['index in front'] : [];
}

function tradeFaults(names: TradeNames, { container, picture }: DeliveryPreset): (string | null)[] {
  const order = names.scanOrder ?? 'no field order';
  const fields = picture.scan === 'progressive' || order === 'TFF' ? null : order;
  if (container.kind === 'mp4') return [names.streamable === 'Yes' ? null : 'index at the end', fields];
  if (!('commercialName' in container)) return [fields];
  const profile = names.formatProfile ?? 'no operational pattern';
  const commercial = names.commercialName ?? 'no commercial name';
  return [
    profile.replace('-', '').toUpperCase().startsWith('OP1A') ? null : profile,
    commercial.startsWith(container.commercialName) ? null : commercial,
    fields,
  ];
}
