import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDeliveryPresets } from '../../../src/engine/film/delivery-preset.ts';
import { PRESET_FOLDER } from './films.ts';

async function folderWith(change: (yaml: string) => string, file = 'web.yaml'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'presets-'));
  await writeFile(join(folder, file), change(await readFile(join(PRESET_FOLDER, 'web.yaml'), 'utf8')));
  return folder;
}

describe('delivery presets', () => {
  it('are all read, each named as its file', async () => {
    const names = [...(await readDeliveryPresets(PRESET_FOLDER)).keys()];
    expect(names).toEqual(expect.arrayContaining(['sd-mpeg2', 'xdcam-hd422', 'xdcam-hd422-india', 'h264-ts', 'web']));
  });

  it('ask for −23 LUFS ±0.5 under −1 dBTP, the Indian ones for −20 ±1', async () => {
    for (const { name, loudness } of (await readDeliveryPresets(PRESET_FOLDER)).values()) {
      const india = name.endsWith('-india');
      expect(loudness).toMatchObject({ targetLufs: india ? -20 : -23, toleranceLu: india ? 1 : 0.5, truePeakDbtp: -1 });
    }
  });

  it.each([
    ['scan: progressive', 'scan: progressive\n  motion: fields', /no fields/],
    ['scan: progressive', 'scan: progressive\n  shape: letterbox', /4:3/],
  ])('that no file can be are refused: %s → %s', async (words, others, sentence) => {
    await expect(readDeliveryPresets(await folderWith((yaml) => yaml.replace(words, others)))).rejects.toThrow(
      sentence,
    );
  });

  it('that hold an unknown word are refused by file and field', async () => {
    const folder = await folderWith((yaml) => yaml.replace('codec: h264', 'codec: h264\n  crf: 19'));
    await expect(readDeliveryPresets(folder)).rejects.toThrow(/web\.yaml.*crf/s);
  });

  it('say of a base only what differs, field by field', async () => {
    const all = await readDeliveryPresets(PRESET_FOLDER);
    const [base, derived] = [all.get('imx50'), all.get('imx30')];
    expect(derived).toMatchObject({ name: 'imx30', container: { kind: 'mxf-d10', commercialName: 'IMX 30' } });
    expect(derived?.picture).toEqual({
      ...base?.picture,
      bitrate: { kind: 'constant', kbps: 30_000, bufferBits: 1_200_000 },
    });
  });

  it.each(['none', 'web'])('are refused on a base that is not there or has one itself: %s', async (basedOn) => {
    const folder = await folderWith((yaml) => (basedOn === 'web' ? `basedOn: none\n${yaml}` : yaml));
    await writeFile(join(folder, 'other.yaml'), `name: other\nbasedOn: ${basedOn}\n`);
    await expect(readDeliveryPresets(folder)).rejects.toThrow(/other\.yaml: based on|web\.yaml: based on/);
  });

  it('that are named otherwise than their file are refused', async () => {
    const folder = await folderWith((yaml) => yaml, 'other.yaml');
    await expect(readDeliveryPresets(folder)).rejects.toThrow('other.yaml: holds the preset "web"');
  });
});
