import { type BeneficiaryRow, listVillages, readBeneficiary } from '../../domain/consent/index.ts';
import { findDistrict, findSchemes, listDistricts, listSchemes, type Scheme } from '../../domain/directory/index.ts';
import {
  type Clip,
  findClip,
  finishUpload,
  saveWho,
  TooManyBytesError,
  takeWholeFilm,
  type Upload,
  uploadMetadata,
} from '../../domain/intake/index.ts';
import { RefusalError } from '../../kernel/refusal.ts';
import { ICON_NAMES } from '../frame/icon.tsx';
import { pageContext } from '../http/page-context.ts';
import { FormFields, readForm } from '../http/read-form.ts';
import { personOf, type Route, type WebContext } from '../http/route.ts';
import { messageIn } from '../locales/index.ts';
import { shortName } from './scheme-name.ts';
import { SendFilmPage } from './send-film-page.tsx';
import { SendPage, type SendView } from './send-page.tsx';
import { uploadView } from './upload-view.ts';
import { parseWho, readWho, typedOf } from './who-form.ts';

const mine = { who: ['staff', 'admin'], owner: 'reach', kind: 'page' } as const;
// A browser says how long its form is; one that does not may send as much as the gate takes.
const MAX_FORM_BYTES = 2 * 2 ** 30;
const NO_DISTRICT = { code: 'send.district', user: 'send.chooseDistrict', tech: 'several districts, none chosen' };
/** The script that carries an upload across the steps. */
export const SEND_ISLANDS = ['send.island.js'];

export const sendRoutes: readonly Route[] = [
  { ...mine, method: 'GET', path: '/send', summary: 'Send, step 1: the film', handler: (c) => showFilm(c) },
  {
    ...mine,
    method: 'POST',
    path: '/send',
    summary: 'Take films without script',
    readsForm: true,
    handler: takeFilms,
  },
  { ...mine, method: 'GET', path: '/send/:clipId/who', summary: 'Send, step 2: whose film', handler: showWho },
  { ...mine, method: 'POST', path: '/send/:clipId/who', summary: 'Say whose film it is', handler: takeWho },
];

function showFilm(c: WebContext, why?: string) {
  const language = c.get('language');
  const districts = listDistricts(c.get('app').catalogue.rows, personOf(c).districts);
  const again = againOf(c, c.req.query('again') ?? '')?.id;
  const view = {
    action: '/send',
    backHref: '/',
    islands: SEND_ISLANDS,
    districts: again ? [] : districts.map((district) => ({ value: district.code, label: district[language] })),
    again,
    why,
  };
  return c.html(<SendFilmPage context={pageContext(c)} view={view} />, why ? 422 : 200);
}

/** Without script: the browser sends the film whole, in one go. */
async function takeFilms(c: WebContext) {
  const app = c.get('app');
  const taken: Upload[] = [];
  const announcedBytes = Number(c.req.header('content-length') ?? MAX_FORM_BYTES);
  try {
    await readForm(c, async (file, fields) => {
      if (personOf(c).districts.length > 1 && !fields.text('district') && !fields.text('again'))
        throw new RefusalError(NO_DISTRICT);
      const [district, again] = [fields.text('district') || undefined, fields.text('again') || undefined];
      const metadata = uploadMetadata.parse({ filename: file.fileName, district, again });
      taken.push(await takeWholeFilm(app, personOf(c), { announcedBytes, metadata }, file.bytes));
    });
  } catch (cause) {
    if (cause instanceof RefusalError)
      return showFilm(c, messageIn(c.get('language'), cause.refusal.user, cause.refusal.params));
    if (cause instanceof TooManyBytesError) return showFilm(c, c.get('t')('clip.refused.big'));
    throw cause;
  }
  for (const upload of taken) await finishUpload(app, upload.id);
  const [first] = taken;
  return first ? c.redirect(`/send/${first.clipId}/who`, 303) : showFilm(c, c.get('t')('send.chooseFirst'));
}

function againOf(c: WebContext, clipId: string): Clip | undefined {
  if (!clipId) return undefined;
  const clip = findClip(c.get('app').catalogue.rows, personOf(c), clipId);
  return clip.state === 'refused' ? clip : undefined;
}

function showWho(c: WebContext) {
  const clip = clipOf(c);
  return c.html(drawWho(c, clip, { typed: typedOf(whoOf(c, clip), clip.district), why: {}, all: false }));
}

async function takeWho(c: WebContext) {
  const clip = clipOf(c);
  const fields = await textFields(c);
  const typed = readWho(fields, clip.district);
  const all = fields.text('intent') === 'allSchemes';
  if (all) return c.html(drawWho(c, clip, { typed, why: {}, all }));
  const parsed = parseWho(typed, c.get('language'));
  if ('why' in parsed) return c.html(drawWho(c, clip, { typed, why: parsed.why, all }), 422);
  saveWho(c.get('app'), personOf(c), clip.id, parsed.who);
  return c.redirect(`/send/${clip.id}/consent`, 303);
}

interface WhoState extends Pick<SendView, 'typed' | 'why'> {
  readonly all: boolean;
}

function drawWho(c: WebContext, clip: Clip, state: WhoState) {
  const { rows } = c.get('app').catalogue;
  const [language, t] = [c.get('language'), c.get('t')];
  const { typed } = state;
  const every = listSchemes(rows);
  const schemes = chooseSchemes(every, state);
  const none = typed.schemeQuery.trim() !== '' && !typed.scheme && findSchemes(typed.schemeQuery, every).length === 0;
  const district = findDistrict(rows, clip.district);
  const view: SendView = {
    action: `/send/${clip.id}/who`,
    backHref: '/',
    islands: SEND_ISLANDS,
    upload: uploadView(c, clip),
    typed,
    villages: listVillages(rows, clip.district),
    districts: [{ value: clip.district, label: district?.[language] ?? clip.district }],
    schemes: schemes.map((scheme) => toChip(scheme, language)),
    allSchemes: state.all ? undefined : every.length,
    frame: {
      image: clip.posterHash && `/api/v1/clips/${clip.id}/poster`,
      alt: t('send.previewAlt'),
      scheme: shortName(
        every.find(({ code }) => code === typed.scheme),
        language,
      ),
      name: typed.name,
      place: [typed.village, district?.[language]].filter(Boolean).join(', '),
    },
    why: none ? { ...state.why, scheme: t('who.schemeNone', { text: typed.schemeQuery }) } : state.why,
  };
  return <SendPage context={pageContext(c)} view={view} />;
}

/** All, what the search found, or the seven most used; the chosen one is always among them. */
function chooseSchemes(every: readonly Scheme[], { typed, all }: WhoState): readonly Scheme[] {
  if (all) return every;
  const found = findSchemes(typed.schemeQuery, every, 7);
  const shown = found.length > 0 ? found : findSchemes('', every, 7);
  const chosen = every.filter(({ code }) => code === typed.scheme && !shown.some((scheme) => scheme.code === code));
  return [...chosen, ...shown];
}

function toChip(scheme: Scheme, language: 'hi' | 'en') {
  const icon = ICON_NAMES.find((name) => name === scheme.icon);
  return { code: scheme.code, label: shortName(scheme, language), icon };
}

function clipOf(c: WebContext): Clip {
  return findClip(c.get('app').catalogue.rows, personOf(c), c.req.param('clipId') ?? '');
}

function whoOf(c: WebContext, clip: Clip): BeneficiaryRow | undefined {
  return clip.beneficiaryId ? readBeneficiary(c.get('app').catalogue.rows, clip.beneficiaryId) : undefined;
}

async function textFields(c: WebContext): Promise<FormFields> {
  const fields = new FormFields();
  for (const [name, value] of Object.entries(await c.req.parseBody()))
    if (typeof value === 'string') fields.add(name, value);
  return fields;
}
