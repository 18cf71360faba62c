import { FRAME_RATE } from '../../kernel/frames.ts';
import type { DeliveryPreset } from '../film/delivery-preset.ts';
import { framesAround } from '../film/slate/slate-layout.ts';
import type { FilmExpectation } from './film-expectation.ts';
import type { FilmMeasurement, PictureStream } from './film-measurement.ts';
import { judgeFields } from './judge-fields.ts';
import { judgeBitrate } from './judge-multiplex.ts';
import { judgeContainer, judgeGop } from './judge-stream.ts';
import { notExpected, notMeasured, type QcCheck, sameText } from './qc-report.ts';

/** What the file says it is: streams, codecs, raster, rate, length, GOP, rate of bits, container, colour. */
export function judgeFile(measured: FilmMeasurement, preset: DeliveryPreset, expected: FilmExpectation): QcCheck[] {
  const picture = measured.container.pictures[0];
  if (!picture) return [streams(measured, preset), notMeasured('codec', preset.picture.codec)];
  return [
    streams(measured, preset),
    codec(measured, picture, preset),
    ...shape(picture, preset),
    judgeFields(measured, picture, preset),
    frameCount(measured, preset, expected),
    duration(measured, preset),
    judgeGop(measured, picture, preset),
    judgeBitrate(measured, picture, preset),
    judgeContainer(measured, preset),
    colour(picture, preset),
  ];
}

function streams({ container }: FilmMeasurement, { sound }: DeliveryPreset): QcCheck {
  const say = (pictures: number, sounds: string, others: number) =>
    `${pictures} picture, sound ${sounds}, ${others} other`;
  const channels = container.sounds.map((one) => one.channels).join('+');
  const limit = say(1, SOUND_LAYOUTS[sound.layout], 0);
  return sameText('streams', say(container.pictures.length, channels || 'none', container.otherStreams), limit);
}

const PROFILE_NAMES = { main: 'Main', high: 'High', '422': '4:2:2' } as const;
const CODEC_NAMES = { mpeg2: 'mpeg2video', h264: 'h264' } as const;
const SOUND_NAMES = { mp2: 'mp2', aac: 'aac', 'pcm-s24': 'pcm_s24le', 'pcm-s16': 'pcm_s16le' } as const;
const SOUND_LAYOUTS = { stereo: '2', 'two-mono': '1+1', 'four-in-one': '4' } as const;

function codec({ container }: FilmMeasurement, picture: PictureStream, preset: DeliveryPreset): QcCheck {
  const sounds = [...new Set(container.sounds.map((one) => `${one.codec} ${one.sampleRate}`))].join('+');
  const { codec: wanted, profile, chroma } = preset.picture;
  const limit = `${CODEC_NAMES[wanted]} ${PROFILE_NAMES[profile]} yuv${chroma}p, ${SOUND_NAMES[preset.sound.codec]} ${preset.sound.sampleRate}`;
  return sameText('codec', `${picture.codec} ${picture.profile} ${picture.pixelFormat}, ${sounds}`, limit);
}

function shape(picture: PictureStream, preset: DeliveryPreset): QcCheck[] {
  const { raster, pixelAspect, frameRate } = preset.picture;
  const rate = `${frameRate.num}/${frameRate.den}`;
  const measuredRate =
    picture.frameRate === picture.averageRate
      ? picture.frameRate
      : `${picture.frameRate}, on average ${picture.averageRate}`;
  return [
    sameText('raster', `${picture.width}x${picture.height}`, `${raster.width}x${raster.height}`),
    sameText('aspect', picture.pixelAspect, `${pixelAspect.num}:${pixelAspect.den}`),
    sameText('rate', measuredRate, rate),
  ];
}

/** The film's own frames: those of a slate are not counted. */
function frameCount(
  { container, decoded }: FilmMeasurement,
  preset: DeliveryPreset,
  { frames }: FilmExpectation,
): QcCheck {
  const { head, tail } = framesAround(preset);
  const [stored, shown] = [container.pictures[0]?.packets ?? 0, decoded.frames].map((count) => count - head - tail);
  const measured = stored === shown ? (stored ?? 0) : `${stored} stored, ${shown} decoded`;
  if (frames === undefined && stored === shown) return notExpected('frames', 'frames of the order');
  return { id: 'frames', measured, limit: frames ?? 'all decoded', passed: measured === frames };
}

/** Sound that ends with the picture, give or take the codec's own frame. Some codecs begin a little early: ends count. */
function duration({ container }: FilmMeasurement, { sound }: DeliveryPreset): QcCheck {
  const picture = container.pictures[0];
  const pictureSeconds = (picture?.packets ?? 0) / FRAME_RATE;
  const pictureEnd = (picture?.startSeconds ?? 0) + pictureSeconds;
  const slack = { mp2: 1152, aac: 1024, 'pcm-s24': 1, 'pcm-s16': 1 }[sound.codec] / sound.sampleRate;
  const worst = Math.max(...container.sounds.map((one) => Math.abs(one.endSeconds - pictureEnd)), 0);
  return {
    id: 'duration',
    measured: `picture ${pictureSeconds.toFixed(2)} s, sound ends ${Math.round(worst * 1000)} ms off`,
    limit: `≤ ${Math.ceil(slack * 1000)} ms`,
    passed: pictureSeconds > 0 && container.sounds.length > 0 && worst <= slack + 0.001,
  };
}

function colour(picture: PictureStream, preset: DeliveryPreset): QcCheck {
  const { primaries, transfer, matrix } = preset.picture.colour;
  const { colour: seen } = picture;
  // An MPEG-2 stream has no range flag and is always television's: FFmpeg says so or says nothing.
  const range = seen.range === 'unknown' && picture.codec === 'mpeg2video' ? 'tv' : seen.range;
  const measured = `${seen.primaries} ${seen.transfer} ${seen.matrix} ${range}`;
  return sameText('colour-tags', measured, `${primaries} ${transfer} ${matrix} tv`);
}
