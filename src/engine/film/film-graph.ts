import { FRAME_RATE } from '../../kernel/frames.ts';
import { type Chain, type Filter, filter, safePath } from './filter-graph.ts';
import { IN_RANGE, outputChain } from './output-graph.ts';
import { pictureMoveChains } from './picture-move-graph.ts';
import { type BurnedCaptions, firstAlone, type PlannedLayer, type PlannedShot, type RenderPlan } from './plan-film.ts';
import { cutChains, filmClock } from './segments/piece-graph.ts';
import { shotChains } from './shot-graph.ts';
import { witnessChain } from './witness.ts';

/** Where each of the plan's inputs stands on the command line. */
export interface InputIndex {
  shot(index: number): number;
  layerIn(stem: string): number;
  layerOut(stem: string): number;
  endCard: number;
}

/** The pictures of a film, drawn once and split to every encoder: pads `v0`, `v1` … in the order of the outputs, and `witness`. */
export function pictureGraph(plan: RenderPlan, inputs: InputIndex): Chain[] {
  return [
    ...plan.shots.flatMap((shot, index) => shotChains(shot, index, streamPad(shot, inputs.shot(index)))),
    ...bodyChains(plan, inputs),
    ...endCardChains(plan, inputs),
    ...plan.outputs.map(({ preset }, index) => lasting(outputChain(preset, index, plan), stillAtEnd(plan))),
    witnessChain('witnessed', 'witness', plan.rate),
  ];
}

function lasting(chain: Chain, pictures: number): Chain {
  return pictures === 0 ? chain : { ...chain, filters: [...chain.filters, held(pictures)] };
}

function held(pictures: number): Filter {
  return filter('tpad', { stop_mode: 'clone', stop: pictures });
}

/**
 * Pictures (at 25) for which the end card only stands until the film is over: each file repeats its last picture when it has been
 * brought to the file's size and colours, which costs 6 ms a picture in five files. A piece of a film is cut by their count: none there.
 */
function stillAtEnd(plan: RenderPlan): number {
  const { endCard, fromFrame } = plan;
  return endCard && fromFrame === undefined ? Math.max(0, standsAfterWay(endCard, plan)) : 0;
}

/** How long the card stands after the last picture of its way in; below nought where a piece of the film ends on the way. */
function standsAfterWay(card: PlannedLayer, plan: RenderPlan): number {
  const alone = plan.lengthFrames - plan.bodyFrames;
  return alone - (card.entryFrames - firstAlone(card, plan) + 1);
}

function streamPad(shot: PlannedShot, input: number): string {
  return `${input}:${shot.source.videoStreamIndex}`;
}

function bodyChains(plan: RenderPlan, inputs: InputIndex): Chain[] {
  // A piece of the end card alone.
  if (plan.shots.length === 0) return [];
  const shots = plan.shots.map((_, index) => `shot${index}`);
  const joined: Chain[] = shots.length > 1 ? [{ from: shots, filters: [concat(shots.length)], to: ['joined'] }] : [];
  let picture = shots.length > 1 ? 'joined' : 'shot0';
  const chains = [...joined];
  // Graphics and captions stand by film time: a piece is drawn on the film's clock.
  const clocked = (label: string) => {
    if (plan.fromFrame === undefined) return;
    chains.push({ from: [picture], filters: filmClock(plan.fromFrame, plan.rate), to: [label] });
    picture = label;
  };
  clocked('timed');
  const sides = plan.layers.findLastIndex(({ stem }) => stem.startsWith('sides'));
  const moved = () => {
    if (!plan.pictureMove) return;
    chains.push(...pictureMoveChains(plan.pictureMove, picture, plan));
    picture = 'moved';
    clocked('movedtimed');
  };
  if (sides === -1) moved();
  plan.layers.forEach((layer, index) => {
    chains.push(...layerChains(layer, `layer${index}`, inputs));
    // Time is set by the layer's own stamps: `enable=` on a moving overlay loses its entry.
    const over = filter('overlay', { x: layer.x, y: layer.y, eof_action: 'pass', format: 'yuv420' });
    chains.push({ from: [picture, `layer${index}`], filters: [over], to: [`drawn${index}`] });
    picture = `drawn${index}`;
    if (index === sides) moved();
  });
  const captions = plan.captions ? [captionFilter(plan.captions)] : [];
  return [...chains, { from: [picture], filters: [...captions, ...evenClock(plan)], to: ['body'] }];
}

function evenClock({ rate, fromFrame }: RenderPlan): Filter[] {
  const fromZero = fromFrame === undefined ? [] : [filter('setpts', { expr: 'N' })];
  return [filter('settb', { expr: `1/${rate}` }), ...fromZero, filter('setsar', { sar: '1' })];
}

// Only `ass` shapes Devanagari, with fonts of ours.
export function captionFilter({ file, fontsFolder }: BurnedCaptions): Filter {
  return filter('ass', { filename: safePath(file), shaping: 'complex', fontsdir: safePath(fontsFolder) });
}

/** The layer's pictures with alpha, converted once each, held by repeating the last, stamped with film time. */
function layerChains(layer: PlannedLayer, label: string, inputs: InputIndex): Chain[] {
  const hold = held(layer.holdFrames - 1);
  const stamp = [filter('settb', { expr: '1/25' }), filter('setpts', { expr: `N+${layer.startFrame}` })];
  const comes: Chain = { from: [`${inputs.layerIn(layer.stem)}:v`], filters: [...WITH_ALPHA, hold], to: [] };
  if (layer.exitFrames === 0) return [{ ...comes, filters: [...comes.filters, ...stamp], to: [label] }];
  return [
    { ...comes, to: [`${label}in`] },
    { from: [`${inputs.layerOut(layer.stem)}:v`], filters: WITH_ALPHA, to: [`${label}out`] },
    { from: [`${label}in`, `${label}out`], filters: [concat(2), ...stamp], to: [label] },
  ];
}

const TO_709 = filter('scale', { out_color_matrix: 'bt709', out_range: 'tv' });
const WITH_ALPHA: readonly Filter[] = [TO_709, filter('format', { pix_fmts: 'yuva420p' })];

/** Body and end card joined, marked as BT.709 in television's range, kept inside it, and split. */
function endCardChains(plan: RenderPlan, inputs: InputIndex): Chain[] {
  const finish = [
    filter('setparams', { range: 'tv', color_primaries: 'bt709', color_trc: 'bt709', colorspace: 'bt709' }),
    ...IN_RANGE,
    filter('split', { outputs: plan.outputs.length + 1 }),
  ];
  const { to, chains: cuts } = plan.fromFrame === undefined ? wholeMasters(plan) : cutChains(plan, plan.fromFrame);
  if (!plan.endCard) return [{ from: ['body'], filters: finish, to }, ...cuts];
  const doubled = plan.rate === 50 ? [filter('fps', { fps: 50 })] : [];
  return [
    {
      from: [`${inputs.endCard}:v`],
      filters: [
        TO_709,
        filter('format', { pix_fmts: 'yuv420p' }),
        ...cardInPiece(plan.endCard, plan),
        ...doubled,
        ...evenClock(plan),
      ],
      to: ['card'],
    },
    plan.shots.length === 0
      ? { from: ['card'], filters: finish, to }
      : { from: ['body', 'card'], filters: [concat(2), ...finish], to },
    ...cuts,
  ];
}

/** The rest of the card's way in; in a piece of the film then its last picture, or an end on the way. */
function cardInPiece(card: PlannedLayer, plan: RenderPlan): Filter[] {
  const stands = standsAfterWay(card, plan);
  if (stands < 0) return [filter('trim', { end_frame: plan.lengthFrames - plan.bodyFrames })];
  return stands === 0 || plan.fromFrame === undefined ? [] : [held(stands)];
}

/** Quality control sees each second of the whole film, where it stands at its end too. */
function wholeMasters(plan: RenderPlan): { to: string[]; chains: Chain[] } {
  const masters = plan.outputs.map((_, index) => `master${index}`);
  const stands = stillAtEnd(plan);
  if (stands === 0) return { to: [...masters, 'witnessed'], chains: [] };
  const whole: Chain = { from: ['filmed'], filters: [held((stands * plan.rate) / FRAME_RATE)], to: ['witnessed'] };
  return { to: [...masters, 'filmed'], chains: [whole] };
}

function concat(count: number): Filter {
  return filter('concat', { n: count, v: 1, a: 0 });
}
