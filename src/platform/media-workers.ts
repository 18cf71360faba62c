/** What the machine (or the container around us) may use. */
export interface MachineRoom {
  readonly cores: number;
  readonly memoryBytes: number;
}

const GIB = 2 ** 30;
// Threads cost no CPU but help no further (1, 2, 8 of x264: 3.05, 3.19, 3.22 CPU s): each film gets two, and more cores make more films.
const CORES_PER_FILM = 2;
// Measured peak of a five-preset render is 0.9 GB; a film of 50 pictures a second and QC beside it need more.
const GIB_PER_FILM = 1.5;

/** How many films are made at once: one per 2 cores and 1.5 GiB, at least one. */
export function decideMediaWorkers({ cores, memoryBytes }: MachineRoom): number {
  return Math.max(1, Math.floor(Math.min(cores / CORES_PER_FILM, memoryBytes / GIB / GIB_PER_FILM)));
}
