import { type Frames, frames } from '../../kernel/frames.ts';
import { formatTimecode, parseTimecode } from '../../kernel/timecode.ts';
import type { Token } from '../ffmpeg/run-order.ts';
import type { DeliveryPreset } from './delivery-preset.ts';
import { framesAround } from './slate/slate-layout.ts';

type Picture = DeliveryPreset['picture'];
type Rate = Picture['bitrate'];

/** A delivery preset's picture, sound and container as FFmpeg's output options. */
export function encoderTokens(preset: DeliveryPreset): Token[] {
  const { picture, sound } = preset;
  return [
    ...pictureTokens(picture),
    ...groupClock(preset, programmeStart(preset)),
    ...soundTokens(sound),
    ...CLEAN,
    ...containerTokens(preset),
  ];
}

/** Time code of the programme's first picture, whatever stands before it. Stations count from the tenth hour. */
export function programmeStart({ container }: DeliveryPreset): Frames {
  const start = parseTimecode('timecodeStart' in container ? container.timecodeStart : '10:00:00:00');
  if (start === undefined) throw new Error('a preset with no time code');
  return start;
}

/** Time code of the file's own first picture. */
export function fileStart(preset: DeliveryPreset): Frames {
  return frames(programmeStart(preset) - framesAround(preset).head);
}

/** MPEG-2 counts its groups within the stream too: from this frame of the day. */
export function groupClock({ picture }: DeliveryPreset, first: Frames): Token[] {
  return picture.codec === 'mpeg2' ? [['-gop_timecode', formatTimecode(first)]] : [];
}

// GPS, phone model and names survive a plain transcode: nothing of the clip's metadata goes on air.
export const CLEAN: readonly Token[] = [
  ['-map_metadata', '-1'],
  ['-map_metadata:s', '-1'],
  ['-map_chapters', '-1'],
];

/** The picture's encoder alone, as in every deliverable. */
export function pictureTokens(picture: Picture): Token[] {
  const colour = picture.colour;
  return [
    ...(picture.codec === 'mpeg2' ? mpeg2Tokens(picture) : h264Tokens(picture)),
    ['-color_primaries', colour.primaries],
    ['-color_trc', colour.transfer],
    ['-colorspace', colour.matrix],
    // Threads cost no CPU, but more than two do not help a machine that renders one film per two cores.
    ['-threads', '2'],
  ];
}

function mpeg2Tokens(picture: Picture): Token[] {
  return picture.gop.length === 1 ? d10Tokens(picture) : gopMpeg2Tokens(picture);
}

/** SMPTE D-10 (IMX): each picture alone, each of the same number of bytes, 4:2:2 at Main level. */
function d10Tokens(picture: Picture): Token[] {
  return [
    ['-c:v', 'mpeg2video'],
    ['-pix_fmt', 'yuv422p'],
    // 4:2:2 at Main level: FFmpeg numbers them 0 and 5.
    ['-profile:v', '0', '-level:v', '5'],
    ...constantRateTokens(picture.bitrate),
    ['-rc_init_occupancy', String(picture.bitrate.bufferBits)],
    ...gopTokens(picture),
    ['-flags', '+ildct+low_delay'],
    ['-dc', '10'],
    ['-intra_vlc', '1', '-non_linear_quant', '1'],
    // Slices of one byte at least: a decoder finds its place again after each line of blocks.
    ['-ps', '1'],
    // Between these the rate control fills every picture to the last byte; at 30 Mb/s noise needs the scale to its end.
    ['-qmin', '1', '-qmax', ceilingKbps(picture.bitrate) < 50_000 ? '28' : '8'],
    ['-rc_max_vbv_use', '1', '-rc_min_vbv_use', '1'],
  ];
}

function gopMpeg2Tokens(picture: Picture): Token[] {
  const studio = picture.profile === '422';
  return [
    ['-c:v', 'mpeg2video'],
    ['-pix_fmt', studio ? 'yuv422p' : 'yuv420p'],
    // 4:2:2 at High level: FFmpeg numbers them 0 and 2.
    studio ? ['-profile:v', '0', '-level:v', '2'] : null,
    ...constantRateTokens(picture.bitrate),
    // The buffer starts full: a decoder that fills it first never runs dry.
    ['-rc_init_occupancy', String(picture.bitrate.bufferBits)],
    ...gopTokens(picture),
    ['-flags', interlaced(picture) ? '+ildct+ilme+cgop' : '+cgop'],
    // +cgop alone makes N=10 of `-g 12 -bf 2`; strict_gop gives the 12 that was ordered.
    ['-mpv_flags', '+strict_gop'],
    // A key frame at every scene change would break the fixed GOP, and without this +cgop does not open.
    ['-sc_threshold', '1000000000'],
    // DC precision, VLC table and quantiser scale as XDCAM decoders expect them (9 bits suffice for SD).
    ['-dc', studio ? '10' : '9'],
    studio ? ['-intra_vlc', '1', '-non_linear_quant', '1'] : null,
    // Lets still pictures (the end card) fill the constant rate.
    ['-qmin', '1'],
    // 28 is the end of that scale: held to 12, a noisy phone film came out at 60 Mb/s and ran a decoder's buffer dry.
    studio ? ['-qmax', '28', '-lmin', 'QP2LAMBDA', '-rc_max_vbv_use', '1', '-rc_min_vbv_use', '1'] : null,
  ];
}

function h264Tokens(picture: Picture): Token[] {
  return [
    ['-c:v', 'libx264'],
    // Measured: from 8 Mb/s up superfast is as good at half the cost; below, veryfast buys 4 VMAF.
    ['-preset', ceilingKbps(picture.bitrate) >= 8000 ? 'superfast' : 'veryfast'],
    ['-profile:v', picture.profile],
    ['-level:v', picture.level],
    ['-pix_fmt', 'yuv420p'],
    ...(picture.bitrate.kind === 'constant' ? constantRateTokens(picture.bitrate) : qualityTokens(picture.bitrate)),
    ...gopTokens(picture),
    interlaced(picture) ? ['-flags', '+ildct+ilme+cgop'] : ['-flags', '+cgop'],
    ['-x264-params', x264Parameters(picture)],
  ];
}

/** What x264 takes only by its own names. */
function x264Parameters(picture: Picture): string {
  const constant = picture.bitrate.kind === 'constant';
  return [
    interlaced(picture) ? 'tff=1' : null,
    // Filler keeps a broadcast multiplex at its rate; force-cfr keeps its clock.
    constant ? 'nal-hrd=cbr:force-cfr=1' : null,
    'open-gop=0',
    // Broadcast GOPs are of one length; a web file may start a new one where the picture changes.
    constant ? 'scenecut=0' : null,
  ]
    .filter((part) => part !== null)
    .join(':');
}

function constantRateTokens(rate: Rate): Token[] {
  const kbps = `${ceilingKbps(rate)}k`;
  return [
    ['-b:v', kbps],
    ['-minrate', kbps],
    ['-maxrate', kbps],
    ['-bufsize', String(rate.bufferBits)],
  ];
}

function qualityTokens(rate: Extract<Rate, { kind: 'quality' }>): Token[] {
  return [
    ['-crf', String(rate.rateFactor)],
    ['-maxrate', `${rate.ceilingKbps}k`],
    ['-bufsize', String(rate.bufferBits)],
  ];
}

function gopTokens(picture: Picture): Token[] {
  return [
    ['-g', String(picture.gop.length)],
    ['-bf', String(picture.gop.bFrames)],
  ];
}

export function soundTokens(sound: DeliveryPreset['sound']): Token[] {
  if (sound.codec === 'pcm-s24' || sound.codec === 'pcm-s16')
    return [
      ['-c:a', sound.codec === 'pcm-s24' ? 'pcm_s24le' : 'pcm_s16le'],
      ['-ar', String(sound.sampleRate)],
    ];
  return [
    ['-c:a', sound.codec],
    ['-b:a', `${sound.kbps}k`],
    ['-ar', String(sound.sampleRate)],
    ['-ac', '2'],
  ];
}

// MXF must say whose application wrote it; the toolkit below stays named by the muxer.
const MADE_BY: Token[] = [['-metadata', 'company_name=Prerna', '-metadata', 'product_name=Prerna']];

/** The wrapper, for what is encoded and for what is joined alike. */
export function containerTokens(preset: DeliveryPreset): Token[] {
  const { container } = preset;
  const start = ['-timecode', formatTimecode(fileStart(preset))] as const;
  switch (container.kind) {
    case 'mpeg-ps':
      return [
        ['-muxrate', `${container.totalKbps}k`],
        ['-f', 'vob'],
      ];
    case 'mpeg-ts':
      return [
        ['-muxrate', `${container.totalKbps}k`],
        // Head-ends show these two; left alone they say the muxer's own name.
        ['-metadata', 'service_name=Prerna', '-metadata', 'service_provider=Prerna'],
        ['-f', 'mpegts'],
      ];
    case 'mxf-op1a':
      return [start, ...MADE_BY, ['-f', 'mxf']];
    case 'mxf-d10':
      return [start, ...MADE_BY, ['-f', 'mxf_d10']];
    case 'mp4':
      // The index in front: a player starts before the whole file has come.
      return [
        ['-movflags', '+faststart'],
        // Without the muxer's and encoder's name among the tags.
        ['-fflags', '+bitexact'],
        ['-metadata:s:v', 'encoder=Prerna'],
        ['-f', 'mp4'],
      ];
  }
}

function interlaced(picture: Picture): boolean {
  return picture.scan === 'interlaced-top-first';
}

function ceilingKbps(rate: Rate): number {
  return rate.kind === 'constant' ? rate.kbps : rate.ceilingKbps;
}
