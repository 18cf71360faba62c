import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { HttpRefusal } from './http-refusal.ts';

// Ten wrong passwords for one name, or fifty from one address, in a quarter of an hour.
const byLogin = new RateLimiterMemory({ keyPrefix: 'login', points: 10, duration: 900 });
const byAddress = new RateLimiterMemory({ keyPrefix: 'address', points: 50, duration: 900 });

/** Counts a try to log in; throws a 429 with the time to wait. `forgive` takes the tries back after a success. */
export async function countLoginTry(login: string, address: string): Promise<{ forgive(): Promise<void> }> {
  const name = login.trim().toLowerCase();
  try {
    await byLogin.consume(name);
    await byAddress.consume(address);
  } catch (limit) {
    if (!(limit instanceof RateLimiterRes)) throw limit;
    throw new HttpRefusal(429, 'error.tooMany', { 'retry-after': String(Math.ceil(limit.msBeforeNext / 1000)) });
  }
  return {
    async forgive() {
      await byLogin.delete(name);
      // A whole office may log in from one address.
      await byAddress.reward(address, 1);
    },
  };
}
