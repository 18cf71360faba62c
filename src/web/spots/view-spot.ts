import { findDistrict, findScheme, listSchemes } from '../../domain/directory/index.ts';
import { type Clip, readClip } from '../../domain/intake/index.ts';
import { listComments } from '../../domain/review/index.ts';
import {
  bodyFrames,
  CUT_LENGTHS,
  type CutOrder,
  chooseCut,
  clipFrames,
  cutEnd,
  decideFigure,
  findSpotSight,
  LOOKS,
  listCuts,
  type Spot,
  type SpotSight,
  suggestFigures,
} from '../../domain/spots/index.ts';
import type { HelpName } from '../../engine/film/shot-helps.ts';
import { BED_NAMES, MUSIC_CHOICES } from '../../engine/music/bed-names.ts';
import { frames } from '../../kernel/frames.ts';
import { wayToConsent } from '../consent/consents-routes.tsx';
import { formatLength } from '../frame/format.ts';
import type { WebContext } from '../http/route.ts';
import type { ClipState } from '../intake/clip-card.tsx';
import { listMaking } from '../intake/making.ts';
import { messageIn } from '../locales/index.ts';
import type { NamePreset } from '../review/name-presets.ts';
import { drawnOver } from './drawn-over.ts';
import type { LookNotes } from './look-notes.ts';
import type { SpotView } from './spot-page.tsx';
import { viewFilmTrouble } from './view-film-trouble.ts';
import { viewHelps } from './view-helps.ts';

const STATES: Readonly<Record<Spot['state'], ClipState['kind']>> = {
  draft: 'yourCheck',
  inReview: 'inReview',
  returned: 'returned',
  approved: 'approved',
  withdrawn: 'withdrawn',
};

/** What My spot shows of a spot; `notes` are said above it. */
export function viewSpot(
  c: WebContext,
  spot: Spot,
  extra: {
    notes?: SpotView['notes'];
    peaks: readonly number[];
    offered: readonly HelpName[];
    lookNotes: LookNotes;
    namePreset: NamePreset;
    script?: string;
    /** What is in store, when `spot` holds what was typed over it. */
    other?: Spot['document'] | undefined;
  },
): SpotView {
  const app = c.get('app');
  const { rows } = app.catalogue;
  const language = c.get('language');
  const { document } = spot;
  const [cut] = document.cuts;
  if (!cut) throw new Error(`spot ${spot.id} has no cut`);
  const clip = readClip(rows, spot.clipId);
  const scheme = findScheme(rows, document.scheme);
  const until = cutEnd(cut);
  const sight = findSpotSight(rows, spot.id);
  const base = `/spots/${spot.id}`;
  return {
    number: listCuts(rows, spot.id).find((one) => one.houseNumber)?.houseNumber ?? spot.number,
    scheme: scheme?.names[language].at(-1) ?? document.scheme,
    name: document.name,
    state: STATES[spot.state],
    islands: ['spot.island.js', 'live.island.js'],
    subjects: [spot.clipId, spot.id],
    making: listMaking(app).get(spot.id),
    trouble: viewFilmTrouble(c, spot, { againAction: `${base}/make-again`, faultsOf: extra.namePreset }),
    saveAction: base,
    sendAction: `${base}/send`,
    captionsAction: `${base}/captions`,
    script: extra.script ?? '',
    version: spot.version,
    typed: extra.other && JSON.stringify(document),
    savedAt: new Date(spot.changedAt),
    consent: wayToConsent(c, spot.id),
    takeBackAction: spot.state === 'inReview' ? `${base}/take-back` : undefined,
    notes: [...(extra.notes ?? []), ...returnNotes(c, spot)],
    player: viewPlayer(spot, { clip, base }),
    trim: { peaks: extra.peaks, clipLength: clipFrames(clip), from: cut.fromFrame, until, at: cut.fromFrame },
    whyPart: whyPart(c, spot, sight),
    framing: document.framing ?? 'face',
    helps: viewHelps(c, spot, extra.offered),
    cues: viewCues(c, spot, extra.other),
    editable: spot.state === 'draft' || spot.state === 'returned',
    lengths: lengthsThatFit(clip),
    bestCuts: lengthsThatFit(clip).map(
      (length) => chooseCut({ clipFrames: clipFrames(clip), speech: spot.spoken, sight }, length).cut,
    ),
    lengthSeconds: cut.lengthSeconds,
    looks: viewLooks(c, spot, extra.lookNotes),
    look: document.look,
    ...viewMusic(c, spot),
    figure: viewFigure(c, spot, clip),
    details: viewDetails(c, spot, extra.other),
    changedAt: new Date(spot.changedAt),
  };
}

/** After a conflict each caption that differs says what the other person has saved. */
function viewCues(c: WebContext, { document }: Spot, other: Spot['document'] | undefined): SpotView['cues'] {
  return document.cues.map(({ startFrame: start, text }, index) => ({
    id: String(index),
    start,
    text,
    why: sayOther(c, text, other?.cues[index]?.text),
  }));
}

function sayOther(c: WebContext, typed: string, stored: string | undefined): string | undefined {
  return stored === undefined || stored === typed ? undefined : c.get('t')('spot.otherWrote', { text: stored });
}

/** What the draft said of its choice; a cut that a person has moved is theirs. */
function whyPart(c: WebContext, spot: Spot, sight: SpotSight | undefined): SpotView['whyPart'] {
  if (!sight || spot.document.cuts[0]?.fromFrame !== sight.from) return [];
  return sight.why.map(({ user, params }) => messageIn(c.get('language'), user, params));
}

function returnNotes(c: WebContext, spot: Spot): SpotView['notes'] {
  if (spot.state !== 'returned') return [];
  const last = listComments(c.get('app').catalogue.rows, spot.id).at(-1);
  return last
    ? [{ tone: 'bad' as const, title: c.get('t')('spot.returnedBy', { name: last.byName }), text: last.text }]
    : [];
}

function viewPlayer(spot: Spot, { clip, base }: { clip: Clip; base: string }): SpotView['player'] {
  const [cut] = spot.document.cuts;
  return {
    frame: {
      image: `/api/v1/clips/${clip.id}/poster`,
      alt: spot.document.name,
      drawn: drawnOver(spot),
      caption: spot.document.cues[0]?.text ?? '',
    },
    video: clip.proxyHash
      ? {
          href: `/api/v1/clips/${clip.id}/proxy`,
          captionsHref: `${base}/captions.vtt`,
          language: spot.document.language,
        }
      : undefined,
    clock: `0:00 / ${formatLength(frames((cut?.lengthSeconds ?? 0) * 25))}`,
  };
}

function lengthsThatFit(clip: Clip): readonly CutOrder['lengthSeconds'][] {
  const fitting = CUT_LENGTHS.filter((length) => bodyFrames(length) <= clipFrames(clip));
  return fitting.length > 0 ? fitting : [CUT_LENGTHS[0]];
}

/** Each look with the spot's own words over its own picture; a saved word changes the address. */
function viewLooks(c: WebContext, spot: Spot, notes: LookNotes): SpotView['looks'] {
  return LOOKS.map((id) => ({
    id,
    label: c.get('t')(`look.${id}`),
    image: `/api/v1/clips/${spot.clipId}/poster`,
    overlay: `/spots/${spot.id}/looks/${id}?v=${spot.version}`,
    notes: notes[id],
  }));
}

/** Documents from before there was music have none. */
function viewMusic(c: WebContext, { document }: Spot): Pick<SpotView, 'music' | 'choices' | 'beds'> {
  const t = c.get('t');
  return {
    music: document.music ?? 'none',
    choices: MUSIC_CHOICES.map((id) => ({ id, label: t(`music.${id}`) })),
    beds: Object.fromEntries(BED_NAMES.map((bed) => [bed, `/beds/${bed}.wav`])),
  };
}

function viewFigure(c: WebContext, { id, document }: Spot, clip: Clip): SpotView['figure'] {
  const timely = decideFigure(document, clipFrames(clip));
  return {
    text: document.figure ?? '',
    suggested: suggestFigures(document),
    src: `/spots/${id}/figure.png`,
    why: timely.ok ? undefined : messageIn(c.get('language'), timely.refusal.user, timely.refusal.params),
  };
}

function viewDetails(c: WebContext, spot: Spot, other: Spot['document'] | undefined): SpotView['details'] {
  const { rows } = c.get('app').catalogue;
  const language = c.get('language');
  const district = findDistrict(rows, spot.district);
  return {
    name: spot.document.name,
    village: spot.document.village,
    district: spot.district,
    // A spot stays in its clip's district.
    districts: [{ value: spot.district, label: district?.[language] ?? spot.district }],
    scheme: spot.document.scheme,
    schemes: listSchemes(rows).map((scheme) => ({
      value: scheme.code,
      label: scheme.names[language][0] ?? scheme.code,
    })),
    open: false,
    why: sayOtherDetails(c, spot.document, other),
  };
}

function sayOtherDetails(
  c: WebContext,
  typed: Spot['document'],
  other: Spot['document'] | undefined,
): SpotView['details']['why'] {
  const fields = ['name', 'village'] as const;
  const said = fields.map((field) => [field, sayOther(c, typed[field], other?.[field])] as const);
  return Object.fromEntries(said.filter(([, why]) => why !== undefined));
}
