import { execFileSync } from 'node:child_process';

/** What espeak-ng writes: mono, 16 bit. */
export const SAMPLE_RATE = 22050;
const LEAD_SECONDS = 0.7;
const PAUSE_SECONDS = 0.32;
const TAIL_SECONDS = 0.8;
// Below this a sample counts as silence at a line's ends (of 32768).
const QUIET = 250;

/**
 * Speaks a script line by line. Gives the samples of the whole clip and, for each line, the seconds at which its speech
 * starts and ends. Throws with a sentence when espeak-ng is missing.
 */
export function speak(lines, voice) {
  const pieces = [silence(LEAD_SECONDS)];
  const spans = [];
  let at = LEAD_SECONDS;
  lines.forEach((line, index) => {
    const samples = trimSilence(say(line, voice));
    const length = samples.length / SAMPLE_RATE;
    spans.push({ start: round(at), end: round(at + length) });
    const after = index === lines.length - 1 ? TAIL_SECONDS : PAUSE_SECONDS;
    pieces.push(samples, silence(after));
    at += length + after;
  });
  return { samples: joined(pieces), spans };
}

/** Loudness (0..1) and sharpness (0..1: s, sh against a, o) of each picture, for the mouth. */
export function hear(samples, picturesPerSecond) {
  const window = Math.round(SAMPLE_RATE / picturesPerSecond);
  const heard = [];
  for (let from = 0; from < samples.length; from += window) {
    const part = samples.subarray(from, from + window);
    let power = 0;
    let crossings = 0;
    part.forEach((value, at) => {
      power += value * value;
      if (at > 0 && value < 0 !== part[at - 1] < 0) crossings += 1;
    });
    // 6200 is about the loudest window of these voices; a third of all samples crossing zero is a hiss.
    heard.push({
      loud: Math.min(1, Math.sqrt(power / part.length) / 6200),
      sharp: Math.min(1, crossings / part.length / 0.33),
    });
  }
  return heard;
}

function say(line, voice) {
  // A touch slower than espeak-ng's 175 words a minute: people in front of a camera take their time.
  const args = ['-v', `hi+${voice}`, '-s', '148', '-g', '1', '--stdout', line];
  let wav;
  try {
    wav = execFileSync('espeak-ng', args, { maxBuffer: 1 << 26 });
  } catch (cause) {
    throw new Error('espeak-ng did not speak; install the Debian package espeak-ng', { cause });
  }
  const data = wav.indexOf('data') + 8;
  return new Int16Array(wav.buffer.slice(wav.byteOffset + data, wav.byteOffset + wav.length - (wav.length % 2)));
}

function trimSilence(samples) {
  let from = 0;
  let until = samples.length;
  while (from < until && Math.abs(samples[from]) < QUIET) from += 1;
  while (until > from && Math.abs(samples[until - 1]) < QUIET) until -= 1;
  return samples.subarray(from, until);
}

const silence = (seconds) => new Int16Array(Math.round(seconds * SAMPLE_RATE));
const round = (seconds) => Math.round(seconds * 100) / 100;

function joined(pieces) {
  const all = new Int16Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
