import { garland } from './garland.mjs';
import { across, curve, ellipse, group, path, rect, shade } from './shapes.mjs';

function room(width, height, wall, floor) {
  const line = height * 0.8;
  return (
    rect(0, 0, width, height, wall) +
    rect(0, line, width, height - line, floor) +
    rect(0, line - 12, width, 12, shade(wall, -0.14))
  );
}

function window_(x, y, width, height, time) {
  return [
    rect(x - 10, y - 10, width + 20, height + 20, '#FFFFFF', 5),
    rect(x, y, width, height, '#BFE0EE'),
    path(
      `M ${x} ${y + height} v ${-height * 0.3} q ${width * 0.2} ${(-height * (0.26 + Math.sin(time * 0.5) * 0.01)).toFixed(1)} ${width * 0.45} ${-height * 0.06} q ${width * 0.2} ${-height * 0.2} ${width * 0.55} ${height * 0.08} v ${height * 0.28} Z`,
      '#8FB58A',
    ),
    rect(x + width / 2 - 3, y, 6, height, '#FFFFFF'),
    rect(x, y + height / 2 - 3, width, 6, '#FFFFFF'),
  ].join('');
}

export function sewing(width, height, time) {
  return [
    room(width, height, '#F3DDD3', '#C99F7E'),
    window_(width * 0.62, height * 0.1, width * 0.3, height * 0.17, time),
    rect(width * 0.06, height * 0.17, width * 0.36, 10, '#9C6B4E', 3),
    across(5, (at) =>
      rect(
        width * 0.08 + at * width * 0.066,
        height * 0.17 - 44 - (at % 2) * 10,
        width * 0.055,
        44 + (at % 2) * 10,
        ['#5B8FA8', '#C96B6B', '#E0B15A', '#8A74B5', '#6FA08B'][at],
        3,
      ),
    ),
  ].join('');
}

export function kitchen(width, height, time) {
  const top = height * 0.72;
  const flame = 1 + Math.sin(time * 11) * 0.12;
  return [
    rect(0, 0, width, height, '#DCEBE6'),
    across(12, (at) => rect(at * (width / 12), 0, 2, top, '#CBDDD7')),
    across(7, (at) => rect(0, at * 62, width, 2, '#CBDDD7')),
    rect(width * 0.05, height * 0.2, width * 0.3, 10, '#8F6B4F', 3),
    across(
      4,
      (at) =>
        ellipse(width * 0.09 + at * 68, height * 0.2 - 22, 27, 22, '#C3CBD1') +
        rect(width * 0.09 + at * 68 - 29, height * 0.2 - 40, 58, 8, '#E2E7EA', 4),
    ),
    rect(width * 0.66, height * 0.12, width * 0.28, 10, '#8F6B4F', 3),
    across(4, (at) =>
      rect(width * 0.68 + at * 64, height * 0.12 - 54, 44, 54, ['#C96B6B', '#E0B15A', '#7FA3A6', '#A98BC2'][at], 8),
    ),
    rect(0, top, width, 18, '#7D8B93'),
    rect(0, top + 18, width, height, '#A9B7BC'),
    group(
      `translate(${width * 0.82} ${top})`,
      rect(-110, -26, 220, 26, '#3A4046', 6) +
        across(9, (at) => path(`M ${-34 + at * 8} -28 q 4 ${(-14 * flame).toFixed(1)} 8 0 Z`, '#3D8BE0')) +
        rect(-58, -42, 116, 8, '#23272B', 3) +
        path('M -62 -96 L 62 -96 L 52 -44 L -52 -44 Z', '#B9C2C8') +
        rect(-70, -104, 140, 12, '#D5DBDF', 5) +
        ellipse(80, -12, 8, 8, '#D24B3E'),
    ),
    group(
      `translate(${width * 0.1} ${height - 6})`,
      rect(-46, -108, 92, 120, '#C2423A', 26) + rect(-24, -130, 48, 26, '#A3352E', 8),
    ),
  ].join('');
}

function jar(x, y, scale, colour) {
  const belly = path('M -20 -72 L 20 -72 L 16 -60 C 46 -44 46 -10 22 0 L -22 0 C -46 -10 -46 -44 -16 -60 Z', colour);
  return group(`translate(${x} ${y}) scale(${scale})`, belly + rect(-24, -80, 48, 11, shade(colour, -0.14), 5));
}

export function pottery(width, height, time) {
  return [
    room(width, height, '#E4D3BE', '#B08A66'),
    garland(width, height * 0.03, time),
    across(3, (row) => rect(width * 0.04, height * (0.18 + row * 0.13), width * 0.92, 12, '#7B573B', 3)),
    across(3, (row) =>
      across(6, (at) =>
        jar(
          width * (0.12 + at * 0.155),
          height * (0.18 + row * 0.13),
          0.78 - ((at + row) % 3) * 0.1,
          ['#B5654A', '#C47D58', '#9E5640'][(at + row) % 3],
        ),
      ),
    ),
  ].join('');
}

export function shop(width, height, time) {
  const top = height * 0.76;
  const colours = ['#D9A441', '#B5573F', '#5F93A0', '#E4CFA0', '#A34B4B', '#C98A3B', '#8E6FA8'];
  return [
    rect(0, 0, width, height, '#DDE3EE'),
    garland(width, height * 0.03, time),
    across(3, (row) => rect(0, height * (0.22 + row * 0.21), width, 12, '#8B6B52')),
    across(3, (row) =>
      across(11, (at) => {
        const x = width * 0.015 + at * (width / 11);
        const y = height * (0.22 + row * 0.21);
        const colour = colours[(at * 2 + row * 3) % 7];
        return (at + row) % 2
          ? rect(x, y - 62, 46, 62, colour, 9) +
              rect(x + 5, y - 72, 36, 12, '#5C4636', 4) +
              rect(x + 6, y - 42, 34, 22, '#F7F1E3', 3)
          : rect(x, y - 46, 58, 46, shade(colour, 0.35), 5) + rect(x + 8, y - 34, 42, 16, '#FFFFFF', 3);
      }),
    ),
    rect(0, top, width, 22, '#9A6A48'),
    rect(0, top + 22, width, height, '#B98660'),
    across(5, (at) => ellipse(width * 0.84, top - 4 - at * 7, 72, 11, at % 2 ? '#EAD9A8' : '#F3E6BE')),
  ].join('');
}

export function machine(width, height, time) {
  const needle = Math.sin(time * 9) * 5;
  const top = height * 0.93;
  return [
    rect(width * 0.4, top, width * 0.62, height - top, '#7B4F37', 4),
    group(
      `translate(${width * 0.74} ${top})`,
      rect(-84, -18, 168, 18, '#2F3A45', 5) +
        rect(-78, -92, 32, 76, '#2F3A45', 8) +
        rect(-78, -104, 146, 34, '#3C4A57', 12) +
        rect(40, -76, 14, 34, '#2F3A45', 3) +
        rect(45, -44 + needle, 4, 26, '#D5DBE0') +
        ellipse(-92, -74, 26, 26, '#3C4A57') +
        ellipse(-92, -74, 12, 12, '#C9A24C') +
        path('M 8 -18 Q 60 -34 120 -18 L 124 8 L 4 8 Z', '#C96B6B'),
    ),
  ].join('');
}

export function wheel(width, height, time) {
  const top = height * 0.945;
  const [x, y] = [Math.cos(time * 7) * 74, Math.sin(time * 7) * 13];
  return [
    ellipse(width * 0.76, top, 118, 24, '#5B4434'),
    ellipse(width * 0.76, top - 8, 100, 19, '#8C6C55'),
    curve(`M ${width * 0.76} ${top - 8} l ${x.toFixed(1)} ${y.toFixed(1)}`, '#A5826A', 4),
    jar(width * 0.76, top - 10, 1.2, '#B5654A'),
  ].join('');
}
