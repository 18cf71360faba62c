/** What a recogniser may use besides the sound. */
export interface TranscriberHints {
  readonly language: 'hi' | 'en';
  /** Names, places, schemes that are likely said. */
  readonly phrases: readonly string[];
  readonly signal?: AbortSignal | undefined;
}

/** What was understood, word by word; times are ours and come later. An empty list means: nothing worth showing. */
export interface Transcript {
  readonly words: readonly { readonly text: string; readonly confidence: number }[];
  /** Which engine said so, for the log. */
  readonly engine: string;
}

/** Words from a voice. `audioPath`: 16 kHz mono 16-bit WAV. */
export interface Transcriber {
  transcribe(audioPath: string, hints: TranscriberHints): Promise<Transcript>;
}

/** The default and a complete product: a person types or pastes the words. */
export const noTranscriber: Transcriber = {
  async transcribe() {
    return { words: [], engine: 'none' };
  },
};
