/** A film that an operator needs: where it lies under the operator's address, and the days it is planned for. */
export interface NeededFile {
  readonly house: string;
  readonly preset: string;
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  /** First day it is planned. */
  readonly first: string;
  /** First day it must no longer run; null when it has no end. */
  readonly kill: string | null;
}

/** A cut that must be taken off every machine: consent withdrawn, or stopped by the department. */
export interface RemovedCut {
  readonly house: string;
  readonly reason: string;
  readonly since: string;
}

export interface ManifestInput {
  readonly operator: { readonly id: string; readonly name: string };
  readonly generatedAt: Date;
  /** Head of the audit chain: what an operator has fetched anchors the chain outside our house. */
  readonly auditHead: string;
  readonly files: readonly NeededFile[];
  readonly logs: readonly { readonly channel: string; readonly day: string; readonly version: number }[];
  readonly removed: readonly RemovedCut[];
}

/** What a machine must have and must not have: formats c10. One line for each file of a preset, recalled ones never. */
export function buildManifest(input: ManifestInput) {
  const gone = new Set(input.removed.map((one) => one.house));
  const groups = Map.groupBy(
    input.files.filter((file) => !gone.has(file.house)),
    (file) => `${file.preset}/${file.file}`,
  );
  const need = [...groups].map(([path, files]) => mergeDays(path, files)).sort(byText((one) => one.file));
  return {
    operator: input.operator.id,
    operatorName: input.operator.name,
    generated: input.generatedAt.toISOString(),
    audit: { head: input.auditHead },
    need,
    logs: [...input.logs].sort(byText((log) => `${log.day} ${log.channel}`)),
    remove: [...input.removed].sort(byText((one) => one.house)),
  };
}

function mergeDays(path: string, files: readonly NeededFile[]) {
  const [one] = files;
  if (!one) throw new RangeError(`no file for ${path}`);
  if (files.some((file) => file.sha256 !== one.sha256)) throw new RangeError(`two films under one name: ${path}`);
  const { house, preset, bytes, sha256 } = one;
  const first = files.map((file) => file.first).reduce((a, b) => (a < b ? a : b));
  const kills = files.map((file) => file.kill);
  const kill = kills.includes(null) ? null : kills.reduce((a, b) => ((a ?? '') > (b ?? '') ? a : b));
  return { house, preset, file: `files/${path}`, bytes, sha256, first, kill };
}

function byText<T>(textOf: (item: T) => string): (a: T, b: T) => number {
  return (a, b) => (textOf(a) < textOf(b) ? -1 : textOf(a) > textOf(b) ? 1 : 0);
}

/** What of a list of files is still to be fetched, by content: a renamed copy counts as had, a changed one does not. */
export function splitByHoldings<T extends { readonly sha256: string; readonly bytes: number }>(
  need: readonly T[],
  held: ReadonlySet<string>,
): { readonly fresh: readonly T[]; readonly had: readonly T[]; readonly freshBytes: number } {
  const fresh = need.filter((file) => !held.has(file.sha256));
  const had = need.filter((file) => held.has(file.sha256));
  return { fresh, had, freshBytes: fresh.reduce((sum, file) => sum + file.bytes, 0) };
}
