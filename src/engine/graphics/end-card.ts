import { allow, type Decision } from '../../kernel/refusal.ts';
import type { EndCardTexts } from './end-card-texts.ts';
import { fitLongText } from './fit-long-text.ts';
import { type FittedText, fitText } from './fit-text.ts';
import type { Movement } from './movement.ts';
import { aspectOf, type Stage } from './stage.ts';
import { leastBlockHeight } from './text-line.ts';
import { textWidth } from './text-width.ts';
import { refuseTooLong } from './too-long.ts';

/** The card that covers the whole picture at the end. */
export interface EndCard {
  readonly movement: Movement;
  /** Which form of the scheme's name stands. */
  readonly schemeForm: number;
}

/** The scheme's name, or the department's where there is no scheme. */
export interface Headline extends FittedText {
  /** From line to line, px. */
  readonly pitch: number;
  readonly width: number;
}

/** `leading`: from line to line in em, more where deep ink needs it. Refuses a name that fits in no form. */
export function fitHeadline(stage: Stage, texts: EndCardTexts, leading: number): Decision<Headline> {
  const { endCard, leastEm } = aspectOf(stage);
  const font = stage.look.fonts.display;
  const forms = texts.scheme ?? [texts.department];
  const rule = { font, em: endCard.scheme, maxWidth: endCard.maxWidth, leastEm };
  const shortest = forms.at(-1) ?? '';
  const usual = fitText(forms, { ...rule, least: 0.8, maxLines: 2 });
  const long = usual ? undefined : fitLongText(shortest, rule);
  const fitted = usual ?? (long && { ...long, form: forms.length - 1 });
  if (!fitted) return refuseTooLong(texts.scheme ? 'scheme' : 'department', shortest);
  const { lines, em } = fitted;
  const needed = lines.map((line) => leastBlockHeight(line, { font, em }));
  // Lines under each other share the air between them.
  const pitch = Math.max(em * leading, ...needed.map((height) => height - (lines.length > 1 ? 0.16 * em : 0)));
  const width = Math.max(...lines.map((line) => textWidth(font, em, line)));
  return { ok: true, value: { ...fitted, pitch, width } };
}

/** "You too can benefit", as large as the canvas allows; `width` of its letters. */
export interface CallText {
  readonly text: string;
  readonly em: number;
  readonly width: number;
}

/** undefined where there is no scheme to benefit from. Refuses words that would come out too small to read. */
export function fitCall(stage: Stage, texts: EndCardTexts): Decision<CallText | undefined> {
  if (!texts.scheme) return allow(undefined);
  const { endCard, leastEm } = aspectOf(stage);
  const text = stage.look.words[stage.language].call;
  const font = stage.look.fonts.display;
  const room = endCard.maxWidth - 110;
  const em = Math.min(endCard.call, Math.floor((endCard.call * room) / textWidth(font, endCard.call, text)));
  if (em < leastEm) return refuseTooLong('call', text);
  return allow({ text, em, width: textWidth(font, em, text) });
}

/** Px between the mark and the department's name beside it. */
const BESIDE_MARK = 26;

/**
 * The em of the department's name beside the mark: `share` of a label's, smaller for a long name. undefined where the department is
 * the headline and is not said twice. Refuses a name that runs out of the safe area all the same.
 */
export function fitDepartment(
  stage: Stage,
  { scheme, department }: EndCardTexts,
  share: number,
): Decision<number | undefined> {
  if (!scheme) return allow(undefined);
  const { endCard, mark, safe, leastEm } = aspectOf(stage);
  const font = stage.look.fonts.text;
  const maxWidth = safe[2] - safe[0] - mark.size - 2 * BESIDE_MARK;
  const em = endCard.label * share;
  const fitted = fitText([department], { font, em, maxWidth, least: 0.8, leastEm, maxLines: 1 });
  return fitted ? allow(fitted.em) : refuseTooLong('department', department);
}
