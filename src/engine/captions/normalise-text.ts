/** What one film may carry; a longer text is not a caption file. */
export const MOST_CUES = 500;
export const MOST_CHARACTERS = 200;

/**
 * One line of text as it is kept: composed so that the fonts find every letter (NFC; ड़ stays ड + ़), joiners only after a
 * virama, no control or direction characters, single spaces, house marks (। without a space before, … as one character).
 */
export function normaliseText(text: string): string {
  return text
    .replace(/\p{Cc}+/gu, ' ')
    .normalize('NFC')
    .replace(LOST_JOINER, '')
    .replace(INVISIBLE, '')
    .replace(/[\p{Zs}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\.{3,}/g, '…')
    .replace(BAR_FOR_DANDA, '।')
    .replace(/ +([।…?!,])/gu, '$1')
    .trim();
}

// ZWJ and ZWNJ change the form of a conjunct; anywhere else they are left over from editing and split words.
const LOST_JOINER = /(?<!\u094D)[\u200C\u200D]+/gu;

// Direction marks, byte order marks, soft hyphens, variation selectors; the joiners are judged above.
const INVISIBLE = /(?![\u200C\u200D])(?:\p{Cf}|\p{Variation_Selector})/gu;

// The upright bar stands in for the danda on keyboards without one.
const BAR_FOR_DANDA = /(?<=\p{Script=Devanagari}) *\|(?= |$)/gu;
