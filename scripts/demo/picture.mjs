import { drawPerson } from './person.mjs';
import { FRONTS, PLACES } from './places.mjs';
import { hear } from './speak.mjs';

/** One pose for each drawing of a clip: the mouth follows the sound, the rest is a calm person in front of a camera. */
export function posesOf(clip, samples, drawingsPerSecond) {
  const heard = hear(samples, drawingsPerSecond);
  const own = [...clip.id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 7;
  let mouth = 0;
  let hand = 0;
  return heard.map(({ loud, sharp }, at) => {
    const time = at / drawingsPerSecond;
    mouth = mouth * 0.35 + Math.min(1, loud * 1.25) * 0.65;
    const wish = loud > 0.05 ? 0.5 + 0.5 * Math.sin(time * 1.5 + own) : 0.15;
    hand += (wish - hand) * 0.14;
    return {
      time,
      mouth,
      sharp,
      hand,
      blink: blinkAt(time, own),
      brow: Math.max(0, Math.sin(time * 0.8 + own)) * 0.7,
      sway: Math.sin(time * 0.7 + own) * 3,
      nod: Math.sin(time * 1.9 + own) * 1.5 + mouth * 2,
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
    PLACES[look.place](width, height, pose.time),
    `<g transform="translate(${x} ${y}) scale(${scale})">${drawPerson(look, pose)}</g>`,
    FRONTS[look.place]?.(width, height, pose.time) ?? '',
    '</svg>',
  ].join('');
}

// A blink takes a quarter of a second, every three seconds or so, at other moments for each person.
function blinkAt(time, own) {
  const phase = (time + own * 0.53) % (2.7 + own * 0.13);
  return phase < 0.24 ? Math.sin((phase / 0.24) * Math.PI) : 0;
}
