import { z } from 'zod';
import { readClip } from '../../domain/intake/index.ts';
import { listTroubled, makeFilmsAgain, sendDrawable } from '../../domain/render/index.ts';
import {
  CUT_LENGTHS,
  chooseCut,
  clipFrames,
  editSpot,
  findSpotSight,
  getSpot,
  listSpots,
  type Spot,
  type SpotDocument,
  spotDocument,
  takeBackSpot,
} from '../../domain/spots/index.ts';
import { HELPS } from '../../engine/film/shot-helps.ts';
import { StaleVersionError } from '../../kernel/etag.ts';
import { leadBack } from '../http/lead-back.ts';
import { pageContext } from '../http/page-context.ts';
import { personOf, type Route, type WebContext } from '../http/route.ts';
import { approvedStates } from '../intake/approved-states.ts';
import { listMaking } from '../intake/making.ts';
import { formatVtt } from './captions-vtt.ts';
import { noteOf, showSpot } from './show-spot.tsx';
import type { SpotView } from './spot-page.tsx';
import { SpotsPage } from './spots-page.tsx';

const seen = { who: 'signedIn', owner: 'reach', kind: 'page' } as const;
const made = { who: ['staff', 'admin'], owner: 'reach', kind: 'page' } as const;

export const spotPageRoutes: readonly Route[] = [
  { ...seen, method: 'GET', path: '/spots', summary: 'Spots in reach', handler: showSpots },
  {
    ...seen,
    method: 'GET',
    path: '/spots/:spotId',
    summary: 'My spot',
    handler: (c) => showSpot(c, spotOf(c), { notes: saidNotes(c) }),
  },
  {
    ...seen,
    method: 'GET',
    path: '/spots/:spotId/captions.vtt',
    summary: 'Captions over the proxy',
    handler: showCaptions,
  },
  { ...made, method: 'POST', path: '/spots/:spotId', summary: 'Save, without script', handler: save },
  { ...made, method: 'POST', path: '/spots/:spotId/send', summary: 'Save and send for review', handler: send },
  {
    ...made,
    method: 'POST',
    path: '/spots/:spotId/take-back',
    summary: 'Take back before approval',
    handler: takeBack,
  },
  { ...made, method: 'POST', path: '/spots/:spotId/make-again', summary: 'Make stopped films again', handler: again },
  ...leadBack(
    { ...seen, path: '/spots/:spotId' },
    ['send', 'captions', 'take-back', 'make-again'],
    (c) => `/spots/${spotOf(c).id}`,
  ),
];

function spotOf(c: WebContext): Spot {
  return getSpot(c.get('app').catalogue.rows, personOf(c), c.req.param('spotId') ?? '');
}

function showSpots(c: WebContext) {
  const spots = listSpots(c.get('app').catalogue.rows, personOf(c), { limit: 100 });
  const app = c.get('app');
  const context = pageContext(c);
  const ids = spots.map((spot) => spot.id);
  const onAir = approvedStates(app, ids, context.now);
  const troubled = listTroubled(app.jobs.desk, app.catalogue.rows, ids);
  return c.html(<SpotsPage context={context} spots={spots} making={listMaking(app)} {...{ onAir, troubled }} />);
}

/** What a redirect wanted to be said; only sentences of this page. */
function saidNotes(c: WebContext): SpotView['notes'] {
  const said = c.req.query('said');
  const t = c.get('t');
  if (said === 'spot.timed') return [{ tone: 'ok', icon: 'okc', text: t('spot.timed') }];
  return [];
}

function showCaptions(c: WebContext) {
  return c.body(formatVtt(spotOf(c).document.cues), 200, { 'content-type': 'text/vtt; charset=utf-8' });
}

const form = z.looseObject({
  version: z.coerce.number().int(),
  name: z.string(),
  village: z.string(),
  scheme: z.string(),
  look: z.string(),
  music: z.string().optional(),
  framing: z.string().optional(),
  figure: z.string().optional(),
  length: z.coerce.number(),
  from: z.coerce.number(),
});

async function save(c: WebContext) {
  const spot = spotOf(c);
  const outcome = await saveForm(c, spot);
  if (outcome instanceof Response) return outcome;
  return c.redirect(`/spots/${spot.id}`, 303);
}

async function send(c: WebContext) {
  const spot = spotOf(c);
  const outcome = await saveForm(c, spot);
  if (outcome instanceof Response) return outcome;
  const app = c.get('app');
  const parts = { catalogue: app.catalogue, blobs: app.blobs, projectRoot: app.config.projectRoot };
  const whole = clipFrames(readClip(app.catalogue.rows, spot.clipId));
  const sent = await sendDrawable(parts, personOf(c), spot.id, whole);
  if (!sent.ok) return showSpot(c, spotOf(c), { notes: [noteOf(c, sent.refusal)], status: 422 });
  return c.redirect(`/spots/${spot.id}`, 303);
}

/** Saves what the form holds; a Response when it could not be saved: the page again, with what was typed. */
async function saveForm(c: WebContext, spot: Spot): Promise<Response | undefined> {
  const fields = form.parse(await c.req.parseBody());
  const typed = spotDocument.safeParse(documentOf(spot, fields, cutOf(c, spot, fields)));
  if (!typed.success)
    return showSpot(c, spot, { notes: [{ tone: 'bad', text: c.get('t')('error.badRequest') }], status: 422 });
  try {
    const edited = editSpot(c.get('app'), personOf(c), {
      spotId: spot.id,
      version: fields.version,
      document: typed.data,
    });
    if (edited.ok) return undefined;
    // What was typed stays in its fields; a spot that was sent meanwhile shows what was sent.
    const kept = edited.refusal.code === 'spot.locked' ? {} : { typed: typed.data };
    return showSpot(c, spot, { notes: [noteOf(c, edited.refusal)], status: 422, ...kept });
  } catch (error) {
    if (!(error instanceof StaleVersionError)) throw error;
    // The page shows what was typed on top of the newer version: saving again is then a choice.
    const notes = [{ tone: 'wait' as const, text: c.get('t')('spot.stale') }];
    return showSpot(c, spot, { notes, status: 412, typed: typed.data });
  }
}

function documentOf(spot: Spot, fields: z.infer<typeof form>, cut: unknown): unknown {
  const texts = new Map(
    Object.entries(fields).flatMap(([name, value]) =>
      name.startsWith('cue.') ? [[name.slice(4), String(value)]] : [],
    ),
  );
  const cues = spot.document.cues
    .map((cue, index) => ({ ...cue, text: (texts.get(String(index)) ?? cue.text).trim() }))
    .filter((cue) => cue.text !== '');
  const rest = spot.document.cuts.slice(1).filter((cut) => cut.lengthSeconds !== fields.length);
  const helps = HELPS.filter((help) => fields[`help.${help}`] !== undefined);
  const figure = fields.figure ?? spot.document.figure;
  const changed = {
    ...(figure !== undefined && { figure }),
    name: fields.name,
    village: fields.village,
    scheme: fields.scheme,
    look: fields.look,
  };
  const music = fields.music === undefined ? {} : { music: fields.music };
  const framing = fields.framing === undefined ? {} : { framing: fields.framing };
  return {
    ...spot.document,
    ...changed,
    ...music,
    ...framing,
    helps: helps.length > 0 ? helps : undefined,
    cues,
    cuts: [cut, ...rest],
  } satisfies Partial<Record<keyof SpotDocument, unknown>>;
}

/** A cut that nobody moved keeps the end that the draft gave it; another length gets its own best part. */
function cutOf(c: WebContext, spot: Spot, { length, from }: z.infer<typeof form>): unknown {
  const [cut] = spot.document.cuts;
  if (!cut || cut.fromFrame !== from) return { lengthSeconds: length, fromFrame: from };
  if (cut.lengthSeconds === length) return cut;
  const { rows } = c.get('app').catalogue;
  const sight = findSpotSight(rows, spot.id);
  const known = CUT_LENGTHS.find((one) => one === length);
  const clip = { clipFrames: clipFrames(readClip(rows, spot.clipId)), speech: spot.spoken, sight };
  return known ? chooseCut(clip, known).cut : { lengthSeconds: length, fromFrame: from };
}

function again(c: WebContext) {
  const spot = spotOf(c);
  makeFilmsAgain(c.get('app'), personOf(c), spot);
  return c.redirect(`/spots/${spot.id}`, 303);
}

function takeBack(c: WebContext) {
  const spot = spotOf(c);
  const back = takeBackSpot(c.get('app'), personOf(c), spot.id);
  if (!back.ok) return showSpot(c, spot, { notes: [noteOf(c, back.refusal)], status: 422 });
  return c.redirect(`/spots/${spot.id}`, 303);
}
