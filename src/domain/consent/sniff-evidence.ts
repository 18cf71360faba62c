import { allow, type Decision, refuse } from '../../kernel/refusal.ts';

interface Kind {
  readonly type: string;
  readonly how: 'form' | 'spoken';
  readonly matches: (head: Uint8Array) => boolean;
}

const ascii =
  (text: string, at = 0) =>
  (head: Uint8Array) =>
    head.length >= at + text.length && Buffer.from(head.subarray(at, at + text.length)).toString('latin1') === text;

// What phones' cameras, galleries and recorders hand over; told by the first bytes, never by name.
const KINDS: readonly Kind[] = [
  { type: 'image/jpeg', how: 'form', matches: (head) => head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff },
  { type: 'image/png', how: 'form', matches: ascii('\x89PNG\r\n\x1a\n') },
  { type: 'image/webp', how: 'form', matches: (head) => ascii('RIFF')(head) && ascii('WEBP', 8)(head) },
  { type: 'application/pdf', how: 'form', matches: ascii('%PDF-') },
  {
    type: 'audio/webm',
    how: 'spoken',
    matches: (head) => Buffer.from(head.subarray(0, 4)).toString('hex') === '1a45dfa3',
  },
  { type: 'audio/ogg', how: 'spoken', matches: ascii('OggS') },
  { type: 'audio/wav', how: 'spoken', matches: (head) => ascii('RIFF')(head) && ascii('WAVE', 8)(head) },
  { type: 'audio/amr', how: 'spoken', matches: ascii('#!AMR') },
  {
    type: 'audio/mpeg',
    how: 'spoken',
    matches: (head) => ascii('ID3')(head) || (head[0] === 0xff && ((head[1] ?? 0) & 0xe6) === 0xe2),
  },
  // A phone's spoken film will do as a spoken consent; HEIC pictures share the box and are told apart by their brand.
  {
    type: 'audio/mp4',
    how: 'spoken',
    matches: (head) => ascii('ftyp', 4)(head) && !/^(hei|mif|avif)/.test(brandOf(head)),
  },
];

/** What an evidence file is, from its first 16 bytes or more; refused when it is neither a photo nor a voice. */
export function sniffEvidence(head: Uint8Array, how: 'form' | 'spoken'): Decision<{ type: string }> {
  const kind = KINDS.find((candidate) => candidate.matches(head));
  if (kind?.how === how) return allow({ type: kind.type });
  const code = how === 'form' ? 'consent.notPhoto' : 'consent.notVoice';
  return refuse({ code, user: code, tech: `evidence for ${how} is ${kind?.type ?? 'of an unknown kind'}` });
}

function brandOf(head: Uint8Array): string {
  return Buffer.from(head.subarray(8, 12)).toString('latin1');
}
