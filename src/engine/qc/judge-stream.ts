import { FRAME_RATE } from '../../kernel/frames.ts';
import { formatTimecode } from '../../kernel/timecode.ts';
import type { DeliveryPreset } from '../film/delivery-preset.ts';
import { fileStart } from '../film/encoder-tokens.ts';
import { framesAround } from '../film/slate/slate-layout.ts';
import type { FilmMeasurement, PictureStream, TradeNames } from './film-measurement.ts';
import { notMeasured, type QcCheck } from './qc-report.ts';

/** Length, spacing and closedness of the groups of pictures: as stored, as shown, and as MediaInfo names them. */
export function judgeGop({ names, decoded }: FilmMeasurement, picture: PictureStream, preset: DeliveryPreset): QcCheck {
  const { picture: wanted } = preset;
  const { gop, bitrate, codec } = wanted;
  const fixed = bitrate.kind === 'constant';
  const spacing = gop.bFrames + 1;
  const limit = fixed ? `N=${gop.length}, M=${spacing}, closed` : `N ≤ ${gop.length}, M ≤ ${spacing}, closed`;
  if (codec === 'mpeg2' && !names) return notMeasured('gop', limit);
  const { longestRun, open, openAt, groups } = decoded.groups;
  // MPEG-2 encoders are told how many B pictures; H.264's choose up to so many.
  const spaced = codec === 'mpeg2' && fixed ? longestRun === gop.bFrames : longestRun <= gop.bFrames;
  const lengths = [...new Set(ruledLengths(picture, preset))].sort((a, b) => a - b);
  const last = picture.packets - picture.gopLengths.reduce((sum, length) => sum + length, 0);
  // A single group that is not full says nothing of how long groups are.
  if (fixed && lengths.length === 0 && last < gop.length) return tooShort(last, limit);
  const fits = last <= gop.length && lengths.every((length) => (fixed ? length === gop.length : length <= gop.length));
  const closed = open === 0 && (names?.gopOpenClosed ?? 'Closed') === 'Closed';
  const said = open > 0 ? `${open} of ${groups} open` : closed ? 'closed' : 'called open';
  return {
    id: 'gop',
    measured: `N=${lengths.join('/') || last}, M=${longestRun + 1}, ${said}`,
    limit,
    passed: fits && spaced && closed,
    ...(openAt === undefined ? {} : { at: openAt / FRAME_RATE }),
  };
}

/** Of a file with slate the film's last group is as short as it is in the clean file. */
function ruledLengths({ packets, gopLengths }: PictureStream, preset: DeliveryPreset): number[] {
  const filmEnd = packets - framesAround(preset).tail;
  let at = 0;
  return gopLengths.filter((length) => {
    at += length;
    return at !== filmEnd || length > preset.picture.gop.length;
  });
}

function tooShort(pictures: number, limit: string): QcCheck {
  return { id: 'gop', measured: `too short: ${pictures} pictures`, limit, passed: null };
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
  const start = 'timecodeStart' in wanted ? formatTimecode(fileStart(preset)) : undefined;
  const faults = [
    container.format === DEMUXERS[wanted.kind] ? null : container.format,
    whole ? null : `${container.sizeBytes} bytes, no whole packets`,
    ...tradeFaults(names, preset),
    start !== undefined && container.timecode !== start ? `starts at ${container.timecode ?? 'no time code'}` : null,
  ].filter((fault) => fault !== null);
  return {
    id: 'container',
    measured: faults.length === 0 ? limit : faults.join(', '),
    limit,
    passed: faults.length === 0,
  };
}

function tradeLimits(preset: DeliveryPreset): string[] {
  const { container } = preset;
  if ('commercialName' in container) return [container.commercialName, formatTimecode(fileStart(preset))];
  return container.kind === 'mp4' ? ['index in front'] : [];
}

function tradeFaults(names: TradeNames, { container }: DeliveryPreset): (string | null)[] {
  if (container.kind === 'mp4') return [names.streamable === 'Yes' ? null : 'index at the end'];
  if (!('commercialName' in container)) return [];
  const profile = names.formatProfile ?? 'no operational pattern';
  const commercial = names.commercialName ?? 'no commercial name';
  return [
    profile.replace('-', '').toUpperCase().startsWith('OP1A') ? null : profile,
    commercial.startsWith(container.commercialName) ? null : commercial,
  ];
}
