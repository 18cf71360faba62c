/** Why the department calls a film back: a wrong fact, a complaint, a better version, or something said in words. */
export const RECALL_GROUNDS = ['fact', 'complaint', 'better', 'other'] as const;
export type RecallGround = (typeof RECALL_GROUNDS)[number];

/** Why a cut must go, in one breath; `say` brings the sentences of the reader's language. */
export function recallReason(
  { cause, ground, reason }: { cause: 'consent' | 'department'; ground: RecallGround | null; reason: string },
  say: (key: string) => string,
): string {
  const words = reason && `“${reason}”`;
  return [say(`recall.cause.${cause}`), ground ? say(`recall.ground.${ground}`) : '', words].filter(Boolean).join(' ');
}
