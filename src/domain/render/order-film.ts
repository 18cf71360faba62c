import { captionRoom } from '../../engine/captions/caption-room.ts';
import type { CaptionCue } from '../../engine/captions/cue.ts';
import { withPoster } from '../../engine/film/choose-poster.ts';
import type { DeliveryPreset } from '../../engine/film/delivery-preset.ts';
import type { FilmOrder, Shot, ShotSource } from '../../engine/film/film-order.ts';
import { fitCues, placeCues, type ToldShot } from '../../engine/film/place-captions.ts';
import { placeMusic } from '../../engine/film/place-music.ts';
import { decideHelps } from '../../engine/film/shot-helps.ts';
import type { Look } from '../../engine/graphics/look.ts';
import type { SightMeasures } from '../../engine/senses/sight.ts';
import { FRAME_RATE, frames } from '../../kernel/frames.ts';
import type { Scheme } from '../directory/index.ts';
import { type CutOrder, cutEnd, type SpotDocument } from '../spots/index.ts';

export interface FilmMaterial {
  /** The spot's short number: house numbers are given at approval, when films are made already. */
  readonly number: string;
  readonly document: SpotDocument;
  readonly cut: CutOrder;
  readonly source: ShotSource;
  /** What was seen of the person when the spot was drafted. */
  readonly looks?: Shot['looks'];
  /** By which the helps that are switched on are measured out. */
  readonly measured?: SightMeasures | undefined;
  /** Where the clip is spoken in: a caption that must be cut in two is cut over the voice. */
  readonly voice: ToldShot['voice'];
  readonly scheme: Scheme;
  readonly districtName: string;
  readonly department: string;
  readonly look: Look;
  readonly presets: readonly DeliveryPreset[];
}

/** The order of one cut's films: the document's part of the clip, its captions moved into film time, its words. */
export function orderFilm(material: FilmMaterial): FilmOrder {
  const { document, cut, scheme, presets } = material;
  const shot = shotOf(material);
  const { language } = document;
  const told: ToldShot = { shot, clipStart: frames(0), voice: material.voice };
  return withPoster({
    // Only a slate says it: a film without one stays the same film.
    ...(presets.some(({ slated }) => slated) && { number: material.number }),
    shots: [shot],
    lengthFrames: frames(cut.lengthSeconds * FRAME_RATE),
    endCardFrom: frames(shot.toFrame - shot.fromFrame),
    texts: lowerThirdTexts(document, material.districtName),
    scheme: filmScheme(scheme, language),
    department: material.department,
    look: material.look,
    ...(document.figure && { quote: document.figure }),
    markCorner: 'left',
    cues: placeCaptions(material, told),
    music: placeMusic({ choice: document.music ?? 'none', look: document.look }, [told]),
    language,
    presets,
  });
}

/** A scheme as films in this language show it. */
export function filmScheme(
  { names, colour, helpline, office, url }: Scheme,
  language: SpotDocument['language'],
): NonNullable<FilmOrder['scheme']> {
  return { names: names[language], colour, helpline, office: office?.[language], url };
}

function shotOf({ document, cut, source, looks, measured }: FilmMaterial): Shot {
  const { fromFrame, voiceToFrame } = cut;
  const toFrame = cutEnd(cut);
  const shown = looks?.filter((look) => look.atFrame >= fromFrame && look.atFrame < toFrame);
  const heard = voiceToFrame !== undefined && { voiceToFrame };
  const helps = document.helps?.length ? { helps: decideHelps(document.helps, measured) } : {};
  const { framing = 'face' } = document;
  const framed = framing === 'face' ? {} : { framing };
  return { source, fromFrame, toFrame, ...heard, ...(shown && { looks: shown }), ...framed, ...helps };
}

/** Longest form first: village with its district, then the district alone, which is never dropped (film looks: fit). */
export function lowerThirdTexts(
  { name, village, benefit, language }: SpotDocument,
  districtName: string,
): FilmOrder['texts'] {
  const district = language === 'hi' ? `ज़िला ${districtName}` : `${districtName} district`;
  const place = village === '' ? [district] : [`${village} · ${district}`, district];
  return { name, place, ...(benefit && { benefit }) };
}

/** Lines where Hindi breathes, or where a person put a break; a caption too long for the picture becomes several. */
function placeCaptions({ document, look }: FilmMaterial, told: ToldShot): CaptionCue[] {
  const { cues, name, village } = document;
  const room = captionRoom(look, 'sd', [name, village].filter(Boolean));
  const lined = cues.map(({ startFrame, endFrame, text }) => ({ startFrame, endFrame, lines: linesOf(text) }));
  return placeCues(fitCues(lined, told.voice, room), [told]);
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}
