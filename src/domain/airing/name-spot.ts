/**
 * The cut that a machine's word means, among the cuts that may run that day: the house number, its last 8 (insertion
 * servers know only those), or a file name with folders, ending, `_HD` or `(1)` around it. A word that fits two cuts, or
 * none, names none.
 */
export function nameSpot(word: string, houses: readonly string[]): string | undefined {
  const plain = word.trim().toUpperCase();
  const stem = plain
    .replace(/^.*[\\/]/, '')
    .replace(/\.[A-Z0-9]{2,4}$/, '')
    .replace(/\s*\(\d+\)$/, '')
    .replace(/_(HD|SD)$/, '');
  for (const name of [plain, stem]) {
    const whole = houses.filter((house) => house === name);
    if (whole.length === 1) return whole[0];
  }
  const tail = stem.slice(-8);
  const short = houses.filter(
    (house) => tail.length === 8 && house.slice(-8) === tail && stem.replace(/^0+/, '') === tail,
  );
  return short.length === 1 ? short[0] : undefined;
}
