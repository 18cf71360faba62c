import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { filter, formatGraph } from '../../../src/engine/film/filter-graph.ts';
import { toTelevision } from '../../../src/engine/film/television-light.ts';

const WIDTH = 1280;
const HEIGHT = 720;
const BANDS = 4;
const HLG = { light: 'hlg', matrix: 'bt2020', primaries: 'bt2020', range: 'tv' } as const;

/** Strong colours with the grain of a phone's evening, white at HDR's 203 nits. */
const PICTURES = [
  `testsrc2=s=${WIDTH}x${HEIGHT}:r=30:d=0.3,boxblur=4,noise=alls=8:allf=t:all_seed=5,format=yuv444p`,
  'setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709,zscale=t=linear:npl=203,format=gbrpf32le',
  'zscale=npl=203:t=arib-std-b67:p=2020:m=2020_ncl:r=tv,format=yuv420p10le',
].join();

const SIZE = { width: WIDTH, height: HEIGHT };
const words = toTelevision(HLG, SIZE, SIZE);
const whole = toTelevision(HLG, SIZE);

function drawn(filters: typeof words, last: readonly string[]): Buffer {
  const graph = formatGraph([{ from: ['0:v'], filters, to: ['seen'] }]);
  // One thread: zscale, too, parts a picture among threads.
  const input = ['-v', 'error', '-nostdin', '-filter_complex_threads', '1', '-f', 'lavfi', '-i', PICTURES];
  const shown = ['-filter_complex', graph, '-map', '[seen]', '-fps_mode', 'passthrough', ...last, '-'];
  const { status, stdout, stderr } = spawnSync('ffmpeg', [...input, ...shown], { maxBuffer: 2 ** 26 });
  if (status !== 0) throw new Error(stderr.toString());
  return stdout;
}

it('a picture bent in bands is the picture bent whole, but for half a shade in the rows at their edges', () => {
  const [inBands, inOne] = [words, whole].map((filters) => drawn(filters, ['-f', 'rawvideo']));
  expect(words.map(({ name }) => name)).toContain('untile');
  if (!inBands || !inOne) throw new Error('not drawn');
  expect(inBands.length).toBe(inOne.length);
  expect(inBands.length % ((WIDTH * HEIGHT * 3) / 2)).toBe(0);
  const others = new Set<number>();
  let [sum, count] = [0, 0];
  for (let place = 0; place < inOne.length; place += 1) {
    const within = place % ((WIDTH * HEIGHT * 3) / 2);
    const luma = within < WIDTH * HEIGHT;
    const row = luma ? Math.floor(within / WIDTH) : Math.floor((within - WIDTH * HEIGHT) / (WIDTH / 2)) % (HEIGHT / 2);
    const band = HEIGHT / BANDS / (luma ? 1 : 2);
    const off = Math.abs((inBands[place] ?? 0) - (inOne[place] ?? 0));
    // One row on each side.
    if ((row + 1) % band < 2) {
      sum += off;
      count += 1;
    } else if (off > 0) others.add(row);
  }
  expect([...others]).toEqual([]);
  expect(sum / count).toBeLessThan(0.5);
});

it('a clip that ends early keeps its last picture for as long as it is wanted, each picture at its moment', () => {
  const held = [...words, filter('tpad', { stop_mode: 'clone', stop_duration: 1 }), filter('trim', { end_frame: 20 })];
  const told = drawn(held, ['-f', 'framecrc']).toString();
  expect(told).toContain('#tb 0: 1/30');
  const moments = [...told.matchAll(/^0,\s*-?\d+,\s*(-?\d+),/gm)].map(([, pts]) => Number(pts));
  // Nine of the clip's own.
  expect(moments).toEqual(Array.from({ length: 20 }, (_, picture) => picture));
});

it('pictures that come at no steady rate are bent whole', () => {
  expect(whole.map(({ name }) => name)).not.toContain('untile');
});

it('pictures that a clip makes larger than its header says come out at the size that was planned', () => {
  const larger = { width: WIDTH / 2, height: HEIGHT / 2 };
  const told = drawn(toTelevision(HLG, larger, larger), ['-f', 'framecrc']).toString();
  expect(told).toContain(`#dimensions 0: ${larger.width}x${larger.height}`);
});
