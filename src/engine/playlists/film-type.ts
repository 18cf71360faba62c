const TYPES: Readonly<Record<string, string>> = {
  mp4: 'video/mp4',
  mpg: 'video/mpeg',
  ts: 'video/mp2t',
  mxf: 'application/mxf',
};

/** What a film's file is called on the wire, by its ending. */
export function filmType(fileName: string): string {
  return TYPES[fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream';
}
