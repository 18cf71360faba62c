import { findSidecar, listDeliverables } from '../domain/render/index.ts';
import { findCut, getSpot } from '../domain/spots/index.ts';
import { NotFoundError } from '../kernel/not-found.ts';
import { personOf, type Route, type WebContext } from '../web/http/route.ts';
import { serveBlob } from '../web/http/serve-blob.ts';

const read = { who: 'signedIn', owner: 'reach', kind: 'api' } as const;

export const cutRoutes: readonly Route[] = [
  {
    ...read,
    method: 'GET',
    path: '/api/v1/cuts/:cutId',
    summary: 'One cut with its films and their QC',
    handler: show,
  },
  {
    ...read,
    method: 'GET',
    path: '/api/v1/cuts/:cutId/films/:preset',
    summary: 'One film of a cut (Range)',
    handler: serveFilm,
  },
  {
    ...read,
    method: 'GET',
    path: '/api/v1/cuts/:cutId/sidecars/:kind',
    summary: 'Its poster or captions',
    handler: serveSidecar,
  },
];

function cutOf(c: WebContext) {
  const { rows } = c.get('app').catalogue;
  const cut = findCut(rows, c.req.param('cutId') ?? '');
  if (!cut) throw new NotFoundError('cut');
  return { cut, spot: getSpot(rows, personOf(c), cut.spotId) };
}

function show(c: WebContext) {
  const { cut, spot } = cutOf(c);
  const films = listDeliverables(c.get('app').catalogue.rows, [cut.id]).map(
    ({ preset, blob, sizeBytes, frames, qc, locked, extension }) => ({
      preset,
      sha256: blob,
      bytes: sizeBytes,
      frames,
      extension,
      qc,
      released: locked,
    }),
  );
  return c.json({ ...cut, spot: spot.id, films });
}

const TYPES: Readonly<Record<string, string>> = {
  mp4: 'video/mp4',
  mpg: 'video/mpeg',
  ts: 'video/mp2t',
  mxf: 'application/mxf',
};

function serveFilm(c: WebContext) {
  const app = c.get('app');
  const { cut } = cutOf(c);
  const preset = c.req.param('preset') ?? '';
  const film = listDeliverables(app.catalogue.rows, [cut.id]).find((made) => made.preset === preset);
  if (!film) throw new NotFoundError('film');
  return serveBlob(c, app.blobs, { hash: film.blob, type: TYPES[film.extension] ?? 'application/octet-stream' });
}

const SIDECAR_TYPES = {
  poster: 'image/jpeg',
  srt: 'application/x-subrip; charset=utf-8',
  vtt: 'text/vtt; charset=utf-8',
} as const;

function serveSidecar(c: WebContext) {
  const app = c.get('app');
  const { cut } = cutOf(c);
  const kind = (['poster', 'srt', 'vtt'] as const).find((one) => one === c.req.param('kind'));
  const hash = kind && findSidecar(app.catalogue.rows, cut.id, kind);
  if (!kind || !hash) throw new NotFoundError('sidecar');
  return serveBlob(c, app.blobs, { hash, type: SIDECAR_TYPES[kind] });
}
