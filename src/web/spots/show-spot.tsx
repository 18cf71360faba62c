import { readClip } from '../../domain/intake/index.ts';
import { warnOfTexts } from '../../domain/render/index.ts';
import type { Spot, SpotDocument } from '../../domain/spots/index.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { pageContext } from '../http/page-context.ts';
import type { WebContext } from '../http/route.ts';
import { messageIn } from '../locales/index.ts';
import { namePresets } from '../review/name-presets.ts';
import { helpsHere } from './helps-here.ts';
import { listLookNotes } from './look-notes.ts';
import { readPeaks } from './read-peaks.ts';
import { SpotPage, type SpotView } from './spot-page.tsx';
import { viewSpot } from './view-spot.ts';

interface Said {
  readonly notes?: SpotView['notes'];
  readonly status?: 200 | 412 | 422;
  /** The document as it was typed, when it is not in store. */
  readonly typed?: SpotDocument;
  /** The whole text as it was typed, when it could not be taken. */
  readonly script?: string;
}

/** My spot as the answer to whatever was asked: `notes` are said above it. */
export async function showSpot(c: WebContext, stored: Spot, said: Said) {
  const { notes = [], status = 200, script = '', typed } = said;
  const spot = typed ? { ...stored, document: typed } : stored;
  const clip = readClip(c.get('app').catalogue.rows, spot.clipId);
  const peaks = await readPeaks(c.get('app').blobs, clip.waveformHash);
  const found = {
    peaks,
    offered: await helpsHere(c),
    lookNotes: await listLookNotes(c, spot),
    script,
    namePreset: await namePresets(c),
  };
  const other = typed && stored.document;
  const view = viewSpot(c, spot, { notes: [...notes, ...(await textNotes(c, spot))], ...found, other });
  return c.html(<SpotPage context={pageContext(c)} view={view} />, status);
}

/** A refusal as it is said above the spot. */
export function noteOf(c: WebContext, refusal: Refusal): SpotView['notes'][number] {
  return { tone: 'bad', text: messageIn(c.get('language'), refusal.user, refusal.params) };
}

/** Texts that come out small or shortened, while they can still be changed. */
async function textNotes(c: WebContext, spot: Spot): Promise<SpotView['notes']> {
  const { catalogue, blobs, config } = c.get('app');
  if (spot.state !== 'draft' && spot.state !== 'returned') return [];
  const warnings = await warnOfTexts({ catalogue, blobs, projectRoot: config.projectRoot }, spot);
  return warnings.map(({ user, params }) => ({ tone: 'wait', text: messageIn(c.get('language'), user, params) }));
}
