import { garland } from './garland.mjs';
import { across, curve, ellipse, group, path, rect, shade } from './shapes.mjs';

function sky(width, height, time) {
  return [
    rect(0, 0, width, height, '#BFE0EE'),
    rect(0, height * 0.28, width, height * 0.5, '#D8ECF1'),
    cloud(((time * 5 + width * 0.15) % (width + 240)) - 120, height * 0.1, 1),
    cloud(((time * 4 + width * 0.75) % (width + 240)) - 120, height * 0.2, 0.7),
  ].join('');
}

const cloud = (x, y, scale) =>
  group(
    `translate(${x.toFixed(1)} ${y}) scale(${scale})`,
    ellipse(0, 0, 46, 18, '#F7FBFC') + ellipse(-28, 8, 30, 13, '#F7FBFC') + ellipse(30, 8, 34, 14, '#F7FBFC'),
  );

function tree(x, y, scale, time) {
  const lean = Math.sin(time * 0.9 + x) * 1.6;
  return group(
    `translate(${x} ${y}) scale(${scale})`,
    path('M -12 0 L -8 -110 L 8 -110 L 14 0 Z', '#7A5A3E') +
      group(
        `rotate(${lean.toFixed(2)} 0 -100)`,
        ellipse(0, -160, 74, 62, '#5E8C5A') +
          ellipse(-46, -130, 48, 40, '#6B9A63') +
          ellipse(48, -132, 50, 42, '#54804F') +
          ellipse(-10, -186, 44, 34, '#74A36B'),
      ),
  );
}

function pot(x, y, scale, colour, leaf) {
  return group(
    `translate(${x} ${y}) scale(${scale})`,
    (leaf ? across(5, (at) => curve(`M 0 -36 Q ${(at - 2) * 10} -74 ${(at - 2) * 20} -92`, leaf, 7)) : '') +
      path('M -26 -40 L 26 -40 L 20 0 L -20 0 Z', colour) +
      rect(-30, -46, 60, 10, shade(colour, -0.12), 4),
  );
}

export function house(width, height, time) {
  const ground = height * 0.74;
  const left = width * 0.36;
  return [
    sky(width, height, time),
    path(
      `M 0 ${ground} Q ${width * 0.25} ${ground - 90} ${width * 0.5} ${ground - 20} T ${width} ${ground - 40} L ${width} ${ground} Z`,
      '#A9C6A2',
    ),
    tree(width * 0.1, ground + 6, 1.25, time),
    rect(0, ground, width, height - ground, '#D9BE93'),
    rect(left, height * 0.2, width * 0.62, ground - height * 0.2 + 8, '#E9E2F0'),
    rect(left - 14, height * 0.2 - 22, width * 0.64 + 20, 26, '#8C86A8', 4),
    rect(left, ground - 44, width * 0.62, 52, '#8FA3BF'),
    rect(width * 0.82, height * 0.36, 92, ground - height * 0.36 + 8, '#3F6E8C', 4),
    rect(width * 0.82 + 10, height * 0.36 + 12, 72, 84, '#4F82A2', 3),
    rect(width * 0.82 + 10, height * 0.36 + 108, 72, 92, '#4F82A2', 3),
    ellipse(width * 0.82 + 78, height * 0.58, 5, 5, '#E6C35C'),
    rect(left + 34, height * 0.34, 108, 96, '#5B6E86', 4),
    across(4, (at) => rect(left + 54 + at * 22, height * 0.34, 5, 96, '#DDE5EC')),
    rect(left + 26, height * 0.34 + 96, 124, 12, '#B9B4CC', 3),
    pot(left + 12, ground + 44, 1.1, '#B4694C', '#5E8C5A'),
    pot(width * 0.78, ground + 40, 0.9, '#B4694C', '#6B9A63'),
  ].join('');
}

export function field(width, height, time) {
  const far = height * 0.46;
  const rows = across(7, (at) => {
    const y = far + 14 + at * at * 6.4;
    return path(
      `M 0 ${y} Q ${width / 2} ${y - 10} ${width} ${y} L ${width} ${height} L 0 ${height} Z`,
      at % 2 ? '#D8B65A' : '#CFAA4B',
    );
  });
  const stalks = across(34, (at) => {
    const x = at * (width / 33);
    const lean = Math.sin(time * 1.6 + at * 0.7) * 7;
    const top = height - 92 - (at % 3) * 16;
    return (
      curve(`M ${x} ${height} Q ${x} ${top + 50} ${(x + lean).toFixed(1)} ${top}`, '#B98F35', 4) +
      ellipse(x + lean, top - 12, 6, 18, at % 2 ? '#E3C264' : '#D9B450')
    );
  });
  return [
    sky(width, height, time),
    path(
      `M 0 ${far + 10} Q ${width * 0.3} ${far - 54} ${width * 0.55} ${far - 8} T ${width} ${far - 26} L ${width} ${far + 20} L 0 ${far + 20} Z`,
      '#9DB9A6',
    ),
    across(9, (at) => ellipse(at * (width / 8), far - 4 - (at % 3) * 6, 44, 26, at % 2 ? '#7FA184' : '#8FAF90')),
    rows,
    stalks,
  ].join('');
}

export function courtyard(width, height, time) {
  const ground = height * 0.72;
  return [
    sky(width, height, time),
    rect(0, height * 0.2, width, ground - height * 0.2, '#F1E6D2'),
    rect(0, height * 0.2 - 14, width, 18, '#B98E6A'),
    garland(width, height * 0.2 + 4, time),
    rect(0, ground - 60, width, 60, '#7FA3A6'),
    rect(width * 0.08, height * 0.3, width * 0.26, height * 0.16, '#6C8791', 4),
    across(3, (at) => rect(width * 0.08 + (at + 0.75) * width * 0.075, height * 0.3, 6, height * 0.16, '#E8EEF0')),
    rect(0, ground, width, height - ground, '#D6C3A3'),
    tree(width * 0.88, ground + 20, 1.5, time),
    pot(width * 0.12, ground + 30, 1.2, '#A9604A', '#5E8C5A'),
    rect(width * 0.6, ground + 4, width * 0.5, 16, '#8A6242', 4),
    rect(width * 0.66, ground + 20, 14, 90, '#6E4C31'),
  ].join('');
}

export function stall(width, height, time) {
  const top = height * 0.74;
  const steam = across(3, (at) => {
    const rise = (time * 22 + at * 26) % 78;
    return ellipse(
      width * 0.83 + Math.sin(time * 2 + at * 2) * 8,
      top - 96 - rise,
      9 + rise * 0.12,
      12,
      '#FFFFFF',
      (0.5 * (1 - rise / 78)).toFixed(2),
    );
  });
  return [
    rect(0, 0, width, height, '#E9DCC8'),
    rect(0, height * 0.2, width * 0.34, top, '#C9B79C'),
    rect(width * 0.05, height * 0.34, width * 0.2, height * 0.3, '#8C9AA3', 4),
    across(3, (at) => rect(width * 0.05, height * (0.38 + at * 0.08), width * 0.2, 4, '#A7B3BA')),
    rect(width * 0.6, height * 0.3, width * 0.4, 12, '#8A5F41', 3),
    across(6, (at) =>
      rect(
        width * 0.62 + at * 58,
        height * 0.3 - 50,
        40,
        50,
        ['#D9A441', '#B5573F', '#6C8F9E', '#E4CFA0', '#8E6FA8', '#B5573F'][at],
        7,
      ),
    ),
    across(6, (at) => rect(width * 0.62 + at * 58 + 4, height * 0.3 - 58, 32, 10, '#5C4636', 4)),
    across(12, (at) =>
      path(
        `M ${at * (width / 12)} 0 h ${width / 12} v 46 q ${-width / 24} 30 ${-width / 12} 0 Z`,
        at % 2 ? '#FFFFFF' : '#3C7D8C',
      ),
    ),
    rect(0, top, width, 20, '#8A5F41'),
    rect(0, top + 20, width, height, '#A9774F'),
    steam,
    group(
      `translate(${width * 0.83} ${top})`,
      path('M -50 0 L -58 -62 Q 0 -92 58 -62 L 50 0 Z', '#AEB8BE') +
        curve('M 52 -50 q 40 -10 42 -40', '#AEB8BE', 12) +
        ellipse(0, -76, 24, 8, '#8D979D') +
        ellipse(0, -86, 7, 7, '#5C4636'),
    ),
    across(4, (at) => path(`M ${width * 0.66 - at * 36} ${top} l -11 0 l -4 -36 l 30 0 l -4 36 Z`, '#B9733A', 0.9)),
  ].join('');
}
