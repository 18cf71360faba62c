import { expect, it } from 'vitest';
import { noTranscriber } from '../../../src/engine/captions/transcriber.ts';

it('offers no words when no recogniser was added: a person types them', async () => {
  const transcript = await noTranscriber.transcribe('voice.wav', { language: 'hi', phrases: [] });
  expect(transcript).toEqual({ words: [], engine: 'none' });
});
