import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fontsFolder } from '../../src/engine/captions/fonts-folder.ts';
import { assDocument } from '../../src/engine/captions/write-ass.ts';
import type { Media } from '../../src/engine/ffmpeg/media.ts';
import { textInk } from '../../src/engine/graphics/text-width.ts';
import { frames } from '../../src/kernel/frames.ts';
import { sober } from '../unit/graphics/film-order.ts';
import { filmFolder, openMedia } from './lavfi.ts';

// Every way in which Devanagari joins, stacks and turns round; and what else stands in captions.
const WORDS =
  'क्षेत्र त्रिपाठी ज्ञान श्री राष्ट्र ट्रैक्टर अङ्क पञ्च गर्व वर्षा र्‍य स्थिति शक्ति लाड़ली पढ़ाई ज़मीन हाँ दुःख उज्ज्वला शृंखला हृदय विद्यार्थी चिह्न रुपया रूप ₹1,250 १२३ Yojana {\\b1}क\\Nख'
    .normalize('NFC')
    .split(' ');
const [WIDTH, HEIGHT] = [1920, 170];

const { folder, remove } = filmFolder('captions');
let media: Media;
let complex: Drawn;

interface Drawn {
  /** Grey levels of each word's picture. */
  readonly pictures: readonly Uint8Array[];
  readonly log: readonly string[];
}

beforeAll(async () => {
  media = await openMedia();
  complex = await draw('complex');
});
afterAll(remove);

/** One word a frame, the caption's strip of it in grey. */
async function draw(shaping: 'complex' | 'simple'): Promise<Drawn> {
  const file = join(folder, 'words.ass');
  const cues = WORDS.map((word, at) => ({ startFrame: frames(at), endFrame: frames(at + 1), lines: [word] }));
  writeFileSync(file, assDocument({ cues, look: sober, aspect: '16x9' }));
  const fonts = await fontsFolder(folder);
  const chunks: Uint8Array[] = [];
  const log: string[] = [];
  const filter = `ass=${file}:shaping=${shaping}:fontsdir=${fonts},crop=${WIDTH}:${HEIGHT}:0:850,format=gray`;
  await media.runner.ffmpeg({
    tokens: [
      ['-v', 'info', '-f', 'lavfi', '-i', `color=0x60606A:s=1920x1080:r=25:d=${WORDS.length / 25}`],
      ['-vf', filter, '-f', 'rawvideo'],
    ],
    reads: [file, fonts],
    onBytes: (chunk) => void chunks.push(chunk.slice()),
    onLine: (line) => void log.push(line),
  });
  const bytes = Buffer.concat(chunks);
  const size = WIDTH * HEIGHT;
  return { pictures: WORDS.map((_, at) => bytes.subarray(at * size, (at + 1) * size)), log };
}

/** Columns from the first to the last in which there is a letter: white on the dark box. */
function inkWidth(picture: Uint8Array): number {
  let [first, last] = [WIDTH, 0];
  for (let at = 0; at < picture.length; at++) {
    if ((picture[at] ?? 0) < 140) continue;
    first = Math.min(first, at % WIDTH);
    last = Math.max(last, at % WIDTH);
  }
  return last - first + 1;
}

describe('captions as libass draws them', () => {
  it('are as wide as we measure them, to 3 px, and shown letter by letter', () => {
    const wrong = WORDS.flatMap((word, at) => {
      const ink = textInk('Mukta 600', sober.aspects['16x9'].caption.em, word);
      const drawn = inkWidth(complex.pictures[at] ?? new Uint8Array());
      return Math.abs(drawn - (ink.right - ink.left)) <= 3
        ? []
        : [`${word}: ${drawn}, measured ${ink.right - ink.left}`];
    });
    expect(wrong).toEqual([]);
  });

  it('find every letter in our own font', () => {
    expect(complex.log.filter((line) => /glyph .* not found/i.test(line))).toEqual([]);
    const chosen = complex.log.filter((line) => line.includes('fontselect'));
    expect(chosen.length).toBeGreaterThan(0);
    expect(chosen.filter((line) => !line.includes('-> Mukta-SemiBold'))).toEqual([]);
  });

  it('need complex shaping: simple shaping spoils most of them', async () => {
    const simple = await draw('simple');
    const spoilt = complex.pictures.filter(
      (picture, at) => !Buffer.from(picture).equals(Buffer.from(simple.pictures[at] ?? [])),
    );
    expect(spoilt.length).toBeGreaterThan(WORDS.length / 2);
  });
});
