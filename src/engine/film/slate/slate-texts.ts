import { FRAME_RATE, type Frames } from '../../../kernel/frames.ts';
import type { SlateCardTexts, SlateRow } from '../../graphics/slate/card.ts';
import type { DeliveryPreset } from '../delivery-preset.ts';
import type { FilmOrder } from '../film-order.ts';
import { slateOf } from './slate-layout.ts';

/** What a slate says of the film itself. */
export interface SlateFilm {
  /** The spot's number; missing where it has none. */
  readonly number: string | undefined;
  /** What it is called, the longest form first. */
  readonly titles: readonly string[];
  readonly department: string;
  readonly language: 'hi' | 'en';
  readonly lengthFrames: Frames;
  /** The day on which the file was made, `YYYY-MM-DD`; missing: the card says none. */
  readonly madeOn: string | undefined;
}

type SlatedFilmOrder = Pick<FilmOrder, 'number' | 'texts' | 'scheme' | 'department' | 'language' | 'lengthFrames'>;

/** What an order's slates say: whose story, and the scheme as long as it fits. */
export function slateFilm(order: SlatedFilmOrder, madeOn: string | undefined): SlateFilm {
  const { number, texts, scheme, department, language, lengthFrames } = order;
  const names = scheme?.names ?? [];
  const forms = texts.name ? [...names.map((name) => `${texts.name} · ${name}`), texts.name] : names;
  return { number, titles: forms.length > 0 ? forms : [department], department, language, lengthFrames, madeOn };
}

const LANGUAGES = { hi: 'हिन्दी · Hindi', en: 'अंग्रेज़ी · English' } as const;

/** The card's words: labels in Hindi and English, for whoever sits at the machine. */
export function slateTexts(preset: DeliveryPreset, film: SlateFilm): SlateCardTexts {
  const title: SlateRow = { label: 'शीर्षक · Title', forms: film.titles };
  const number = film.number && { label: 'क्रमांक · Number', forms: [film.number] };
  const rows: SlateRow[] = [
    ...(number ? [title] : []),
    { label: 'अवधि · Length', forms: [lengthOf(film.lengthFrames)] },
    { label: 'भाषा · Language', forms: [LANGUAGES[film.language]] },
    { label: 'फ़ाइल · File', forms: [`${preset.name} · ${shapeOf(preset)}`, preset.name] },
    { label: 'आवाज़ · Sound', forms: [soundOf(preset)] },
    ...(film.madeOn ? [{ label: 'दिनांक · Date', forms: [film.madeOn.split('-').reverse().join('-')] }] : []),
  ];
  return { head: number || title, rows, department: film.department };
}

function lengthOf(length: Frames): string {
  const seconds = Number((length / FRAME_RATE).toFixed(2));
  return `${seconds} s · ${length} frames`;
}

const SHAPES = { full: '', 'crop-14x9': ' (14:9)', letterbox: ' (16:9 letterbox)' } as const;

/** `16:9, 1080i25`, and how the film stands in it where it does not fill it. */
function shapeOf({ picture: { raster, pixelAspect, shape, scan, blankLines } }: DeliveryPreset): string {
  const wide = (raster.width * pixelAspect.num) / pixelAspect.den / raster.height > 1.5;
  const lines = `${raster.height - blankLines}${scan === 'progressive' ? 'p' : 'i'}${FRAME_RATE}`;
  return `${wide ? '16:9' : '4:3'}${SHAPES[shape]}, ${lines}`;
}

function soundOf(preset: DeliveryPreset): string {
  const { loudness } = preset;
  const { tone } = slateOf(preset);
  const minus = (level: number) => String(level).replace('-', '−');
  return `${minus(loudness.targetLufs)} LUFS · tone ${minus(tone.dbfs)} dBFS, ${tone.hertz} Hz`;
}
