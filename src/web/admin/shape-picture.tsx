import type { PresetChoice } from '../../engine/film/preset-variants.ts';

/** The set, and what stands on it, in units of the drawing. */
const SETS = {
  full: { set: { x: 4, width: 112 }, top: 5.5, left: 4, width: 112, height: 63 },
  '14x9': { set: { x: 18, width: 84 }, top: 10, left: 18, width: 84, height: 54 },
  '4x3': { set: { x: 18, width: 84 }, top: 13.4, left: 18, width: 84, height: 47.2 },
} as const;

/** A set with a film on it: a speaker, and where the letters are. At 14:9 the sides of the house are cut. */
export function ShapePicture({ shape }: { shape: PresetChoice['shape'] }) {
  const { set, top, left, width, height } = SETS[shape];
  // The film is 16:9 in its own units of 16 by 9, in the middle of what is shown.
  const scale = height / 9;
  const middle = left + width / 2;
  const across = (x: number) => middle + (x - 8) * scale;
  const down = (y: number) => top + y * scale;
  const setTop = shape === 'full' ? top : 5.5;
  const setHeight = shape === 'full' ? height : 63;
  return (
    <svg class="shape" viewBox="0 0 120 74" aria-hidden="true">
      <rect x={set.x} y={setTop} width={set.width} height={setHeight} rx="3" fill="#000" />
      <svg x={left} y={top} width={width} height={height} viewBox={`${left} ${top} ${width} ${height}`}>
        <rect x={across(0)} y={down(0)} width={16 * scale} height={height} fill="#9cc7e0" />
        <rect x={across(0.4)} y={down(2.5)} width={2 * scale} height={6.5 * scale} fill="#b5652f" />
        <rect x={across(13.6)} y={down(2.5)} width={2 * scale} height={6.5 * scale} fill="#b5652f" />
        <circle cx={across(8)} cy={down(3.6)} r={1.7 * scale} fill="#7a4a2b" />
        <rect x={across(5.4)} y={down(5.6)} width={5.2 * scale} height={3.6 * scale} rx={1.6 * scale} fill="#a3324f" />
      </svg>
      <rect x={left + 8} y={top + height - 15} width={width * 0.56} height="8" fill="#fff" />
      <rect x={left + 11} y={top + height - 12.5} width={width * 0.44} height="3" fill="#35309c" />
      <rect
        x={set.x}
        y={setTop}
        width={set.width}
        height={setHeight}
        rx="3"
        fill="none"
        stroke="#8a8f98"
        stroke-width="2"
      />
    </svg>
  );
}
