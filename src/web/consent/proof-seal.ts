import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Evidence } from '../../domain/consent/index.ts';
import { parseBlobHash } from '../../kernel/blobs.ts';

/**
 * Evidence that came with a form which needs mending, as a hidden field: sealed with the session's own secret, so that
 * nobody can name bytes that they did not send.
 */
export function sealProof(secret: string, evidence: Evidence): string {
  return `${evidence.hash}.${evidence.type}.${seal(secret, evidence)}`;
}

/** The evidence of a sealed field; undefined for anything else. */
export function openProof(secret: string, text: string): Evidence | undefined {
  const [hashText = '', type = '', sealed = ''] = text.split('.');
  const hash = parseBlobHash(hashText);
  if (!hash) return undefined;
  const [given, right] = [Buffer.from(sealed), Buffer.from(seal(secret, { hash, type }))];
  return given.length === right.length && timingSafeEqual(given, right) ? { hash, type } : undefined;
}

function seal(secret: string, { hash, type }: Evidence): string {
  return createHmac('sha256', secret).update(`${hash}\n${type}`).digest('hex');
}
