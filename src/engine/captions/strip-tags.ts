/**
 * Leaves the words of a caption line: no tags of HTML, WebVTT or YouTube (`<c>`, `<00:00:01.000>`), no ASS overrides
 * (`{\an8}`), no sound notes ([संगीत], [Music], ♪); the five named entities become their letters.
 */
export function stripTags(line: string): string {
  return line
    .replace(/<\/?[a-zA-Z][^<>]{0,200}>|<\d[\d:.]{3,12}>/g, '')
    .replace(/\{\\[^{}]{0,200}\}/g, '')
    .replace(/\[(?:संगीत|तालियाँ|हँसी|music|applause|laughter)\]/giu, '')
    .replace(/[♪♫]/gu, '')
    .replace(/&(amp|lt|gt|quot|nbsp);/g, (_, name: string) => ENTITIES[name] ?? '')
    .trim();
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };
