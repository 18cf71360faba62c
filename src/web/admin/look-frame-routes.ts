import { join } from 'node:path';
import { z } from 'zod';
import { keepMark, type StandingLook } from '../../domain/directory/index.ts';
import { drawLookFrame, LOOK_FRAMES, readScene } from '../../engine/film/draw-look-frame.ts';
import { SAMPLE_WORDS } from '../../engine/graphics/sample-film.ts';
import { type Decision, unwrap } from '../../kernel/refusal.ts';
import { HttpRefusal } from '../http/http-refusal.ts';
import { readForm } from '../http/read-form.ts';
import { personOf, type Route, type WebContext } from '../http/route.ts';
import { messageIn } from '../locales/index.ts';
import { type LookField, readLookForm, typedFields } from './look-form.ts';
import { lookOf, placeOf } from './look-place.ts';
import { dressWished, judgeLook, type LookNote, sampleOrder, sampleScheme } from './look-sample.ts';
import { whyOf } from './look-why.ts';
import { shippedLook } from './view-look.tsx';

const page = { who: ['admin'], owner: 'reach', kind: 'page' } as const;

export const lookFrameRoutes: readonly Route[] = [
  {
    ...page,
    method: 'GET',
    path: '/admin/looks/:look/frame.png',
    summary: 'One frame of a look as it is typed, kept or not (PNG)',
    handler: showFrame,
  },
  {
    ...page,
    method: 'GET',
    path: '/admin/looks/:look/check',
    summary: 'What there is to say of a look as it is typed',
    handler: checkLook,
  },
  {
    ...page,
    method: 'POST',
    path: '/admin/looks/marks',
    summary: 'Hand in a department’s mark (PNG)',
    readsForm: true,
    handler: takeMark,
  },
];

const query = z.object({
  place: z.string().optional(),
  frame: z.enum(LOOK_FRAMES).catch('lowerThird'),
  aspect: z.enum(['16x9', '9x16']).catch('16x9'),
  language: z.enum(['hi', 'en']).catch('hi'),
  scheme: z.string().optional(),
});

/** Px: two stand beside each other on a desk, one on a phone. */
const WIDTHS = { '16x9': 480, '9x16': 270 } as const;

async function showFrame(c: WebContext) {
  const { frame, aspect, language, scheme } = query.parse(c.req.query());
  const app = c.get('app');
  const standing = await typedLook(c);
  if ('faults' in standing) throw new HttpRefusal(400, 'error.badRequest');
  const film = sampleOrder(standing, sampleScheme(c, scheme), { aspect, language });
  const order = {
    film,
    frame,
    ground: await readScene(join(app.config.projectRoot, 'watermarks/shared'), aspect),
    caption: SAMPLE_WORDS[language].lines.join(' '),
  };
  const png = unwrap(await drawLookFrame({ ...order, width: WIDTHS[aspect] }, () => app.media()));
  return c.body(new Uint8Array(png), 200, { 'content-type': 'image/png', 'cache-control': 'private, max-age=600' });
}

async function checkLook(c: WebContext) {
  const standing = await typedLook(c);
  if ('faults' in standing) {
    const notes: LookNote[] = [{ tone: 'bad', text: c.get('t')('look.frameFailed') }];
    return c.json({ notes, why: whyOf(c, standing.faults, undefined) });
  }
  return c.json({ notes: judgeLook(c, standing, sampleScheme(c, c.req.query('scheme'))).notes });
}

/** The look as the form in front of somebody says it, or the fields that say nothing that can be drawn. */
async function typedLook(c: WebContext): Promise<StandingLook | { faults: LookField[] }> {
  const look = lookOf(c);
  const place = placeOf(c, c.req.query('place'));
  const read = readLookForm(
    typedFields((name) => c.req.query(name)),
    await shippedLook(c, look),
  );
  if ('faults' in read) return read;
  return dressWished(c, { look, place }, read.wished);
}

async function takeMark(c: WebContext) {
  const came: Decision<string>[] = [];
  await readForm(c, async (file) => void came.push(await keepMark(c.get('app'), personOf(c), file.bytes)));
  const [kept] = came;
  if (!kept) throw new HttpRefusal(400, 'error.badRequest');
  if (kept.ok) return c.json({ mark: kept.value }, 201);
  return c.json({ message: messageIn(c.get('language'), kept.refusal.user, kept.refusal.params) }, 422);
}
