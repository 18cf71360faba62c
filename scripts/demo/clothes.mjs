import { curve, ellipse, path, rect, shade } from './shapes.mjs';

export function pallu(look) {
  return path(
    'M -86 20 C -92 -122 92 -122 86 20 C 92 80 116 120 128 170 L -128 170 C -116 120 -92 80 -86 20 Z',
    shade(look.cloth, -0.28),
  );
}

export function palluRim(look) {
  const outer = 'M -140 190 C -112 130 -92 70 -88 10 C -92 -124 92 -124 88 10 C 92 70 112 130 140 190';
  const inner = 'L 98 180 C 82 120 72 60 70 4 C 66 -96 -66 -96 -70 4 C -72 60 -82 120 -98 180 Z';
  return (
    path(`${outer} ${inner}`, look.cloth) +
    curve('M -98 180 C -82 120 -72 60 -70 4 C -66 -96 66 -96 70 4 C 72 60 82 120 98 180', look.trim, 6)
  );
}

export function turban(look) {
  const { blouse } = look;
  return [
    path('M -78 -26 C -98 -136 98 -136 78 -26 C 46 -54 -46 -54 -78 -26 Z', blouse),
    curve('M -76 -34 C -40 -76 20 -92 62 -76', shade(blouse, -0.22), 4),
    curve('M -66 -62 C -34 -92 10 -102 40 -94', shade(blouse, -0.22), 4),
    curve('M -58 -40 C -10 -66 44 -62 70 -40', shade(blouse, 0.18), 4),
    path('M 66 -34 C 92 -20 96 30 88 74 L 72 66 C 78 30 76 0 60 -24 Z', shade(blouse, -0.12)),
  ].join('');
}

const SHOULDERS = 'M -44 96 C -100 112 -146 126 -162 190 L -184 620 L 184 620 L 162 190 C 146 126 100 112 44 96';

export function sareeBody(look) {
  return [
    path(`${SHOULDERS} Q 0 150 -44 96 Z`, look.blouse),
    path('M 44 92 C 100 110 146 126 162 190 L 184 620 L -184 620 L -176 330 C -90 300 10 210 44 92 Z', look.cloth),
    curve('M 42 96 C 10 210 -90 300 -176 332', look.trim, 8),
    curve('M 92 116 C 70 240 -30 350 -160 410', shade(look.cloth, -0.14), 4),
    curve('M 130 134 C 118 270 30 390 -120 470', shade(look.cloth, -0.14), 4),
    curve('M -30 112 Q 0 150 30 112', '#E8C86A', 3),
  ].join('');
}

export function kurtaBody(look) {
  return [
    path(`${SHOULDERS} Q 0 132 -44 96 Z`, look.cloth),
    path('M -44 96 Q 0 132 44 96 L 36 116 Q 0 142 -36 116 Z', shade(look.cloth, -0.12)),
    rect(-11, 128, 22, 150, shade(look.cloth, -0.1), 4),
    [160, 195, 230].map((y) => ellipse(0, y, 3.6, 3.6, look.trim)).join(''),
    curve('M -98 250 Q -80 380 -96 620', shade(look.cloth, -0.12), 4),
  ].join('');
}

export function waistcoatBody(look) {
  return [
    kurtaBody(look),
    path(
      'M -74 108 C -110 118 -134 132 -146 184 L -160 620 L -26 620 L -22 250 C -24 190 -44 140 -74 108 Z',
      look.blouse,
    ),
    path('M 74 108 C 110 118 134 132 146 184 L 160 620 L 26 620 L 22 250 C 24 190 44 140 74 108 Z', look.blouse),
  ].join('');
}

export function shirtBody(look) {
  const line = shade(look.cloth, -0.16);
  return [
    path(`${SHOULDERS} Q 0 128 -44 96 Z`, look.cloth),
    path('M -46 92 L 0 132 L -30 160 L -66 112 Z', shade(look.cloth, 0.18)),
    path('M 46 92 L 0 132 L 30 160 L 66 112 Z', shade(look.cloth, 0.18)),
    curve('M 0 134 L 0 620', line, 3),
    [180, 230, 280].map((y) => ellipse(0, y, 4, 4, look.trim)).join(''),
    curve('M 62 206 h 60 v 58 q -30 16 -60 0 Z', line, 3),
  ].join('');
}
