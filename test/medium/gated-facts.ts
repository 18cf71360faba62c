import type { App } from '../../src/app.ts';
import { gateFilm } from '../../src/engine/ffmpeg/gate.ts';

/** What the gate finds in a film, as intake keeps it with the clip: the render rests on it. */
export async function gatedFacts(app: App, path: string): Promise<string> {
  const { facts, refusal } = await gateFilm((await app.media()).runner, path, 'clip');
  if (!facts) throw new Error(refusal?.tech);
  return JSON.stringify(facts);
}
