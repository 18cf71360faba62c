import { z } from 'zod';
import { allow, type Decision, refuse } from '../../kernel/refusal.ts';

/** An operator's wishes, as in the YAML file of `playlist write --operator-settings`. */
const playlistSettings = z
  .strictObject({
    /** Folder of the films beside the playlist, e.g. `sd-mpeg2`: for packages that open by double click after unzip. */
    folder: z.string().max(200).default(''),
    /** Films at `<addressBase>/<file>`, for machines that fetch. */
    addressBase: z.url({ protocol: /^https?$/ }).optional(),
    /** Films in this folder of the operator's machine, e.g. `D:\spots` or `/srv/spots`. */
    mediaRoot: z.string().min(1).max(300).optional(),
    titles: z.enum(['hindi', 'latin']).optional(),
    /** Whether a CSV begins with the mark by which Excel knows UTF-8. */
    bom: z.boolean().default(true),
  })
  .refine((settings) => !(settings.addressBase && settings.mediaRoot), 'addressBase and mediaRoot exclude each other');

export type PlaylistSettings = z.output<typeof playlistSettings>;

export function parsePlaylistSettings(data: unknown): Decision<PlaylistSettings> {
  const parsed = playlistSettings.safeParse(data ?? {});
  if (parsed.success) return allow(parsed.data);
  const detail = z.prettifyError(parsed.error).replaceAll('\n', ' ');
  return refuse({ code: 'playlist.settings', user: 'playlist.refused.settings', tech: detail, params: { detail } });
}
