import { openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import mediaInfoFactory, { type AudioTrack, type VideoTrack } from 'mediainfo.js';
import { describe, expect, it } from 'vitest';
import { readDemoClips } from '../../../src/domain/directory/demo-clips.ts';
import { readPresetData } from '../../../src/domain/directory/preset-data.ts';

const folder = join(import.meta.dirname, '../../../presets');
const clips = readDemoClips(folder);
const { districts, schemes } = readPresetData(folder);

async function inspect(file: string): Promise<{ video: VideoTrack; audio: AudioTrack }> {
  const info = await mediaInfoFactory({ format: 'object' });
  const handle = openSync(file, 'r');
  const read = (size: number, offset: number) => {
    const chunk = new Uint8Array(size);
    return chunk.subarray(0, readSync(handle, chunk, 0, size, offset));
  };
  const tracks = (await info.analyzeData(statSync(file).size, read)).media?.track ?? [];
  info.close();
  const video = tracks.find((track) => track['@type'] === 'Video');
  const audio = tracks.find((track) => track['@type'] === 'Audio');
  if (video?.['@type'] !== 'Video' || audio?.['@type'] !== 'Audio') throw new Error(`${file} lacks picture or sound`);
  return { video, audio };
}

it('ships six to eight clips of at most 3 MB together, upright and broad ones, men and women from several districts', () => {
  expect(clips.length).toBeGreaterThanOrEqual(6);
  expect(clips.length).toBeLessThanOrEqual(8);
  expect(clips.reduce((sum, clip) => sum + statSync(clip.file).size, 0)).toBeLessThanOrEqual(3_000_000);
  expect(new Set(clips.map((clip) => clip.district)).size).toBeGreaterThanOrEqual(4);
  expect(new Set(clips.map((clip) => clip.id)).size).toBe(clips.length);
});

describe.each(clips)('$id', (clip) => {
  it('names a district and a scheme of the directory', () => {
    expect(districts.map((row) => row.code)).toContain(clip.district);
    expect(schemes.map((row) => row.code)).toContain(clip.scheme);
  });

  it('says short composed Hindi sentences without an amount or a number to dial', () => {
    for (const line of clip.script) {
      expect(line).toBe(line.normalize('NFC'));
      expect(line).toMatch(/^[\p{Script=Devanagari}\s,।-]+।$/u);
      expect(line).not.toMatch(/[\d०-९₹]|रुपय|लाख|हज़ार|हजार/u);
      expect(line.split(' ').length).toBeLessThanOrEqual(10);
    }
  });

  it('is a film that the intake gate takes: H.264 4:2:0 at 25 or 30, AAC, ten seconds and more', async () => {
    const { video, audio } = await inspect(clip.file);
    expect(video).toMatchObject({ Format: 'AVC', ChromaSubsampling: '4:2:0', BitDepth: 8, FrameRate_Mode: 'CFR' });
    expect([25, 30]).toContain(video.FrameRate);
    expect(video.Duration).toBeGreaterThanOrEqual(10);
    expect(audio).toMatchObject({ Format: 'AAC', SamplingRate: 48000 });
    expect(Math.abs((audio.Duration ?? 0) - (video.Duration ?? 0))).toBeLessThan(0.2);
  });

  it('has its cues in order inside the film', async () => {
    const { video } = await inspect(clip.file);
    const edges = clip.cues.flat();
    expect(edges).toEqual([...edges].sort((a, b) => a - b));
    expect(edges.at(-1)).toBeLessThan(video.Duration ?? 0);
  });
});

it('gives both upright and broad films', async () => {
  const shapes = await Promise.all(clips.map(async (clip) => (await inspect(clip.file)).video));
  expect(new Set(shapes.map((video) => (video.Width ?? 0) > (video.Height ?? 0))).size).toBe(2);
});

it('has no clip file that demo.yaml does not name', () => {
  expect(readdirSync(join(folder, 'demo/clips')).sort()).toEqual(clips.map((clip) => `${clip.id}.mp4`).sort());
});
