import { join } from 'node:path';
import { findPersonRow } from '../../domain/accounts/index.ts';
import { listLookVersions, listSchemes, STATE } from '../../domain/directory/index.ts';
import { LOOK_FRAMES } from '../../engine/film/draw-look-frame.ts';
import { readLook } from '../../engine/graphics/look.ts';
import { changedNames, NO_CHANGE } from '../../engine/graphics/look-change.ts';
import type { LookName } from '../../engine/graphics/look-names.ts';
import { RefusalError } from '../../kernel/refusal.ts';
import { pageContext } from '../http/page-context.ts';
import type { FormFields } from '../http/read-form.ts';
import type { WebContext } from '../http/route.ts';
import { messageIn } from '../locales/index.ts';
import { type LookTyped, readLookForm } from './look-form.ts';
import { LookPage, type LookView } from './look-page.tsx';
import { placeName } from './look-place.ts';
import { dressWished, judgeLook, type LookNote, sampleScheme } from './look-sample.ts';

/** As it ships, for every place. */
export function shippedLook(c: WebContext, look: LookName) {
  return readLook(join(c.get('app').config.projectRoot, 'watermarks', look));
}

export type ShownLook = Pick<LookView, 'look' | 'place' | 'version' | 'typed' | 'why'> &
  Partial<Pick<LookView, 'said'>>;

/** The page of a look as somebody typed it; `fields`: what else stood in the form. */
export async function drawLook(c: WebContext, shown: ShownLook, status: 200 | 412 | 422 = 200, fields?: FormFields) {
  const { look, place, typed } = shown;
  const scheme = sampleScheme(c, fields?.text('scheme'));
  const language = fields?.text('language') === 'en' ? 'en' : fields ? 'hi' : c.get('language');
  const frames = (['16x9', '9x16'] as const).flatMap((aspect) =>
    LOOK_FRAMES.map((frame) => ({
      ...{ frame, aspect },
      src: frameSrc(look, { typed, place }, { frame, aspect, language, scheme: scheme.code }),
    })),
  );
  const schemes = listSchemes(c.get('app').catalogue.rows).map(({ code, names }) => ({
    value: code,
    label: names[c.get('language')][0] ?? code,
  }));
  const view: LookView = {
    ...shown,
    placeName: placeName(c, place),
    notes: await notesOf(c, shown, scheme.code),
    frames: { frames, language, scheme: scheme.code, schemes },
    history: viewHistory(c, look, place),
  };
  return c.html(<LookPage context={pageContext(c)} view={view} />, status);
}

/** Nothing is said of a look that has fields at fault: those come first. */
async function notesOf(c: WebContext, { look, place, typed }: ShownLook, scheme: string): Promise<readonly LookNote[]> {
  const read = readLookForm(typed, await shippedLook(c, look));
  if ('faults' in read) return [];
  try {
    const standing = await dressWished(c, { look, place }, read.wished);
    return judgeLook(c, standing, sampleScheme(c, scheme)).notes;
  } catch (error) {
    // Its mark is gone: the page stands all the same, for here another one is chosen.
    if (!(error instanceof RefusalError)) throw error;
    return [{ tone: 'bad', text: messageIn(c.get('language'), error.refusal.user, error.refusal.params) }];
  }
}

const SHOWN_VERSIONS = 10;

function viewHistory(c: WebContext, look: LookName, place: string): LookView['history'] {
  const { rows } = c.get('app').catalogue;
  const found = listLookVersions(rows, { look, place, limit: SHOWN_VERSIONS + 1 });
  const versions = found.slice(0, SHOWN_VERSIONS).map(({ version, change, madeBy, madeAt }, index) => ({
    version,
    by: findPersonRow(rows, { id: madeBy })?.name ?? madeBy,
    at: new Date(madeAt),
    changed: changedNames(found[index + 1]?.change ?? NO_CHANGE, change).map((name) => sayName(c, name)),
  }));
  return {
    versions,
    changed: changedNames(found[0]?.change ?? NO_CHANGE, NO_CHANGE).length > 0,
    below: place === STATE ? 'shipped' : 'state',
  };
}

/** `colours.ink` or `words.hi.call` as the page calls it. */
function sayName(c: WebContext, name: string): string {
  const [part, one = '', two = ''] = name.split('.');
  const say = (key: string) => messageIn(c.get('language'), key);
  if (part === 'colours') return say(`look.role.${one}`);
  if (part === 'mark') return say('look.mark');
  const language = say(one === 'en' ? 'admin.inEnglish' : 'admin.inHindi');
  return `${say(`look.word.${part === 'department' ? 'department' : two}`)} (${language})`;
}

/** Address of a frame of the look as it is typed. */
export function frameSrc(
  look: LookName,
  { typed, place }: { typed: LookTyped; place: string },
  shown: Readonly<Record<string, string>>,
): string {
  return `/admin/looks/${look}/frame.png?${new URLSearchParams({ place, ...shown, ...typed })}`;
}
