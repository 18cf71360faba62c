import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeFace, type SeenFace } from './face.ts';
import { createFaceNet, type RgbPicture } from './face-net.ts';
import { createLandmarkNet } from './landmark-net.ts';
import { readOnnx } from './read-onnx.ts';
import { readShards } from './read-shards.ts';
import { createSpeechNet, type SpeechNet } from './speech-net.ts';
import { ModelError, type Weights } from './tensor.ts';

// A little above the 0.3 that was tried on real clips (presets/models/README.md): a face missed costs less than one invented.
const SURE = 0.4;

/** Throws ModelError, which says what is missing. */
export function readSpeechNet(modelsFolder: string): () => SpeechNet {
  const weights = readOnnx(readBytes(join(modelsFolder, 'silero-vad-16k.onnx')));
  createSpeechNet(weights);
  return () => createSpeechNet(weights);
}

/** Finds the faces of a picture, the largest first. Throws ModelError. */
export function readFaceFinder(modelsFolder: string): (picture: RgbPicture) => SeenFace[] {
  const find = createFaceNet(readShardModel(modelsFolder, 'face-tiny'), SURE);
  const mark = createLandmarkNet(readShardModel(modelsFolder, 'landmarks-tiny'));
  return (picture) =>
    find(picture)
      .toSorted((a, b) => b.height - a.height)
      .map((box) => describeFace(picture, box, mark(picture, box)));
}

function readShardModel(folder: string, name: string): Weights {
  return readShards(readJson(join(folder, `${name}.json`)), readBytes(join(folder, `${name}.bin`)));
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(readBytes(path)));
  } catch (cause) {
    if (cause instanceof SyntaxError) throw new ModelError(`${path}: not JSON`, { cause });
    throw cause;
  }
}

function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new ModelError(`${path} can’t be read`, { cause });
  }
}
