// Draws and speaks the demo's clips (presets/demo/clips/*.mp4) from presets/demo/demo.yaml and writes back the cues that it
// measured. Needs espeak-ng and FFmpeg (FFMPEG_PATH or on the path).
//   node scripts/demo/draw-clips.mjs [id …] [--frame SECONDS --out FOLDER]
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Resvg } from '@resvg/resvg-js';
import { parseDocument } from 'yaml';
import { encodeClip } from './encode-clip.mjs';
import { drawPicture, posesOf } from './picture.mjs';
import { speak } from './speak.mjs';

const demo = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'presets', 'demo');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { frame: { type: 'string' }, out: { type: 'string' } },
});

const document = parseDocument(readFileSync(join(demo, 'demo.yaml'), 'utf8'));
for (const [index, clip] of document.toJS().clips.entries()) {
  if (positionals.length > 0 && !positionals.includes(clip.id)) continue;
  const speech = speak(clip.script, clip.look.voice);
  if (values.frame !== undefined) {
    drawOne(clip, speech, Number(values.frame));
    continue;
  }
  mkdirSync(join(demo, 'clips'), { recursive: true });
  const bytes = await encodeClip(clip.look, speech.samples, framesOf(clip, speech), join(demo, clip.file));
  document.setIn(['clips', index, 'cues'], cuesNode(speech.spans));
  console.log(`${clip.id}: ${(speech.samples.length / 22050).toFixed(2)} s, ${Math.round(bytes / 1024)} KiB`);
}
if (values.frame === undefined)
  writeFileSync(join(demo, 'demo.yaml'), document.toString({ lineWidth: 0, flowCollectionPadding: false }));

// Every second frame is a new drawing: hand-drawn films are made so, and the file stays small.
function* framesOf(clip, speech) {
  const drawn = clip.look.fps / 2;
  for (const pose of posesOf(clip, speech.samples, drawn))
    yield new Resvg(drawPicture(clip.look, pose)).render().pixels;
}

function drawOne(clip, speech, atSeconds) {
  const poses = posesOf(clip, speech.samples, clip.look.fps / 2);
  const pose = poses[Math.min(poses.length - 1, Math.floor((atSeconds * clip.look.fps) / 2))];
  writeFileSync(join(values.out ?? '.', `${clip.id}.png`), new Resvg(drawPicture(clip.look, pose)).render().asPng());
}

function cuesNode(spans) {
  const node = document.createNode(spans.map(({ start, end }) => [start, end]));
  for (const item of node.items) item.flow = true;
  return node;
}
