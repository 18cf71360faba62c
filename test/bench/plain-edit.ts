import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { MediaRunner, Token } from '../../src/engine/ffmpeg/run-order.ts';
import { encoderTokens } from '../../src/engine/film/encoder-tokens.ts';
import type { PlannedLayer, PlannedShot } from '../../src/engine/film/plan-film.ts';
import type { BenchFilm } from './bench-cases.ts';
import type { Cost } from './counted-runner.ts';

/** The same edit as scripts do it: a process per file, blur at full size, pictures laid over the whole film. */
export async function plainEdit(runner: MediaRunner, film: BenchFilm): Promise<void> {
  const { plan, workFolder } = film;
  const [shot] = plan.shots;
  if (!shot || !plan.endCard) throw new Error('the bench film has a shot and an end card');
  const stills = plan.layers.filter((layer) => !layer.stem.startsWith('end-card'));
  for (const [index, { preset }] of plan.outputs.entries()) {
    const { width, height } = preset.picture.raster;
    const matrix = preset.picture.colour.matrix === 'bt470bg' ? ':in_color_matrix=bt709:out_color_matrix=bt601' : '';
    const pictures = [...stills, plan.endCard].flatMap((layer) => stillInput(film, layer));
    await runner.ffmpeg({
      tokens: [
        ['-t', String(shot.frames / 25 + 0.2), '-i', `file:${shot.source.path}`],
        ...pictures,
        ['-f', 'wav', '-i', `file:${join(workFolder, film.sounds[0]?.file ?? '')}`],
        ['-filter_complex', `${editGraph(film, shot, stills)};[film]scale=${width}:${height}${matrix}[out]`],
        ['-map', '[out]', '-map', `${stills.length + 2}:a`],
        ...encoderTokens(preset),
        [`file:${join(workFolder, `plain-${index}`)}`],
      ],
      reads: [workFolder, shot.source.path, ...(plan.captions ? [plan.captions.fontsFolder] : [])],
      writes: workFolder,
    });
  }
}

function stillInput({ plan, workFolder }: BenchFilm, layer: PlannedLayer): Token[] {
  const file = `${layer.stem}-in-${String(layer.entryFrames).padStart(3, '0')}.qoi`;
  return [['-loop', '1', '-framerate', '25', '-t', String(plan.lengthFrames / 25), '-i', join(workFolder, file)]];
}

function editGraph({ plan }: BenchFilm, shot: PlannedShot, stills: readonly PlannedLayer[]): string {
  const light =
    'zscale=t=linear:npl=203,format=gbrpf32le,zscale=p=bt709,tonemap=mobius,zscale=t=bt709:m=bt709:r=tv,format=yuv420p';
  const decoded = shot.source.colour.light === 'sdr' ? 'fps=25' : `${light},fps=25`;
  const fit = 'scale=1920:1080:force_original_aspect_ratio';
  const placed =
    shot.fit.strip > 0
      ? `[0:v]${decoded},split[a][b];[a]${fit}=increase,crop=1920:1080,boxblur=20:5[back];[b]${fit}=decrease[front];[back][front]overlay=(W-w)/2:0,setsar=1,trim=end_frame=${shot.frames}[p0]`
      : `[0:v]${decoded},${fit}=increase,crop=1920:1080,setsar=1,trim=end_frame=${shot.frames}[p0]`;
  const laid = stills.map((layer, index) => {
    const until = (layer.startFrame + layer.entryFrames + layer.holdFrames + layer.exitFrames) / 25;
    const when = `enable='between(t,${layer.startFrame / 25},${until})'`;
    return `[p${index}][${index + 1}:v]overlay=${layer.x}:${layer.y}:${when}[p${index + 1}]`;
  });
  const captions = plan.captions
    ? `ass=${plan.captions.file}:shaping=complex:fontsdir=${plan.captions.fontsFolder}`
    : 'null';
  const rest = plan.lengthFrames - shot.frames;
  return [
    placed,
    ...laid,
    `[p${stills.length}]${captions},format=yuv420p,setsar=1[body]`,
    `[${stills.length + 1}:v]scale=1920:1080,fps=25,trim=end_frame=${rest},format=yuv420p,setsar=1[card]`,
    '[body][card]concat=n=2:v=1:a=0[film]',
  ].join(';');
}

/** MLT's melt doing one web file of the same edit; undefined where it is not installed. */
export function meltEdit({ plan, workFolder }: BenchFilm): Cost | undefined {
  const [shot] = plan.shots;
  const mark = plan.layers.find((layer) => layer.stem.startsWith('mark'));
  if (!shot || !plan.endCard || !mark) throw new Error('the bench film has shot, mark and end card');
  const still = (layer: PlannedLayer) =>
    join(workFolder, `${layer.stem}-in-${String(layer.entryFrames).padStart(3, '0')}.qoi`);
  const words = [
    ...['melt', '-silent', '-profile', 'atsc_1080p_25', shot.source.path, 'in=0', `out=${shot.frames - 1}`],
    ...[still(plan.endCard), `out=${plan.lengthFrames - shot.frames - 1}`],
    ...['-filter', `watermark:${still(mark)}`, 'in=0', `out=${shot.frames - 1}`],
    ...(plan.captions ? ['-filter', 'avfilter.subtitles', `av.filename=${plan.captions.file}`] : []),
    ...['-consumer', `avformat:${join(workFolder, 'melt.mp4')}`, 'vcodec=libx264', 'preset=superfast', 'crf=19'],
    ...['g=50', 'bf=2', 'acodec=aac', 'ab=192k', 'real_time=-2', 'threads=2'],
  ];
  const env = { ...process.env, SDL_VIDEODRIVER: 'dummy', SDL_AUDIODRIVER: 'dummy', QT_QPA_PLATFORM: 'offscreen' };
  // The shell's `times` says on its second line what its children took.
  const done = spawnSync(
    'bash',
    ['-c', 'command -v melt >/dev/null || exit 127; "$@" >&2 || exit 1; times', '-', ...words],
    {
      encoding: 'utf8',
      env,
    },
  );
  if (done.status === 127) return undefined;
  if (done.status !== 0) throw new Error(done.stderr.slice(-1000));
  const minutes = [...(done.stdout.trim().split('\n').at(-1) ?? '').matchAll(/(\d+)m([\d.]+)s/g)];
  return { cpuSeconds: minutes.reduce((sum, [, m, s]) => sum + Number(m) * 60 + Number(s), 0), peakMb: 0 };
}
