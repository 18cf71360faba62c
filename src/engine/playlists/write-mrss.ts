import { FRAME_RATE } from '../../kernel/frames.ts';
import { filmType } from './film-type.ts';
import { escapeXml, oneLine } from './plain-text.ts';

/** One file of a spot, in one delivery preset. */
export interface Rendition {
  readonly uri: string;
  readonly bytes?: number | undefined;
  /** Readers know MD5 and SHA-1 here, nothing stronger. */
  readonly md5?: string | undefined;
}

export interface FeedItem {
  /** Never the same for two items of a feed. */
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly lengthFrames: number;
  /** The first is the one that a reader takes who can take only one. */
  readonly renditions: readonly Rendition[];
}

export interface Feed {
  readonly title: string;
  readonly link: string;
  /** The feed's own address, where it has one. */
  readonly self?: string | undefined;
  readonly changedAt?: Date | undefined;
  readonly items: readonly FeedItem[];
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

/**
 * Media RSS: the renditions of a spot in one `media:group`, sizes as `fileSize`, lengths in whole seconds, and RSS's own
 * `enclosure` for readers that know no more. Same feed, same bytes.
 */
export function writeMrss({ title, link, self, changedAt, items }: Feed): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom">',
    '  <channel>',
    `    ${element('title', title)}`,
    `    ${element('link', link)}`,
    `    ${element('description', title)}`,
    '    <language>hi</language>',
    ...(self ? [`    ${empty('atom:link', { href: self, rel: 'self', type: 'application/rss+xml' })}`] : []),
    ...(changedAt ? [`    ${element('lastBuildDate', changedAt.toUTCString())}`] : []),
    ...items.flatMap(writeItem),
    '  </channel>',
    '</rss>',
    '',
  ].join('\n');
}

function writeItem({ id, title, about, lengthFrames, renditions }: FeedItem): string[] {
  const enclosed = renditions.find((one) => one.bytes !== undefined);
  return [
    '    <item>',
    `      ${element('title', title)}`,
    `      ${element('description', about)}`,
    `      ${element('guid', id, { isPermaLink: 'false' })}`,
    // All three of its attributes are required, so a file of unknown size has none.
    ...(enclosed
      ? [`      ${empty('enclosure', { url: enclosed.uri, length: enclosed.bytes, type: filmType(enclosed.uri) })}`]
      : []),
    '      <media:group>',
    `        ${element('media:title', title, { type: 'plain' })}`,
    ...renditions.flatMap((one, index) => writeContent(one, index === 0, lengthFrames)),
    '      </media:group>',
    '    </item>',
  ];
}

function writeContent({ uri, bytes, md5 }: Rendition, isDefault: boolean, lengthFrames: number): string[] {
  const seconds = lengthFrames / FRAME_RATE;
  const attributes = {
    url: uri,
    // Spelled so; "filesize" of some feeds in the wild is read by nobody.
    fileSize: bytes,
    type: filmType(uri),
    medium: 'video',
    isDefault: String(isDefault),
    expression: 'full',
    // Kilobits a second over the whole file.
    bitrate: bytes === undefined ? undefined : Math.round((bytes * 8) / seconds / 1000),
    framerate: FRAME_RATE,
    duration: Math.ceil(seconds),
    lang: 'hi',
  };
  if (md5 === undefined) return [`        ${empty('media:content', attributes)}`];
  return [
    `        <media:content${write(attributes)}>`,
    `          ${element('media:hash', md5, { algo: 'md5' })}`,
    '        </media:content>',
  ];
}

function element(name: string, text: string, attributes: Attributes = {}): string {
  return `<${name}${write(attributes)}>${escapeXml(oneLine(text))}</${name}>`;
}

function empty(name: string, attributes: Attributes): string {
  return `<${name}${write(attributes)}/>`;
}

function write(attributes: Attributes): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join('');
}
