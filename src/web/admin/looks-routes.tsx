import { z } from 'zod';
import { findOwnLook, keepMark, restoreLook, STATE, saveLook, standingChange } from '../../domain/directory/index.ts';
import { LOOKS } from '../../domain/spots/index.ts';
import { changedNames, NO_CHANGE } from '../../engine/graphics/look-change.ts';
import type { LookName } from '../../engine/graphics/look-names.ts';
import { StaleVersionError } from '../../kernel/etag.ts';
import { pageContext } from '../http/page-context.ts';
import { readForm } from '../http/read-form.ts';
import { personOf, type Route, type WebContext } from '../http/route.ts';
import { messageIn } from '../locales/index.ts';
import { type LookTyped, readLookForm, typedFields, typeLook } from './look-form.ts';
import { keptPlaces, lookOf, placeOf } from './look-place.ts';
import { dressWished, judgeLook, sampleScheme } from './look-sample.ts';
import { whyOf } from './look-why.ts';
import { LooksPage } from './looks-page.tsx';
import { drawLook, frameSrc, shippedLook } from './view-look.tsx';

const page = { who: ['admin'], owner: 'reach', kind: 'page' } as const;

export const looksPageRoutes: readonly Route[] = [
  { ...page, method: 'GET', path: '/admin/looks', summary: 'The looks of films', handler: showLooks },
  { ...page, method: 'GET', path: '/admin/looks/:look', summary: 'A look of a place', handler: showLook },
  {
    ...page,
    method: 'POST',
    path: '/admin/looks/:look',
    summary: 'Change a look of a place',
    readsForm: true,
    handler: editLook,
  },
  {
    ...page,
    method: 'POST',
    path: '/admin/looks/:look/restore',
    summary: 'Bring back a look as it was, or as it ships',
    handler: bringBack,
  },
];

async function showLooks(c: WebContext) {
  const place = placeOf(c, c.req.query('place'));
  const { rows } = c.get('app').catalogue;
  const looks = await Promise.all(
    LOOKS.map(async (look) => {
      const standing = standingChange(rows, look, place);
      const typed = typeLook(await shippedLook(c, look), standing);
      const src = frameSrc(
        look,
        { typed, place },
        { frame: 'lowerThird', aspect: '16x9', language: c.get('language') },
      );
      return { look, src, stands: standsOn(c, look, place) };
    }),
  );
  return c.html(<LooksPage context={pageContext(c)} view={{ place, places: keptPlaces(c), looks }} />);
}

function standsOn(c: WebContext, look: LookName, place: string): 'own' | 'state' | 'shipped' {
  const { rows } = c.get('app').catalogue;
  const isChanged = (where: string) => changedNames(findOwnLook(rows, look, where).change, NO_CHANGE).length > 0;
  if (isChanged(place)) return 'own';
  return place !== STATE && isChanged(STATE) ? 'state' : 'shipped';
}

async function showLook(c: WebContext) {
  const [look, place] = [lookOf(c), placeOf(c, c.req.query('place'))];
  const { rows } = c.get('app').catalogue;
  const typed = typeLook(await shippedLook(c, look), standingChange(rows, look, place));
  const { version } = findOwnLook(rows, look, place);
  const saved = c.req.query('said') === 'saved' && version > 0;
  const said = saved ? ({ tone: 'ok', text: c.get('t')('look.saved'), undoTo: version - 1 } as const) : undefined;
  return drawLook(c, { look, place, version, typed, why: {}, said });
}

async function editLook(c: WebContext) {
  const look = lookOf(c);
  const app = c.get('app');
  let own: string | undefined;
  let markWhy: string | undefined;
  const fields = await readForm(c, async (file) => {
    const kept = await keepMark(app, personOf(c), file.bytes);
    if (kept.ok) own = kept.value;
    else markWhy = messageIn(c.get('language'), kept.refusal.user, kept.refusal.params);
  });
  const place = placeOf(c, fields.text('place'));
  const mark = own ?? (fields.text('markAway') ? 'drawn' : fields.text('mark'));
  const typed = { ...typedFields((name) => fields.text(name)), mark };
  const version = Number(fields.text('version')) || 0;
  const form = { look, place, version, typed };
  const read = readLookForm(typed, await shippedLook(c, look));
  if ('faults' in read) return drawLook(c, { ...form, why: whyOf(c, read.faults, markWhy) }, 422);
  if (markWhy) return drawLook(c, { ...form, why: { mark: markWhy } }, 422);
  if (fields.text('act') === 'look') return drawLook(c, { ...form, why: {} }, 200, fields);
  const standing = await dressWished(c, { look, place }, read.wished);
  if (!judgeLook(c, standing, sampleScheme(c, fields.text('scheme'))).fits)
    return drawLook(c, { ...form, why: {} }, 422, fields);
  return keep(c, { ...form, wished: read.wished });
}

async function keep(c: WebContext, wish: Parameters<typeof saveLook>[2] & { readonly typed: LookTyped }) {
  const { catalogue, config } = c.get('app');
  const { look, place, typed } = wish;
  try {
    await saveLook({ catalogue, projectRoot: config.projectRoot }, personOf(c), wish);
  } catch (error) {
    if (!(error instanceof StaleVersionError)) throw error;
    const { version } = findOwnLook(catalogue.rows, look, place);
    const said = { tone: 'bad' as const, text: c.get('t')('admin.stale') };
    return drawLook(c, { look, place, version, typed, why: {}, said }, 412);
  }
  return c.redirect(`/admin/looks/${look}?place=${place}&said=saved`, 303);
}

const restoring = z.object({
  place: z.string().max(10),
  version: z.coerce.number().int().nonnegative(),
  to: z.coerce.number().int().nonnegative(),
});

async function bringBack(c: WebContext) {
  const look = lookOf(c);
  const wish = restoring.parse(await c.req.parseBody());
  const place = placeOf(c, wish.place);
  restoreLook(c.get('app'), personOf(c), { look, place, version: wish.version, to: wish.to });
  return c.redirect(`/admin/looks/${look}?place=${place}&said=saved`, 303);
}
