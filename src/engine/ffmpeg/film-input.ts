import type { Token } from './run-order.ts';

// What phones, camcorders and cable recorders really write; sound alone for recordings; our own posters.
const DEMUXERS = 'mov,matroska,mpegts,avi,mpeg,wav,mp3,ogg,flac,aac,jpeg_pipe'.split(',');

// Beyond the usual: msmpeg4v2/v3 for AVI of old cameras (the H.263 family's code), aac_latm and mp2 for cable transport
// streams, pcm_bluray for camcorders' .mts.
const PICTURE_DECODERS =
  'h264,hevc,libdav1d,av1,vp8,vp9,mpeg4,h263,msmpeg4v2,msmpeg4,mpeg2video,mjpeg,prores,dvvideo'.split(',');
const SOUND_DECODERS =
  'aac,aac_latm,mp2,mp2float,mp3,mp3float,opus,vorbis,ac3,eac3,amrnb,amrwb,flac,alac,pcm_s16le,pcm_s16be,pcm_s24le,pcm_s24be,pcm_s32le,pcm_f32le,pcm_u8,pcm_mulaw,pcm_alaw,pcm_bluray,pcm_dvd'.split(
    ',',
  );
// Never shown, but ffprobe opens every stream or none.
const TEXT_DECODERS = 'mov_text,subrip,srt,ass,ssa,webvtt,text,dvbsub'.split(',');

/** 4096 × 2176: DCI 4K and a little. */
export const MAX_PIXELS = 8_912_896;
const MAX_STREAMS = 32;
// 256 MiB does nothing against PNG chunk bombs; the largest allowed frame at 4:4:4 16 bit needs 54 MB.
const MAX_ALLOC_BYTES = 67_108_864;

/** A film whose container we have sniffed ourselves. */
export interface KnownFilm {
  /** Whole path. */
  readonly path: string;
  /** The demuxer that is forced upon it, whatever the file would like. */
  readonly demuxer: string;
}

/** The options that must stand before every foreign film's `-i`, then the `-i` itself; `options` go between (`-ss`, `-t`, `-noautorotate`). */
export function guardedInput(film: KnownFilm, options: readonly string[] = []): Token[] {
  if (!DEMUXERS.includes(film.demuxer)) throw new RangeError(`not one of our demuxers: ${film.demuxer}`);
  return [
    ['-protocol_whitelist', 'file,pipe'],
    // Only the one that is forced: whatever a film refers to is not opened by another.
    ['-format_whitelist', film.demuxer],
    ['-codec_whitelist', [...PICTURE_DECODERS, ...SOUND_DECODERS, ...TEXT_DECODERS].join(',')],
    ['-max_pixels', String(MAX_PIXELS)],
    ['-max_streams', String(MAX_STREAMS)],
    ['-max_alloc', String(MAX_ALLOC_BYTES)],
    ['-f', film.demuxer],
    options,
    // Without the prefix a name with a colon or a percent sign means something else.
    ['-i', `file:${film.path}`],
  ];
}

/** Two threads a decoder: films share the machine with pages. */
export const TWO_THREADS = ['-threads', '2'] as const satisfies Token;
