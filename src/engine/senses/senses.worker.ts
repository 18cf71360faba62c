import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { createRowMeter, lightOfFace } from './measure-row.ts';
import { readFaceFinder, readSpeechNet } from './read-models.ts';
import type { LookQuestion, SensesAnswer, SensesQuestion } from './senses-talk.ts';
import type { MeasuredPicture } from './sight.ts';
import { SPEECH_STEP, type SpeechNet } from './speech-net.ts';
import { ModelError } from './tensor.ts';

/** A thread of its own that hears and sees, so that the pages beside it stay quick. On Linux the niceness is this thread's. */
const NICENESS = 10;

if (!parentPort) throw new Error('senses.worker.ts runs as a worker thread');
const port = parentPort;
setPriority(NICENESS);

const speech = tryRead(readSpeechNet);
const faces = tryRead(readFaceFinder);
let listening: SpeechNet | undefined;
let measure = createRowMeter(true);

say({ ready: { speech: speech.lack, faces: faces.lack } });
port.on('message', (question: SensesQuestion) => {
  if (question.ask === 'listen') listening = speech.read?.();
  else if (question.ask === 'watch') measure = createRowMeter(question.moving);
  else if (question.ask === 'hear') say({ likelihoods: hear(question.samples) });
  else say({ seen: look(question) });
});

// Of the largest face's height: who is much further away was not filmed, but passed.
const BESIDE = 0.5;
const MOST_OTHERS = 3;

function look({ picture, faces: wanted }: LookQuestion): MeasuredPicture {
  const seen = measure(picture);
  if (!wanted || !faces.read) return seen;
  const [face, ...smaller] = faces.read(picture);
  if (!face) return { ...seen, face: null };
  const others = smaller.filter(({ box }) => box.height >= BESIDE * face.box.height).slice(0, MOST_OTHERS);
  const company = others.length > 0 ? { others } : {};
  return { ...seen, face, ...company, faceLight: lightOfFace(picture, face) };
}

function hear(samples: Float32Array): number[] {
  const likelihoods: number[] = [];
  for (let at = 0; at + SPEECH_STEP <= samples.length; at += SPEECH_STEP)
    likelihoods.push(listening?.hear(samples.subarray(at, at + SPEECH_STEP)) ?? 0);
  return likelihoods;
}

/** A model that can't be read is a sense that is lacking, and the answer says so. */
function tryRead<T>(read: (modelsFolder: string) => T): { read?: T; lack?: string } {
  try {
    return { read: read(workerData.modelsFolder) };
  } catch (cause) {
    if (cause instanceof ModelError) return { lack: cause.message };
    throw cause;
  }
}

function say(answer: SensesAnswer): void {
  port.postMessage(answer);
}
