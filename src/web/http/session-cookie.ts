import type { CookieOptions } from 'hono/utils/cookie';

/** `__Host-` needs Secure, so plain http (a local address) uses the bare name. */
export function sessionCookieName(publicUrl: URL): string {
  return publicUrl.protocol === 'https:' ? '__Host-prerna' : 'prerna';
}

export function sessionCookieOptions(publicUrl: URL): CookieOptions {
  return { path: '/', httpOnly: true, sameSite: 'Lax', secure: publicUrl.protocol === 'https:', maxAge: 7 * 86_400 };
}
