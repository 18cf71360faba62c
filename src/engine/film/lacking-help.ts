import type { Refusal } from '../../kernel/refusal.ts';
import type { Capabilities } from '../ffmpeg/capabilities.ts';
import type { HelpName } from './shot-helps.ts';

/** The helps that an FFmpeg can give; light is changed by a filter that every FFmpeg has. */
export function offeredHelps({ vidstab, hqdn3d }: Pick<Capabilities, 'vidstab' | 'hqdn3d'>): readonly HelpName[] {
  return [...(vidstab ? (['steady'] as const) : []), ...(hqdn3d ? (['denoise'] as const) : []), 'exposure'];
}

/** Why a film can't be made with the asked helps here, if it can't. */
export function lackingHelp(
  asked: readonly HelpName[],
  capabilities: Pick<Capabilities, 'vidstab' | 'hqdn3d'>,
): Refusal | undefined {
  const missing = asked.find((help) => !offeredHelps(capabilities).includes(help));
  if (!missing) return undefined;
  const user = missing === 'steady' ? 'film.refused.noSteady' : 'film.refused.noDenoise';
  return { code: 'film.help', user, tech: `this FFmpeg lacks the filters of ${missing}` };
}
