import { kurtaBody, pallu, palluRim, sareeBody, shirtBody, turban, waistcoatBody } from './clothes.mjs';
import { curve, ellipse, path, rect, shade } from './shapes.mjs';

/**
 * A person from the waist up, drawn round the middle of the face (0,0); the face is about 124 wide and 160 high.
 * `look` is a clip's look; `pose`: mouth, sharp, blink, brow, hand 0..1, breath -1..1, nod and sway in pixels, lean and
 * wrist in degrees.
 */
export function drawPerson(look, pose) {
  const kind = KINDS[look.person];
  const head = `<g transform="translate(${pose.sway * 0.6} ${pose.nod}) rotate(${pose.sway * 0.35} 0 80)">`;
  return [
    // The whole person leans from the hips, far below the picture's edge.
    `<g transform="rotate(${pose.lean.toFixed(3)} 0 520)">`,
    head,
    kind.behind?.(look) ?? '',
    '</g>',
    neck(look),
    // Breathing lifts the shoulders.
    `<g transform="translate(0 ${(-pose.breath * 1.6).toFixed(2)}) scale(${(1 + pose.breath * 0.006).toFixed(4)} 1)">`,
    kind.body(look),
    '</g>',
    head,
    face(look, pose, kind),
    kind.hair(look),
    '</g>',
    arm(look, pose, kind),
    '</g>',
  ].join('');
}

const KINDS = {
  saree: { woman: true, body: sareeBody, behind: pallu, hair: (look) => hairParted(look, '#2B1D18') + palluRim(look) },
  'saree-elder': {
    woman: true,
    old: true,
    body: sareeBody,
    behind: pallu,
    hair: (look) => hairParted(look, '#8D8681') + palluRim(look),
  },
  plait: {
    woman: true,
    body: sareeBody,
    behind: () => longHair('#1F1512'),
    hair: (look) => hairParted(look, '#1F1512'),
  },
  turban: { moustache: '#4A4440', body: kurtaBody, hair: turban },
  elder: { beard: '#E4E0DA', old: true, body: waistcoatBody, hair: () => shortHair('#CFCAC3') },
  shirt: { moustache: '#20150F', body: shirtBody, hair: () => shortHair('#20150F') },
  kurta: { moustache: '#2A1D15', glasses: true, body: kurtaBody, hair: () => shortHair('#3A322C') },
};

function neck(look) {
  const dark = shade(look.skin, -0.16);
  return path('M -30 50 L -32 112 Q 0 140 32 112 L 30 50 Z', dark);
}

function face(look, pose, kind) {
  const { skin } = look;
  const chin = 82 + pose.mouth * 4;
  return [
    ellipse(-63, 0, 11, 18, shade(skin, -0.08)),
    ellipse(63, 0, 11, 18, shade(skin, -0.08)),
    path(`M -62 -22 C -64 -92 64 -92 62 -22 C 62 36 42 ${chin} 0 ${chin} C -42 ${chin} -62 36 -62 -22 Z`, skin),
    ellipse(-36, 28, 15, 10, '#C8553D', 0.13),
    ellipse(36, 28, 15, 10, '#C8553D', 0.13),
    kind.beard ? beard(kind.beard, chin) : '',
    eye(-26, pose, kind),
    eye(26, pose, kind),
    brow(-26, pose, kind, look),
    brow(26, pose, kind, look),
    curve('M 1 -4 C 4 10 11 21 4 25 C 0 27 -5 27 -8 24', shade(skin, -0.3), 3),
    kind.old ? wrinkles(skin) : '',
    mouth(pose, kind),
    kind.moustache ? moustache(kind.moustache) : '',
    kind.beard ? moustache(kind.beard) : '',
    kind.glasses ? glasses() : '',
    kind.woman ? jewellery(look) : '',
  ].join('');
}

function eye(x, pose, kind) {
  const open = 1 - pose.blink;
  if (open < 0.2) return curve(`M ${x - 12} -7 Q ${x} -1 ${x + 12} -7`, '#2A1A12', 3);
  const height = (kind.old ? 7.5 : 8.5) * open;
  return [
    ellipse(x, -8, 12.5, height, '#FBF8F3'),
    ellipse(x + pose.sway * 0.25, -8, 6.2, Math.min(6.2, height), '#2E1B12'),
    ellipse(x + 2, -10.5, 1.8, 1.8 * open, '#FFFFFF'),
    curve(
      `M ${x - 13} ${-8 - height * 0.35} Q ${x} ${-9.5 - height * 1.15} ${x + 13} ${-8 - height * 0.35}`,
      '#2A1A12',
      kind.woman ? 3.6 : 2.6,
    ),
  ].join('');
}

function brow(x, pose, kind, look) {
  const lift = -31 - pose.brow * 4;
  const colour = kind.old ? '#9B948D' : shade(look.skin, -0.72);
  return curve(`M ${x - 15} ${lift + 4} Q ${x} ${lift - 4} ${x + 15} ${lift + 4}`, colour, kind.woman ? 3.4 : 5);
}

function mouth(pose, kind) {
  const lip = kind.woman ? '#A8434B' : '#8A4A3E';
  if (pose.mouth < 0.08) return curve('M -19 47 Q 0 57 19 47', lip, 4);
  const wide = 17 + pose.sharp * 6 - pose.mouth * 2;
  const high = 2.5 + pose.mouth * 13 * (1 - pose.sharp * 0.5);
  return [
    `<ellipse cx="0" cy="49" rx="${wide}" ry="${high}" fill="#5A1D1E" stroke="${lip}" stroke-width="4"/>`,
    high > 5 ? ellipse(0, 49 + high * 0.5, wide * 0.55, high * 0.36, '#B5575C') : '',
    high > 4 ? rect(-wide * 0.6, 49 - high * 0.86, wide * 1.2, Math.min(4.5, high * 0.45), '#FFFDF8', 2) : '',
  ].join('');
}

const moustache = (colour) =>
  path('M 0 32 C 12 26 26 32 31 42 C 18 39 8 39 0 38 C -8 39 -18 39 -31 42 C -26 32 -12 26 0 32 Z', colour);

const beard = (colour, chin) =>
  path(
    `M -61 6 C -60 40 -46 ${chin + 16} 0 ${chin + 20} C 46 ${chin + 16} 60 40 61 6 C 54 34 38 36 26 34 L -26 34 C -38 36 -54 34 -61 6 Z`,
    colour,
  );

const wrinkles = (skin) =>
  [
    curve('M -34 -50 Q 0 -56 34 -50', shade(skin, -0.14), 2),
    curve('M -47 -2 q -5 3 -7 7', shade(skin, -0.2), 2),
    curve('M 47 -2 q 5 3 7 7', shade(skin, -0.2), 2),
  ].join('');

const glasses = () =>
  [
    '<g fill="#FFFFFF" fill-opacity="0.12" stroke="#3B3B40" stroke-width="3.2">',
    '<rect x="-46" y="-24" width="38" height="32" rx="12"/><rect x="8" y="-24" width="38" height="32" rx="12"/></g>',
    curve('M -8 -10 Q 0 -15 8 -10', '#3B3B40', 3),
  ].join('');

const jewellery = (look) =>
  [
    ellipse(0, -44, 4.2, 4.2, '#9C1F35'),
    ellipse(-63, 22, 5, 6.5, look.trim),
    ellipse(63, 22, 5, 6.5, look.trim),
    ellipse(11, 22, 2.4, 2.4, '#F2D27A'),
  ].join('');

const hairParted = (_look, colour) =>
  path('M -67 6 C -80 -104 80 -104 67 6 C 66 -34 38 -58 2 -64 L 0 -78 L -2 -64 C -38 -58 -66 -34 -67 6 Z', colour) +
  curve('M 0 -82 L 0 -64', shade(colour, 0.25), 2);

const longHair = (colour) =>
  path(
    'M -70 -10 C -86 -112 86 -112 70 -10 C 74 40 70 96 78 150 C 86 210 60 250 50 250 C 44 180 60 120 40 70 L -40 70 C -62 60 -70 30 -70 -10 Z',
    colour,
  );

const shortHair = (colour) =>
  path(
    'M -66 2 C -80 -106 80 -106 66 2 C 64 -22 60 -36 52 -46 C 20 -38 -16 -44 -36 -56 C -52 -44 -62 -24 -66 2 Z',
    colour,
  );

// The hand that speaks along: elbow at the side, hand rising with `pose.hand`.
function arm(look, pose, kind) {
  const sleeve = kind.woman
    ? look.blouse
    : kind.body === waistcoatBody
      ? shade(look.cloth, -0.06)
      : shade(look.cloth, -0.06);
  const hand = { x: -92 + pose.hand * 22 + pose.wrist * 0.6, y: 312 - pose.hand * 112 };
  const elbow = { x: -168, y: 330 };
  const wrist = { x: hand.x - 22, y: hand.y + 20 };
  const cuff = kind.woman
    ? ''
    : curve(`M ${elbow.x} ${elbow.y} L ${mid(elbow.x, wrist.x)} ${mid(elbow.y, wrist.y)}`, sleeve, 50);
  return [
    curve(`M -140 186 L ${elbow.x} ${elbow.y}`, sleeve, 56),
    curve(`M ${elbow.x} ${elbow.y} L ${wrist.x} ${wrist.y}`, shade(look.skin, -0.05), 34),
    cuff,
    kind.woman ? curve(`M ${wrist.x - 22} ${wrist.y - 8} L ${wrist.x - 4} ${wrist.y + 18}`, look.trim, 6) : '',
    `<g transform="translate(${hand.x} ${hand.y}) rotate(${(38 - pose.hand * 24 + pose.wrist).toFixed(2)})">`,
    ellipse(0, 0, 27, 20, look.skin),
    [-11, -3, 5, 12]
      .map((y, at) => curve(`M 14 ${y} L ${40 - Math.abs(at - 1.5) * 4} ${y * 1.15 - 2}`, look.skin, 9))
      .join(''),
    curve('M -6 -12 L 12 -32', look.skin, 10),
    '</g>',
  ].join('');
}

const mid = (a, b) => a + (b - a) * 0.55;
