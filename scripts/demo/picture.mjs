import { drawPerson } from './person.mjs';
import { FRONTS, PLACES } from './places.mjs';
import { hear } from './speak.mjs';

/** One pose for each drawing of a clip: the mouth follows the sound, the rest is a calm person in front of a camera. */
export function posesOf(clip, samples, drawingsPerSecond) {
  const heard = hear(samples, drawingsPerSecond);
  const own = [...clip.id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 7;
  let mouth = 0;
  let hand = 0;
  let stress = 0;
  return heard.map(({ loud, sharp }, at) => {
    const time = at / drawingsPerSecond;
    mouth = mouth * 0.35 + Math.min(1, loud * 1.25) * 0.65;
    stress = stress * 0.8 + loud * 0.2;
    // The hand rises with what is said and beats along; between sentences it sinks.
    const wish = loud > 0.05 ? 0.45 + 0.4 * Math.sin(time * 1.5 + own) + 0.35 * stress : 0.1;
    hand += (wish - hand) * 0.2;
    return {
      time,
      mouth,
      sharp,
      hand,
      wrist: Math.sin(time * 4.3 + own) * 9 * Math.min(1, stress * 3),
      blink: blinkAt(time, own),
      brow: Math.max(0, Math.sin(time * 0.8 + own)) * 0.7 + stress * 0.5,
      sway: Math.sin(time * 0.7 + own) * 5 + Math.sin(time * 1.63 + own * 2) * 2,
      nod: Math.sin(time * 1.9 + own) * 3 + stress * 5,
      lean: Math.sin(time * 0.83 + own * 1.7) * 1.1 + Math.sin(time * 0.37 + own) * 0.6,
      breath: Math.sin(time * 1.7 + own),
    };
  });
}

/** The whole picture as SVG. The face stands in the upper half, so that a lower third leaves the mouth free. */
export function drawPicture(look, pose) {
  const [width, height] = look.size;
  const portrait = height > width;
  const x = portrait ? width * 0.46 : width * 0.5;
  const y = portrait ? height * 0.36 : height * 0.4;
  const scale = portrait ? 1.12 : 1.04;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<g transform="${hold(width, height, pose.time)}">`,
    PLACES[look.place](width, height, pose.time),
    `<g transform="translate(${x} ${y}) scale(${scale})">${drawPerson(look, pose)}</g>`,
    FRONTS[look.place]?.(width, height, pose.time) ?? '',
    '</g></svg>',
  ].join('');
}

// A telephone in somebody's hands: it drifts and comes a little nearer, and never shows the drawing's edge.
function hold(width, height, time) {
  const near = 1.03 + 0.0025 * Math.min(time, 12);
  const most = (near - 1) / 2;
  const x = width * most * 0.5 * (Math.sin(time * 0.61) + 0.6 * Math.sin(time * 1.37 + 1));
  const y = height * most * 0.5 * (Math.sin(time * 0.47 + 2) + 0.6 * Math.sin(time * 1.13));
  const shift = (size, by) => (-size * most + by).toFixed(2);
  return `translate(${shift(width, x)} ${shift(height, y)}) scale(${near.toFixed(4)})`;
}

// A blink takes a quarter of a second, every three seconds or so, at other moments for each person.
function blinkAt(time, own) {
  const phase = (time + own * 0.53) % (2.7 + own * 0.13);
  return phase < 0.24 ? Math.sin((phase / 0.24) * Math.PI) : 0;
}
