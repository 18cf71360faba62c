import { describe, expect, it } from 'vitest';
import { BrokenFormError, collect, readParts } from '../../src/web/http/multipart.ts';

const TYPE = 'multipart/form-data; boundary=XyZ';
const film = 'film bytes \r\n--Xy not yet \r\n-- the end';
const form = [
  '--XyZ\r\nContent-Disposition: form-data; name="name"\r\n\r\nसुनीता बाई\r\n',
  '--XyZ\r\nContent-Disposition: form-data; name="film"; filename="राम %22कथा%22.mp4"\r\nContent-Type: video/mp4\r\n\r\n',
  `${film}\r\n--XyZ\r\nContent-Disposition: form-data; name="none"; filename=""\r\n\r\n\r\n--XyZ--\r\n`,
].join('');

async function* pieces(text: string, size: number) {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function readAll(text: string, size: number) {
  const found: [string, string | undefined, string][] = [];
  for await (const part of readParts(pieces(text, size), TYPE))
    found.push([part.name, part.fileName, (await collect(part.bytes, 1000)).toString()]);
  return found;
}

describe('a form with a film', () => {
  it.each([1, 2, 3, 7, 64, 100_000])('is read the same in pieces of %i bytes', async (size) => {
    expect(await readAll(form, size)).toEqual([
      ['name', undefined, 'सुनीता बाई'],
      ['film', 'राम "कथा".mp4', film],
      ['none', '', ''],
    ]);
  });

  it('passes over a part that nobody reads', async () => {
    const names: string[] = [];
    for await (const part of readParts(pieces(form, 5), TYPE)) names.push(part.name);
    expect(names).toEqual(['name', 'film', 'none']);
  });

  it.each([
    ['cut off', form.slice(0, 150)],
    ['empty', ''],
    ['without names', '--XyZ\r\nContent-Type: text/plain\r\n\r\nx\r\n--XyZ--'],
    [
      'with a part longer than allowed',
      `--XyZ\r\nContent-Disposition: form-data; name="n"\r\n\r\n${'x'.repeat(2000)}\r\n--XyZ--`,
    ],
    ['with an endless head', `--XyZ\r\n${'x'.repeat(20_000)}`],
  ])('is broken when it is %s', async (_name, text) => {
    await expect(readAll(text, 50)).rejects.toThrow(BrokenFormError);
  });
});
