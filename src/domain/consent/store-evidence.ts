import type { BlobStore } from '../../kernel/blobs.ts';
import { allow, type Decision, refuse } from '../../kernel/refusal.ts';
import type { Evidence } from './record-consent.ts';
import { sniffEvidence } from './sniff-evidence.ts';

// A phone's photo has 3–8 MB, a minute of voice 1 MB.
const MAX_BYTES = 15 * 2 ** 20;

/** Keeps a form's photo or a spoken clip under its hash; refused when it is neither or longer than 15 MiB. */
export async function storeEvidence(
  { blobs }: { readonly blobs: BlobStore },
  how: 'form' | 'spoken',
  pieces: AsyncIterable<Uint8Array>,
): Promise<Decision<Evidence>> {
  const held: Uint8Array[] = [];
  let size = 0;
  // Read to its end also when it is too long: the form goes on behind it.
  for await (const piece of pieces) {
    size += piece.byteLength;
    if (size <= MAX_BYTES) held.push(piece);
  }
  if (size > MAX_BYTES) {
    const code = 'consent.proofBig';
    return refuse({ code, user: code, tech: `${size} bytes of evidence`, params: { n: MAX_BYTES / 2 ** 20 } });
  }
  const bytes = Buffer.concat(held);
  const kind = sniffEvidence(bytes, how);
  if (!kind.ok) return kind;
  const { hash } = await blobs.putBytes(bytes);
  return allow({ hash, type: kind.value.type });
}
