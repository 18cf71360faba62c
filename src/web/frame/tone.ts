/** State colours; always with a word and a shape. wait asks you, bad is refused or at risk, work goes on by itself. */
export type Tone = 'ok' | 'wait' | 'bad' | 'work';
