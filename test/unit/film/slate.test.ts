import { describe, expect, it } from 'vitest';
import { flattenTokens } from '../../../src/engine/ffmpeg/run-order.ts';
import { readDeliveryPresets } from '../../../src/engine/film/delivery-preset.ts';
import { cleanPresets, findPreset, listPresetNames, withCleanFiles } from '../../../src/engine/film/preset-variants.ts';
import { slateCommand } from '../../../src/engine/film/slate/slate-command.ts';
import { framesAround, slateLayout } from '../../../src/engine/film/slate/slate-layout.ts';
import { type SlateFilm, slateFilm, slateTexts } from '../../../src/engine/film/slate/slate-texts.ts';
import { layCard } from '../../../src/engine/graphics/slate/card.ts';
import { frames } from '../../../src/kernel/frames.ts';
import { parseTimecode } from '../../../src/kernel/timecode.ts';
import { expectGolden } from '../../golden/golden.ts';
import { PRESET_FOLDER } from './films.ts';
import { oneOptionALine } from './format-command.ts';

const presets = await readDeliveryPresets(PRESET_FOLDER);
const named = (name: string) => {
  const found = findPreset(presets, name);
  if (!found) throw new Error(`no preset ${name}`);
  return found;
};

const layout = {
  ...{ barsSeconds: 10, tone: { hertz: 1000, dbfs: -18 }, cardSeconds: 11, blackSeconds: 3, tailSeconds: 6 },
};

describe('a file with slate', () => {
  it.each([
    ['xdcam-hd422-slate', 'xdcam-hd422'],
    ['sd-mpeg2-14x9-50i-slate', 'sd-mpeg2-14x9-50i'],
    ['imx30-india-4x3-slate', 'imx30-india-4x3'],
    ['h264-ts-sd-3750-slate', 'h264-ts-sd-3750'],
  ])('%s is %s with something round it', (name, clean) => {
    expect(named(name)).toMatchObject({ name, slated: true });
    expect(cleanPresets([named(name), named(clean)])).toEqual([{ ...named(clean), title: named(name).title }]);
    expect(listPresetNames(presets)).toContain(name);
  });

  it.each([
    'web-slate',
    'whatsapp-slate',
    'social-9x16-slate',
    'sd-mpeg2-slate-slate',
    'sd-mpeg2-slate-50i',
    'none-slate',
  ])('there is no %s', (name) => expect(findPreset(presets, name)).toBeUndefined());

  it('never comes without the clean one, which stands first', () => {
    expect(withCleanFiles(['web', 'sd-mpeg2-slate', 'imx50', 'imx50-slate'])).toEqual([
      ...['web', 'sd-mpeg2', 'sd-mpeg2-slate', 'imx50', 'imx50-slate'],
    ]);
  });

  it('has 24 s before the film and 6 s behind it; a clean one nothing', () => {
    expect(framesAround(named('imx50-slate'))).toEqual({ head: 600, tail: 150 });
    expect(framesAround(named('imx50'))).toEqual({ head: 0, tail: 0 });
  });

  it.each([
    ['whole groups before the film', { blackSeconds: 4 }],
    ['whole Layer II frames behind it', { tailSeconds: 5 }],
    ['whole seconds', { barsSeconds: 9.5, cardSeconds: 11.5 }],
    ['a card that can be read', { cardSeconds: 2, barsSeconds: 19 }],
  ])('is refused without %s', (_, different) => {
    expect(slateLayout.safeParse(layout).success).toBe(true);
    expect(slateLayout.safeParse({ ...layout, ...different }).success).toBe(false);
  });

  it('is ordered by words that do not change by chance', () => {
    const order = { folder: '/work', fullness: 0.5, tailTimecode: parseTimecode('10:00:30:00') ?? frames(0) };
    const words = ['sd-mpeg2-slate', 'xdcam-hd422-slate', 'imx50-slate', 'h264-ts-slate']
      .map((name) => oneOptionALine(flattenTokens(slateCommand(named(name), order))))
      .join('\n\n');
    expectGolden('commands/slates.txt', words);
  });
});

describe('a slate’s card', () => {
  const film: SlateFilm = {
    ...{ number: 'UJN-0093', titles: ['रामलाल अहिरवार · आवास योजना'], department: 'जनसम्पर्क विभाग' },
    ...{ language: 'hi', lengthFrames: frames(750), madeOn: '2026-11-28' },
  };
  const saidOf = (name: string, different: Partial<SlateFilm> = {}) =>
    slateTexts(named(name), { ...film, ...different });

  it('says number, title, length, language, file, sound and day in both languages', () => {
    const { head, rows } = saidOf('sd-mpeg2-14x9-slate');
    expect(head).toEqual({ label: 'क्रमांक · Number', forms: ['UJN-0093'] });
    expect(rows.map(({ forms }) => forms[0])).toEqual([
      ...['रामलाल अहिरवार · आवास योजना', '30 s · 750 frames', 'हिन्दी · Hindi'],
      ...['sd-mpeg2-14x9-slate · 4:3 (14:9), 576i25', '−23 LUFS · tone −18 dBFS, 1000 Hz', '28-11-2026'],
    ]);
  });

  it('leads with the title where the film has no number, and says no day that nobody told', () => {
    const { head, rows } = saidOf('xdcam-hd422-slate', { number: undefined, madeOn: undefined });
    expect(head.forms).toEqual(film.titles);
    expect(rows.map(({ label }) => label)).not.toContain('दिनांक · Date');
  });

  it('names the scheme as long as it fits, and the department where nobody is named', () => {
    const order = { texts: { place: [] }, scheme: undefined, department: 'जनसम्पर्क विभाग', language: 'hi' as const };
    const whole = { ...order, lengthFrames: frames(250) };
    expect(slateFilm(whole, undefined).titles).toEqual(['जनसम्पर्क विभाग']);
    const scheme = { names: ['प्रधानमंत्री आवास योजना', 'आवास योजना'], colour: '#123456' };
    expect(slateFilm({ ...whole, scheme, texts: { name: 'राम', place: [] } }, undefined).titles).toEqual([
      ...['राम · प्रधानमंत्री आवास योजना', 'राम · आवास योजना', 'राम'],
    ]);
  });

  it.each([1440, 1920])('keeps its words inside a tenth of the picture’s edges, %d wide', (width) => {
    const long = 'श्रीमती '.repeat(10).trim();
    const canvas = { width, height: 1080 as const, raster: { width: 720, height: 576 } };
    for (const number of ['UJN-0093', undefined]) {
      const card = layCard(canvas, saidOf('imx50-slate', { number, titles: [long] }));
      if (!card.ok) throw new Error(card.refusal.tech);
      const inks = card.value.shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.ink] : []));
      for (const ink of inks) {
        expect(ink.x).toBeGreaterThanOrEqual(width * 0.1 - 4);
        expect(ink.x + ink.width).toBeLessThanOrEqual(width * 0.9 + 4);
        expect(ink.y + ink.height).toBeLessThanOrEqual(1080 * 0.96);
      }
    }
  });
});
