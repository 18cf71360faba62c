/** Stretches of the broadcast day that flights ask for, end exclusive; a break says which one it belongs to. */
export const DAYPARTS = {
  morning: ['06:00:00', '12:00:00'],
  day: ['12:00:00', '18:00:00'],
  prime: ['18:00:00', '23:00:00'],
  // To six in the morning of the next calendar day: broadcast days may begin late.
  night: ['23:00:00', '30:00:00'],
} as const satisfies Record<string, readonly [string, string]>;

export type Daypart = keyof typeof DAYPARTS;
export const DAYPART_NAMES = ['morning', 'day', 'prime', 'night'] as const satisfies readonly Daypart[];

export function findDaypart(name: string): Daypart | undefined {
  return DAYPART_NAMES.find((known) => known === name);
}
