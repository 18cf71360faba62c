import { across, curve, ellipse, group, path } from './shapes.mjs';

/** A toran: mango leaves and marigolds on a string under the upper edge, each moving in the draught. */
export function garland(width, y, time) {
  const count = Math.round(width / 44);
  const step = width / count;
  const swing = (at) => (Math.sin(time * 1.9 + at * 1.3) * 9 + Math.sin(time * 0.8 + at * 0.4) * 5).toFixed(2);
  const leaf = (at) =>
    group(
      `translate(${((at + 0.5) * step).toFixed(1)} ${y}) rotate(${swing(at)})`,
      at % 3 === 1
        ? ellipse(0, 12, 11, 10, '#E58A1F') + ellipse(0, 12, 6, 5, '#F2B03C')
        : path('M 0 0 C 11 12 10 30 0 44 C -10 30 -11 12 0 0 Z', at % 2 ? '#5E8C5A' : '#74A36B'),
    );
  return curve(`M 0 ${y} L ${width} ${y}`, '#8A5F41', 3) + across(count, leaf);
}
