import { getConnInfo } from '@hono/node-server/conninfo';
import type { WebContext } from './route.ts';

/** Where a request came from: the socket's address; behind a proxy of our own the last hop that it wrote. */
export function clientAddress(c: WebContext): string {
  const direct = socketAddress(c);
  const forwarded = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
  const behindProxy = c.get('app').config.publicUrl.protocol === 'https:' && isLoopback(direct);
  return behindProxy && forwarded ? forwarded : direct;
}

function socketAddress(c: WebContext): string {
  // A request made in a test has no socket.
  return typeof c.env === 'object' && c.env !== null && 'incoming' in c.env
    ? (getConnInfo(c).remote.address ?? 'unknown')
    : 'unknown';
}

function isLoopback(address: string): boolean {
  return address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.');
}
