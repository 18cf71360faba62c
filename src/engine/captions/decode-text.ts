/** Bytes of a text file → text: by its byte order mark, else strict UTF-8, else UTF-16 by its zero bytes, else Windows-1252. */
export function decodeText(bytes: Uint8Array): string {
  const encoding = marked(bytes) ?? (isUtf8(bytes) ? 'utf-8' : (wide(bytes) ?? 'windows-1252'));
  return new TextDecoder(encoding).decode(bytes);
}

function marked([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return undefined;
}

function isUtf8(bytes: Uint8Array): boolean {
  // A zero byte is valid UTF-8 but never stands in a text.
  if (bytes.includes(0)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** UTF-16 without a mark: line ends, spaces and digits leave their zero byte always on the same side. */
function wide(bytes: Uint8Array): string | undefined {
  const zeros = [0, 0];
  for (const [index, byte] of bytes.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (even + odd < bytes.length / 50) return undefined;
  return odd > even ? 'utf-16le' : 'utf-16be';
}
