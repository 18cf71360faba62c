import type { App } from '../../app.ts';
import { HttpRefusal } from './http-refusal.ts';
import type { Route } from './route.ts';

export const assetRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/assets/:hash/:name',
    who: 'anyone',
    owner: 'none',
    kind: 'machine',
    summary: 'Style sheets, icons and scripts of the pages',
    handler(c) {
      const asset = c.get('app').assets.get(c.req.param('name') ?? '');
      if (!asset || asset.hash !== c.req.param('hash')) throw new HttpRefusal(404, 'error.notFound');
      // The address holds the hash of the bytes, so a browser may keep them for ever.
      const headers = {
        'content-type': asset.type,
        'cache-control': 'public, max-age=31536000, immutable',
        etag: `"${asset.hash}"`,
      };
      return c.body(asset.bytes, 200, headers);
    },
  },
];

/**
 * The address of an asset; throws for a name that is not there, for every name is ours. Only a run from source, in a
 * test, has no islands: there it answers an address without bytes behind it.
 */
export function assetUrl(app: App, name: string): string {
  const asset = app.assets.get(name);
  const unbuilt = ![...app.assets.keys()].some((built) => built.endsWith('.island.js'));
  if (!asset && unbuilt && name.endsWith('.island.js')) return `/assets/unbuilt/${name}`;
  if (!asset) throw new Error(`no asset ${name}`);
  return `/assets/${asset.hash}/${name}`;
}
