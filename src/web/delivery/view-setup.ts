import { join } from 'node:path';
import { comingDays, listOperatorFilms, listReleasedLogs, titleOf } from '../../domain/delivery/index.ts';
import type { Channel, Operator } from '../../domain/directory/index.ts';
import { readDeliveryPresets } from '../../engine/film/delivery-preset.ts';
import { findPreset, readVariant, withCleanFiles } from '../../engine/film/preset-variants.ts';
import { findPlaylistDialect } from '../../engine/playlists/dialects.ts';
import type { WebContext } from '../http/route.ts';
import { ownPath } from './operator-machine.ts';
import type { OperatorSetupView } from './operator-setup.tsx';

/** How this operator's machine can fetch by itself, and with what it can be tried. */
export async function viewSetup(
  c: WebContext,
  operator: Operator,
  channels: readonly Channel[],
): Promise<OperatorSetupView> {
  const app = c.get('app');
  const [t, language, own] = [c.get('t'), c.get('language'), ownPath(c)];
  const presets = await readDeliveryPresets(join(app.config.projectRoot, 'presets/delivery'));
  return {
    address: new URL(`${own}/manifest.json`, app.config.publicUrl).href,
    windowsHref: `${own}/scripts/prerna-windows.ps1`,
    linuxHref: `${own}/scripts/prerna-linux.sh`,
    links: [
      { label: t('op.manifest'), href: `${own}/manifest.json` },
      { label: t('op.manifestLines'), href: `${own}/manifest.txt` },
      { label: t('op.feed'), href: `${own}/feed.xml` },
    ],
    films: withCleanFiles(operator.settings.delivery).map((name) => {
      const preset = findPreset(presets, name);
      return preset ? `${preset.title[language]} · .${preset.extension}` : name;
    }),
    playlists: operator.settings.playlists,
    trial: viewTrial(c, operator, channels),
  };
}

/** A real film and a real list: the newest that are released to the operator. */
function viewTrial(c: WebContext, operator: Operator, channels: readonly Channel[]): OperatorSetupView['trial'] {
  const app = c.get('app');
  const { rows } = app.catalogue;
  const span = comingDays(app);
  const [film] = listOperatorFilms(rows, operator, span)
    .filter(({ preset }) => !readVariant(preset).slated)
    .sort((a, b) => (a.house < b.house ? 1 : -1));
  const [log] = listReleasedLogs(
    rows,
    channels.map((channel) => channel.id),
    span,
  );
  if (!film || !log) return undefined;
  const own = ownPath(c);
  return {
    title: `${titleOf(rows, film, c.get('language'))} (${film.house})`,
    sizeBytes: film.sizeBytes,
    href: `${own}/files/${film.preset}/${film.file}`,
    lists: operator.settings.playlists
      .filter((name) => findPlaylistDialect(name))
      .map((name) => ({
        label: c.get('t')('op.trialList', { kind: name }),
        href: `${own}/channels/${log.channelId}/logs/${log.day}.${name}`,
      })),
  };
}
