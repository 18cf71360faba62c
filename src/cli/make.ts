import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createMedia } from '../engine/ffmpeg/media.ts';
import { withPoster } from '../engine/film/choose-poster.ts';
import { composeSpot, tooShort } from '../engine/film/compose-spot.ts';
import { readDeliveryPresets, withFields } from '../engine/film/delivery-preset.ts';
import { explainOrder } from '../engine/film/explain-order.ts';
import { filmKey } from '../engine/film/film-key.ts';
import type { FilmOrder, Shot } from '../engine/film/film-order.ts';
import type { FilmWarning } from '../engine/film/film-warning.ts';
import { lackingHelp } from '../engine/film/lacking-help.ts';
import { makeFilm } from '../engine/film/make-film.ts';
import type { ToldShot } from '../engine/film/place-captions.ts';
import { placeMusic } from '../engine/film/place-music.ts';
import { readLook } from '../engine/graphics/look.ts';
import type { LookName } from '../engine/graphics/look-names.ts';
import { type ReadableLook, readableLook } from '../engine/graphics/readable-look.ts';
import { broadcastDayOf } from '../kernel/broadcast-day.ts';
import { frames } from '../kernel/frames.ts';
import { RefusalError, unwrap } from '../kernel/refusal.ts';
import { systemClock } from '../platform/clock.ts';
import { type Config, readConfig } from '../platform/config.ts';
import { holderName } from '../platform/jobs/lease-holder.ts';
import { messageIn } from '../web/locales/index.ts';
import { type Command, type CommandInput, EXIT, type ExitCode, StoppedError } from './command.ts';
import { describeMade, sayNote } from './describe-made.ts';
import { filmBar } from './film-bar.ts';
import { type HeardClips, type Hearing, hearClips } from './hear-clips.ts';
import { layWords } from './lay-words.ts';
import { listPresets } from './list-presets.ts';
import {
  answerWithoutPictures,
  findFormers,
  findHeard,
  findMade,
  type MadeAnswer,
  sayWarning,
  type ToldFilm,
  writeMade,
} from './made-answer.ts';
import { tellCaptions } from './make-cues.ts';
import { helpHints, withFraming, withHelps } from './make-helps.ts';
import { choosePresets, filmWords, lookNamed, warnOfColour } from './make-order.ts';
import { explainTrouble } from './make-trouble.ts';
import { findClips, type MakeWish, readWish } from './make-wish.ts';
import { tryOutFolder } from './out-folder.ts';
import { stopSignal } from './stop-signal.ts';
import { partWarnings, tellParts } from './tell-parts.ts';
import { clearDeadWork, clearOwnWork } from './work-folders.ts';

const text = { type: 'string' } as const;
const DELIVERY = 'presets/delivery';

/** The main job without a service: clips in, a spot in every preset out. */
export const make: Command = {
  name: 'make',
  usage:
    'prerna make CLIP [CLIP…] --out DIR [--name TEXT] [--place TEXT] [--scheme CODE] [--quote TEXT] [--captions F.srt|vtt] [--script F.txt] [--look sober|warm|bold] [--music look|sober|warm|bold|none | --no-music] [--length S] [--from S --to S] [--presets a,b] [--portrait] [--fields] [--framing face|left|middle|right] [--steady] [--denoise] [--exposure] [--explain] [--pictures] [--json]',
  summary:
    'Film(s) → branded, captioned spot in each delivery preset, with poster, SRT, VTT and a QC report beside each.',
  options: {
    ...{ out: text, name: text, place: text, scheme: text, quote: text, captions: text, script: text, look: text },
    ...{
      length: text,
      from: text,
      to: text,
      presets: text,
      music: text,
      'no-music': { type: 'boolean' },
      portrait: { type: 'boolean' },
      fields: { type: 'boolean' },
      framing: text,
    },
    ...{ steady: { type: 'boolean' }, denoise: { type: 'boolean' }, exposure: { type: 'boolean' } },
    explain: { type: 'boolean' },
    pictures: { type: 'boolean' },
  },
  explain: async () => listPresets(await readDeliveryPresets(join(readConfig().projectRoot, DELIVERY))),
  run: runMake,
};

async function runMake(input: CommandInput): Promise<ExitCode> {
  const wish = readWish(input);
  const lookName = lookNamed(wish.look);
  // What is wrong whatever the clips hold is said before they are studied.
  const refusal = wish.lengthFrames === undefined ? undefined : tooShort(wish.lengthFrames);
  if (refusal) throw new RefusalError(refusal);
  findClips(wish.clips);
  const out = tryOutFolder(wish.out);
  clearDeadWork(wish.out, systemClock);
  const stop = new AbortController();
  const signal = stopSignal();
  const stopped = signal.then(() => stop.abort());
  try {
    return await orStopped(makeOrExplain({ wish, lookName }, input, stop.signal), stopped);
  } catch (error) {
    if (stop.signal.aborted) clearOwnWork(wish.out);
    out.leaveNothing();
    if (!stop.signal.aborted) throw await explainTrouble(error, wish.out, readConfig());
    const said = `${messageIn('hi', 'cli.stopped')}\n${messageIn('en', 'cli.stopped')}`;
    throw new StoppedError(said, await signal, { cause: error });
  }
}

// What is stopped mostly ends at once; listening to a clip or drawing is not waited for.
const GRACE_MS = 300;

async function orStopped<T>(work: Promise<T>, stopped: Promise<void>): Promise<T> {
  const late = stopped.then(async () => {
    await wait(GRACE_MS);
    throw new Error('did not end in time');
  });
  return Promise.race([work, late]);
}

async function makeOrExplain(
  { wish, lookName }: { readonly wish: MakeWish; readonly lookName: LookName },
  input: CommandInput,
  signal: AbortSignal,
): Promise<ExitCode> {
  const started = performance.now();
  const elapsedSeconds = () => (performance.now() - started) / 1000;
  const config = readConfig();
  const look = readableLook(await readLook(join(config.projectRoot, 'watermarks', lookName)));
  const { runner, tools, capabilities } = await createMedia(config);
  const lacking = lackingHelp(wish.helps, capabilities);
  if (lacking) throw new RefusalError(lacking);
  const modelsFolder = join(config.projectRoot, 'presets/models');
  const makers = { version: config.version, ffmpeg: tools.version.text };
  const known = await findHeard(wish.out, JSON.stringify(makers));
  const { order, heard, ...told } = await orderFilm({ wish, look, tell: tellEarly }, config, {
    ...{ runner, signal, modelsFolder, known },
  });
  if (wish.explain) {
    const { commands, text } = await explainOrder(order, { runner, signal, folder: join(wish.out, 'explain') });
    input.answer({ commands }, text);
    return EXIT.done;
  }
  const key = filmKey(order, makers);
  const found = await findMade(wish.out, key, told);
  const answer = found ? { ...found, seconds: Number(elapsedSeconds().toFixed(2)) } : await makeAnswer();
  input.answer(wish.pictures ? answer : answerWithoutPictures(answer), describeMade(answer, wish.out));
  return answer.deliverables.every(({ qc }) => qc.passed) ? EXIT.done : EXIT.failed;

  /** What is known of the words before the render, so that it can be stopped; machines find it in the answer. */
  function tellEarly(early: readonly FilmWarning[]): void {
    if (!input.json) for (const one of early) process.stderr.write(`${sayNote(sayWarning(one))}\n`);
  }

  async function makeAnswer(): Promise<MadeAnswer> {
    const made = await makeFilm(order, {
      runner,
      outFolder: wish.out,
      holder: holderName(),
      madeOn: broadcastDayOf(systemClock.now(), config.dayClock),
      formers: await findFormers(wish.out, JSON.stringify(makers)),
      onProgress: filmBar(process.stderr, elapsedSeconds),
      signal,
    });
    return writeMade(wish.out, key, {
      ...{ order, made, heard, ...told, makers: JSON.stringify(makers) },
      seconds: elapsedSeconds(),
    });
  }
}

async function orderFilm(
  {
    wish,
    look: { look, mended },
    tell,
  }: { readonly wish: MakeWish; readonly look: ReadableLook; tell(early: readonly FilmWarning[]): void },
  config: Config,
  hearing: Hearing,
): Promise<ToldFilm & { readonly order: FilmOrder } & Pick<HeardClips, 'heard'>> {
  const presetsFolder = join(config.projectRoot, 'presets');
  const chosen = unwrap(choosePresets(wish.presets, await readDeliveryPresets(join(config.projectRoot, DELIVERY))));
  const presets = wish.fields ? chosen.map(withFields) : chosen;
  const words = filmWords(wish, presetsFolder);
  tell(layWords({ ...words, look }, presets));
  const heard = await hearClips(wish.clips, hearing);
  const spot = unwrap(composeSpot({ clips: heard.clips, lengthFrames: wish.lengthFrames, part: wish.part }));
  const { lengthFrames, endCardFrom } = spot;
  const shots = withHelps(withFraming(spot.shots, wish.framing), heard.clips, wish.helps);
  const told = tellShots(shots, heard);
  const captions = tellCaptions(wish, {
    shots: told,
    endCardFrom,
    presets,
    look,
  });
  const music = placeMusic({ choice: wish.music, look: lookNamed(wish.look) }, told);
  return {
    order: withPoster({ ...words, look, music, shots, lengthFrames, endCardFrom, cues: captions.cues, presets }),
    warnings: [
      ...mended.map(warnOfColour),
      ...heard.warnings,
      ...partWarnings(spot, wish.part !== undefined),
      ...helpHints(heard.clips, wish.helps),
      ...captions.warnings,
    ],
    parts: tellParts(spot, heard.clips),
    wantedFrames: spot.shorter?.wantedFrames,
    heard: heard.heard,
  };
}

function tellShots(shots: readonly Shot[], { clips, voices }: HeardClips): ToldShot[] {
  let before = 0;
  return shots.map((shot, index) => {
    const clipStart = frames(before);
    before += clips[index]?.clipFrames ?? 0;
    return { shot, clipStart, voice: voices[index] ?? [] };
  });
}
