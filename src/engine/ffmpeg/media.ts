import { type Capabilities, findCapabilities } from './capabilities.ts';
import { findTools, type MediaTools, type WhereToLook } from './find-tools.ts';
import { createMediaRunner } from './run.ts';
import type { MediaRunner, RunLogger } from './run-order.ts';
import { proveSandbox, type Sandbox, type SandboxWish } from './sandbox.ts';

/** All that is needed to work on films: the programs, their walls, and the one way to run them. */
export interface Media {
  readonly tools: MediaTools;
  readonly capabilities: Capabilities;
  readonly sandbox: Sandbox;
  readonly runner: MediaRunner;
}

/** The decided settings that media work depends on; the service's Config fits. */
export interface MediaSettings extends WhereToLook {
  readonly sandbox: SandboxWish['mode'];
}

/** Finds FFmpeg and proves the walls (about half a second). Throws ToolsMissingError or SandboxError, whose messages say what to do. */
export async function createMedia(settings: MediaSettings, logger?: RunLogger): Promise<Media> {
  const tools = await findTools(settings);
  const [sandbox, capabilities] = await Promise.all([
    proveSandbox({ mode: settings.sandbox, searchPath: settings.searchPath }, tools),
    findCapabilities(tools),
  ]);
  return { tools, capabilities, sandbox, runner: createMediaRunner({ tools, sandbox, ...(logger && { logger }) }) };
}
