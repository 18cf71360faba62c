import { open } from 'node:fs/promises';

// A film has a handful; a fragmented one a few per second.
const MAX_ATOMS = 20_000;

/** True when an outermost box of an MP4 or MOV file claims more bytes than the file holds: the rest never arrived. */
export async function isMovCut(path: string, sizeBytes: number): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const head = Buffer.alloc(16);
    let at = 0;
    for (let atoms = 0; atoms < MAX_ATOMS && at + 8 <= sizeBytes; atoms += 1) {
      await file.read(head, 0, 16, at);
      const claimed = readSize(head);
      // 0: to the end of the file. Anything below 8 is padding or damage, not a box: FFmpeg judges it.
      if (claimed < 8) return false;
      at += claimed;
    }
    return at > sizeBytes;
  } finally {
    await file.close();
  }
}

/** Bytes of a box, its head included; 1 in the short field means that the long one counts. */
function readSize(head: Buffer): number {
  const short = head.readUInt32BE(0);
  return short === 1 ? Number(head.readBigUInt64BE(8)) : short;
}
