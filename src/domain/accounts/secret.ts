import { createHash, randomBytes } from 'node:crypto';
import { hash, type Options, verify } from '@node-rs/argon2';

/** Characters, of any script; length is what helps, so no rules about kinds of letters. */
export const MIN_PASSWORD = 8;

// OWASP's first choice for argon2id: 19 MiB, 2 passes, 1 lane; some 30 ms on a small server.
const ARGON2ID: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(words: string): Promise<string> {
  return hash(words.normalize('NFC'), ARGON2ID);
}

/** True when the words fit; a missing hash costs the same time, so that a login cannot be probed for existence. */
export async function checkPassword(stored: string | undefined, words: string): Promise<boolean> {
  const fits = await verify(stored ?? (await absentHash()), words.normalize('NFC'));
  return fits && stored !== undefined;
}

let absent: Promise<string> | undefined;
function absentHash(): Promise<string> {
  absent ??= hashPassword(randomBytes(16).toString('hex'));
  return absent;
}

/** A new bearer secret of 256 random bits; only `digestToken` of it is ever stored. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

export function digestToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
