import { open } from 'node:fs/promises';

/** What the first bytes say. `container` is the word shown to people and machines. */
export type Sniffed =
  | { readonly kind: 'film'; readonly container: string; readonly demuxer: string }
  | { readonly kind: 'sound'; readonly container: string; readonly demuxer: string }
  /** A text that makes FFmpeg open other files. */
  | { readonly kind: 'playlist' }
  /** A film of a kind that we do not take. */
  | { readonly kind: 'foreign'; readonly container: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'other' };

const HEAD_BYTES = 4096;

/** Looks at the file's first 4096 bytes, never at its name. */
export async function sniffFile(path: string): Promise<Sniffed> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return sniffHead(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

/** As sniffFile, for bytes in hand. */
export function sniffHead(head: Uint8Array): Sniffed {
  if (head.length === 0) return { kind: 'empty' };
  const text = Buffer.from(head).toString('latin1');
  if (looksLikePlaylist(text)) return { kind: 'playlist' };
  return sniffMov(text) ?? sniffTransportStream(head) ?? sniffBySignature(text) ?? { kind: 'other' };
}

function looksLikePlaylist(text: string): boolean {
  return /^(?:ï»¿)?\s*(?:#EXTM3U|ffconcat version|file\s+\S|\[playlist\]|<\?xml[^>]*>\s*<(?:MPD|smil|playlist)|<MPD|RTSPtext)/i.test(
    text,
  );
}

// Old QuickTime files begin with any of these instead of `ftyp`.
const MOV_ATOMS = ['ftyp', 'moov', 'mdat', 'wide', 'free', 'skip', 'pnot'];
const STILL_PICTURE_BRANDS = ['heic', 'heix', 'mif1', 'avif'];

function sniffMov(text: string): Sniffed | undefined {
  const atom = text.slice(4, 8);
  if (!MOV_ATOMS.includes(atom)) return undefined;
  const brand = atom === 'ftyp' ? text.slice(8, 12) : 'qt  ';
  if (STILL_PICTURE_BRANDS.includes(brand)) return { kind: 'other' };
  const container = brand === 'qt  ' ? 'mov' : brand.startsWith('3g') ? '3gp' : 'mp4';
  return { kind: 'film', container, demuxer: 'mov' };
}

/** Packets of 188 bytes; camcorders put 4 bytes of time before each, some recorders 16 of check behind. */
function sniffTransportStream(head: Uint8Array): Sniffed | undefined {
  const starts = (size: number, offset: number) =>
    head.length > offset + size * 4 && [0, 1, 2, 3, 4].every((n) => head[offset + n * size] === 0x47);
  if (starts(188, 0) || starts(192, 4) || starts(204, 0))
    return { kind: 'film', container: 'mpegts', demuxer: 'mpegts' };
  return undefined;
}

interface Signature {
  /** Bytes as Latin-1 text. */
  readonly begins: string;
  /** What else the first bytes must hold. */
  readonly and?: RegExp;
  readonly is: Sniffed;
}

const film = (container: string, demuxer: string): Sniffed => ({ kind: 'film', container, demuxer });
const sound = (container: string): Sniffed => ({ kind: 'sound', container, demuxer: container });
const foreign = (container: string): Sniffed => ({ kind: 'foreign', container });

const EBML = '\x1aE\xdf\xa3';

const SIGNATURES: readonly Signature[] = [
  { begins: EBML, and: /^.{0,64}webm/s, is: film('webm', 'matroska') },
  { begins: EBML, is: film('matroska', 'matroska') },
  { begins: 'RIFF', and: /^.{8}AVI /s, is: film('avi', 'avi') },
  { begins: 'RIFF', and: /^.{8}WAVE/s, is: sound('wav') },
  // The pack header of a program stream.
  { begins: '\0\0\x01\xba', is: film('mpeg', 'mpeg') },
  { begins: 'fLaC', is: sound('flac') },
  { begins: 'OggS', is: sound('ogg') },
  { begins: 'ID3', is: sound('mp3') },
  { begins: '\xff', and: /^.[\xf2\xf3\xfa\xfb]/s, is: sound('mp3') },
  { begins: '\xff', and: /^.[\xf0\xf1\xf8\xf9]/s, is: sound('aac') },
  { begins: 'FLV', is: foreign('flv') },
  { begins: '0&\xb2u\x8ef\xcf\x11', is: foreign('asf') },
  // The universal label of MXF.
  { begins: '\x06\x0e\x2b\x34', is: foreign('mxf') },
  { begins: 'GIF8', is: foreign('gif') },
];

function sniffBySignature(text: string): Sniffed | undefined {
  return SIGNATURES.find(({ begins, and }) => text.startsWith(begins) && (and?.test(text) ?? true))?.is;
}
