import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findActivePerson } from '../../src/domain/accounts/index.ts';
import { saveLook } from '../../src/domain/directory/index.ts';
import { clips } from '../../src/domain/intake/intake.table.ts';
import { gatherOrder } from '../../src/domain/render/gather-order.ts';
import { draftSpot, findSpot, listCuts, sendSpot } from '../../src/domain/spots/index.ts';
import { readDeliveryPresets } from '../../src/engine/film/delivery-preset.ts';
import { drawLookFrame } from '../../src/engine/film/draw-look-frame.ts';
import { makeFilm } from '../../src/engine/film/make-film.ts';
import { readLook } from '../../src/engine/graphics/look.ts';
import { NO_CHANGE } from '../../src/engine/graphics/look-change.ts';
import { SAMPLE_WORDS, sampleFilm } from '../../src/engine/graphics/sample-film.ts';
import { frames } from '../../src/kernel/frames.ts';
import { addPerson, testService } from '../contract/http.ts';
import { readyClip } from '../contract/line.ts';
import { gatedFacts } from './gated-facts.ts';
import { meanColour, projectRoot } from './lavfi.ts';

const CLIP = join(projectRoot, 'presets/demo/clips/awas-sunita.mp4');
let service: ReturnType<typeof testService>;
beforeAll(() => {
  service = testService();
});
afterAll(() => service.close());

describe('the caption of a look’s frame', () => {
  it.each(['sober', 'warm', 'bold'] as const)('in %s stands inside a phone’s safe area in English', async (name) => {
    const look = await readLook(join(projectRoot, 'watermarks', name));
    const { names, department, lines } = SAMPLE_WORDS.en;
    const scheme = { names, colour: '#1565C0' };
    const film = sampleFilm({ look, aspect: '9x16', language: 'en', scheme, department });
    const [width] = look.aspects['9x16'].canvas;
    const order = { film, frame: 'caption', ground: undefined, caption: lines.join(' '), width } as const;
    const drawn = await drawLookFrame(order, () => service.app.media());
    if (!drawn.ok) throw new Error(drawn.refusal.tech);
    const png = join(service.folder, `${name}.png`);
    writeFileSync(png, drawn.value);
    const [left, , right] = look.aspects['9x16'].safe;
    const light = (crop: string) => Object.values(meanColour(png, crop)).reduce((sum, one) => sum + one, 0);
    expect(light(`crop=${left}:ih:0:0`)).toBe(0);
    expect(light(`crop=iw-${right}:ih:${right}:0`)).toBe(0);
    expect(light('crop=iw/2:ih/2:iw/4:ih/2')).toBeGreaterThan(3);
  });
});

describe('a colour that a district changed', () => {
  it('stands in the film that is made there', async () => {
    const { app } = service;
    const by = await addPerson(app, 'head', 'admin', { kind: 'state' });
    const wished = { ...NO_CHANGE, colours: { ink: '#5B1247' } };
    const place = { look: 'sober', place: 'UJN', version: 0, wished } as const;
    await saveLook({ catalogue: app.catalogue, projectRoot }, { id: by }, place);
    const film = await filmOf('UJN');
    const [row, card] = [colourAt(film, 20, 'crop=40:20:310:418'), colourAt(film, LENGTH - 8, 'crop=20:40:400:430')];
    // The colour passes 4:2:0 and an encoder.
    for (const [at, seen] of Object.entries({ row, card }))
      for (const [channel, wanted] of [0x5b, 0x12, 0x47].entries())
        expect(Math.abs((seen[channel] ?? 999) - wanted), `${at}: ${seen}`).toBeLessThanOrEqual(6);
  });
});

/** Under the place's name, and on the end card, where no letter stands. */
function colourAt(film: string, frame: number, crop: string): number[] {
  return Object.values(meanColour(film, `select=eq(n\\,${frame}),${crop}`));
}

const LENGTH = 100;
const BODY = 75;

/** Four seconds of a spot of that district, as its render job would order them. */
async function filmOf(district: string): Promise<string> {
  const { app } = service;
  const { rows } = app.catalogue;
  const personId = await addPerson(app, 'maker', 'staff', { kind: 'district', code: district });
  const { clipId, beneficiaryId } = readyClip(app, { personId, district }, { cable: true }, 14);
  const copy = join(service.folder, 'clip.mp4');
  copyFileSync(CLIP, copy);
  const facts = await gatedFacts(app, CLIP);
  const { hash: originalHash } = await app.blobs.putFile(copy);
  app.catalogue.keep((all) => {
    all.run('DROP TRIGGER clips_original_stays');
    all.update(clips).set({ originalHash, facts }).where(eq(clips.id, clipId)).run();
  });
  const beneficiary = { id: beneficiaryId, name: 'सुनीता बाई', village: 'ग्राम नरवर', benefit: '' };
  const made = { clipId, district, uploadedBy: personId, beneficiary, scheme: 'PMA' };
  const spotId = draftSpot(app, { ...made, clipFrames: frames(14 * 25), spoken: [] });
  const maker = findActivePerson(rows, personId);
  if (!maker || !sendSpot(app, maker, spotId, frames(14 * 25)).ok) throw new Error('not sent');
  const [spot, [cut]] = [findSpot(rows, spotId), listCuts(rows, spotId)];
  if (!spot || !cut) throw new Error('no cut');
  const media = await app.media();
  const { signal } = new AbortController();
  const { order, release } = await gatherOrder({ ...app, media, projectRoot }, { cut, spot }, signal);
  const preset = (await readDeliveryPresets(join(projectRoot, 'presets/delivery'))).get('whatsapp');
  const [shot] = order.shots;
  if (!preset || !shot) throw new Error('nothing to make');
  const { voiceToFrame: _, ...whole } = shot;
  const short = {
    ...{ lengthFrames: frames(LENGTH), endCardFrom: frames(BODY), presets: [preset], posterFrame: frames(40) },
    shots: [{ ...whole, toFrame: frames(shot.fromFrame + BODY) }],
  };
  const { files } = await makeFilm({ ...order, ...short }, { runner: media.runner, outFolder: service.folder, signal });
  await release();
  return files[0]?.path ?? '';
}
