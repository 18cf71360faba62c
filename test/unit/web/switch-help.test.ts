import { describe, expect, it } from 'vitest';
import { type EditedDocument, switchHelp } from '../../../src/web/spots/editor/document.ts';

const document: EditedDocument = {
  ...{ name: 'सुनीता बाई', village: '', scheme: 'PMA', benefit: '', cues: [], look: 'sober', language: 'hi' },
  cuts: [{ lengthSeconds: 30, fromFrame: 0 }],
};

describe('a switch of My spot', () => {
  it('is on once, however often it was switched, and off leaves the document as it was', () => {
    const on = switchHelp(switchHelp(document, 'steady', true), 'steady', true);
    expect(on.helps).toEqual(['steady']);
    expect(switchHelp(switchHelp(on, 'denoise', true), 'steady', false).helps).toEqual(['denoise']);
    expect(switchHelp(on, 'steady', false)).toEqual(document);
  });
});
