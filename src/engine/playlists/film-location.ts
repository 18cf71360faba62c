import type { PlaylistSettings } from './playlist-settings.ts';

/** The film as a path or address for line-based playlists: raw for files, percent-encoded for addresses. */
export function filmPath(file: string, settings: PlaylistSettings): string {
  if (settings.addressBase) return joinWith('/', settings.addressBase, encodePath(file));
  if (settings.mediaRoot) {
    const slash = isWindowsPath(settings.mediaRoot) ? '\\' : '/';
    return joinWith(slash, settings.mediaRoot, file.replaceAll('/', slash));
  }
  const path = settings.folder === '' ? file : joinWith('/', settings.folder, file);
  // A name that begins with # would be read as a comment.
  return path.startsWith('#') ? `./${path}` : path;
}

/** The film as a URI, for formats that ask for one: `file:///D:/spots/…`, an address, or a relative reference. */
export function filmUri(file: string, settings: PlaylistSettings): string {
  if (settings.addressBase) return filmPath(file, settings);
  const { mediaRoot } = settings;
  if (!mediaRoot) return encodePath(settings.folder === '' ? file : joinWith('/', settings.folder, file));
  const path = joinWith('/', mediaRoot.replaceAll('\\', '/'), file);
  if (path.startsWith('//')) return `file:${encodePath(path)}`;
  return path.startsWith('/') ? `file://${encodePath(path)}` : `file:///${encodePath(path)}`;
}

function isWindowsPath(root: string): boolean {
  return /^[A-Za-z]:|\\/.test(root);
}

function joinWith(slash: string, root: string, file: string): string {
  return root.endsWith(slash) || root.endsWith('/') ? `${root}${file}` : `${root}${slash}${file}`;
}

function encodePath(path: string): string {
  return path
    .split('/')
    .map((part) => (/^[A-Za-z]:$/.test(part) ? part : encodeURIComponent(part)))
    .join('/');
}
