import type { RgbPicture } from './face-net.ts';
import { isHopeless, judgeLie, type TriedTurn } from './judge-lie.ts';
import type { Senses } from './open-senses.ts';
import type { Lie } from './sight.ts';
import { turnPicture } from './turn-picture.ts';

const TURNS: readonly Lie[] = [90, 270, 180];

/**
 * Whether people stand upright once the pictures are turned. Of five pictures without anybody nine looks are taken (some
 * 150 ms each), fifteen at most. Rejects with SensesError.
 */
export async function tryTurns(pictures: readonly RgbPicture[], senses: Senses): Promise<Lie | undefined> {
  const tried: TriedTurn[] = [];
  for (const turn of TURNS) {
    const scores: number[] = [];
    for (const picture of pictures) {
      const { face } = await senses.look({ picture: turnPicture(picture, turn), faces: true });
      scores.push(face?.score ?? 0);
      if (isHopeless(scores, pictures.length)) break;
    }
    if (!isHopeless(scores, pictures.length)) tried.push({ turn, scores });
  }
  return judgeLie(tried);
}
