import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { LookQuestion, SensesAnswer, SensesLack, SensesQuestion } from './senses-talk.ts';
import type { MeasuredPicture } from './sight.ts';

/** Hears speech and sees faces in a thread of its own. One for each clip; whoever opens it closes it. */
export interface Senses {
  /** Why a sense is lacking: then nothing is heard, or nobody seen. */
  readonly lack: SensesLack;
  /** Begins a new sound. */
  listen(): void;
  /** How likely speech is in each 512 samples (16 kHz, −1 … 1); a rest shorter than that is not heard. */
  hear(samples: Float32Array): Promise<readonly number[]>;
  /** Begins a new film; `moving`: its pictures come closely enough to tell motion. */
  watch(moving: boolean): void;
  /** Takes the picture's bytes over: they are the thread's from then on. Its `face` is there when faces were asked for and can be seen. */
  look(question: LookQuestion): Promise<MeasuredPicture>;
  close(): Promise<void>;
}

/** The thread ended before it answered. */
export class SensesError extends Error {
  override readonly name = 'SensesError';
}

/** Starts the thread and reads the models (some 50 ms). An abort ends it; what is asked then rejects with SensesError. */
export async function openSenses(modelsFolder: string, signal?: AbortSignal): Promise<Senses> {
  // From source beside this file, from the build beside its bundle.
  const file = new URL(`./senses.worker${extname(import.meta.url)}`, import.meta.url);
  const worker = new Worker(file, { workerData: { modelsFolder } });
  const { answered, asking } = questions(worker);
  const end = () => void worker.terminate();
  signal?.addEventListener('abort', end, { once: true });
  if (signal?.aborted) end();
  const first = await answered();
  return {
    lack: 'ready' in first ? first.ready : {},
    listen: () => worker.postMessage({ ask: 'listen' } satisfies SensesQuestion),
    async hear(samples) {
      const answer = await asking({ ask: 'hear', samples });
      if ('likelihoods' in answer) return answer.likelihoods;
      throw new SensesError('the thread answered another question');
    },
    watch: (moving) => worker.postMessage({ ask: 'watch', moving } satisfies SensesQuestion),
    async look(question) {
      const answer = await asking({ ask: 'look', ...question }, [question.picture.rgb.buffer]);
      if ('seen' in answer) return answer.seen;
      throw new SensesError('the thread answered another question');
    },
    async close() {
      signal?.removeEventListener('abort', end);
      await worker.terminate();
    },
  };
}

/** Answers come in the order of the questions; when the thread ends, none comes any more. */
function questions(worker: Worker) {
  const waiting: { resolve(answer: SensesAnswer): void; reject(error: Error): void }[] = [];
  let ended: SensesError | undefined;
  const fail = (error: SensesError) => {
    ended ??= error;
    for (const one of waiting.splice(0)) one.reject(error);
  };
  worker.on('message', (answer: SensesAnswer) => waiting.shift()?.resolve(answer));
  worker.on('error', (cause) => fail(new SensesError('the senses’ thread failed', { cause })));
  worker.on('exit', () => fail(new SensesError('the senses’ thread ended')));
  const answered = () =>
    new Promise<SensesAnswer>((resolve, reject) => (ended ? reject(ended) : waiting.push({ resolve, reject })));
  const asking = (question: SensesQuestion, taken: readonly ArrayBuffer[] = []) => {
    worker.postMessage(question, taken);
    return answered();
  };
  return { answered, asking };
}
