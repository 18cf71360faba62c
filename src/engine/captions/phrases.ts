/** Between which words of a text a known phrase (scheme, place, the person's name) would be torn. Index i: between word i and i + 1. */
export function phraseJoints(words: readonly string[], phrases: readonly string[]): ReadonlySet<number> {
  const joints = new Set<number>();
  const bare = words.map(plain);
  for (const phrase of phrases) {
    const parts = phrase.split(/\s+/).map(plain);
    for (let at = 0; at + parts.length <= bare.length; at++) {
      if (!parts.every((part, index) => part === bare[at + index])) continue;
      for (let index = 0; index < parts.length - 1; index++) joints.add(at + index);
    }
  }
  return joints;
}

function plain(word: string): string {
  return word.normalize('NFC').replace(/[।,;:?!…"“”'‘’()]/gu, '');
}
