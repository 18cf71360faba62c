import { randomBytes } from 'node:crypto';

// Crockford's alphabet: no I, L, O, U, so an id can be read out on the telephone.
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** A new opaque id: 26 characters, 130 random bits; nobody can guess a neighbour's. */
export function newId(): string {
  return Array.from(randomBytes(26), (byte) => ALPHABET[byte & 31]).join('');
}

export function isId(text: string): boolean {
  return /^[0-9a-hjkmnp-tv-z]{26}$/.test(text);
}
