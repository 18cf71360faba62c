import {
  changeBelow,
  dressLook,
  findScheme,
  type LookOf,
  listSchemes,
  type Scheme,
  type StandingLook,
} from '../../domain/directory/index.ts';
import { filmScheme } from '../../domain/render/index.ts';
import { type FilmOrder, layFilm } from '../../engine/graphics/lay-film.ts';
import { ASPECTS, type Aspect } from '../../engine/graphics/layers.ts';
import { joinChanges, type LookChange } from '../../engine/graphics/look-change.ts';
import { sampleFilm } from '../../engine/graphics/sample-film.ts';
import { schemeColours } from '../../engine/graphics/scheme-colour.ts';
import type { Tone } from '../frame/tone.ts';
import type { WebContext } from '../http/route.ts';
import { type MessageKey, messageIn } from '../locales/index.ts';

export interface LookNote {
  readonly tone?: Tone;
  readonly text: string;
}

/** The look as it would stand with this change of the place's. */
export function dressWished(c: WebContext, { look, place }: LookOf, wished: LookChange): Promise<StandingLook> {
  const { blobs, catalogue, config } = c.get('app');
  const whole = joinChanges(changeBelow(catalogue.rows, look, place), wished);
  return dressLook({ blobs, projectRoot: config.projectRoot }, look, whole);
}

/** The scheme that a sample film is about: the one asked for, or the most used. */
export function sampleScheme(c: WebContext, code: string | undefined): Scheme {
  const { rows } = c.get('app').catalogue;
  const scheme = (code && findScheme(rows, code)) || listSchemes(rows)[0];
  if (!scheme) throw new Error('no scheme was loaded');
  return scheme;
}

/** A film of made-up words about a real scheme, in this look. */
export function sampleOrder(
  { look, department }: StandingLook,
  scheme: Scheme,
  { aspect, language }: { readonly aspect: Aspect; readonly language: 'hi' | 'en' },
): FilmOrder {
  const shown = filmScheme(scheme, language);
  return sampleFilm({ look, aspect, language, scheme: shown, department: department[language] });
}

/**
 * What there is to say of a look before it is kept: words that fit no canvas (then it may not be), colours that are drawn
 * otherwise than they were chosen.
 */
export function judgeLook(c: WebContext, standing: StandingLook, scheme: Scheme): { fits: boolean; notes: LookNote[] } {
  const language = c.get('language');
  const t = c.get('t');
  const refusals = ASPECTS.flatMap((aspect) =>
    (['hi', 'en'] as const).flatMap((spoken) => {
      const laid = layFilm(sampleOrder(standing, scheme, { aspect, language: spoken }));
      return laid.ok ? [] : [messageIn(language, laid.refusal.user, laid.refusal.params)];
    }),
  );
  const mended = standing.mended.map(({ role, chosen, drawn }) =>
    t('look.mended', { role: t(`look.role.${role}` satisfies MessageKey), chosen, drawn }),
  );
  const { ground } = schemeColours(scheme.colour, standing.look);
  const moved =
    ground === scheme.colour ? [] : [t('look.schemeMoved', { scheme: scheme.names[language].at(-1) ?? '', ground })];
  return {
    fits: refusals.length === 0,
    notes: [
      ...[...new Set(refusals)].map((text) => ({ tone: 'bad' as const, text })),
      ...mended.map((text) => ({ tone: 'wait' as const, text })),
      ...moved.map((text) => ({ text })),
    ],
  };
}
