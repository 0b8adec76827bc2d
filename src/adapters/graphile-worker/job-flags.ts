const BRANCH = "branch:";
const QUEUE = "queue:";

/** What a job carries beside its payload, as graphile-worker's flags: workers skip jobs by them without reading them. */
export interface JobFlags {
  /** Whose work it is; null is nobody's in particular. */
  readonly branchId: string | null;
  readonly queue: string | null;
}

export function toFlags({ branchId, queue }: JobFlags): string[] {
  return [...(branchId === null ? [] : [BRANCH + branchId]), ...(queue === null ? [] : [QUEUE + queue])];
}

/** As the job table keeps them. */
export function toFlagsColumn(flags: JobFlags): Readonly<Record<string, true>> | null {
  const names = toFlags(flags);
  return names.length === 0 ? null : Object.fromEntries(names.map((name) => [name, true as const]));
}

export function readFlags(flags: Readonly<Record<string, true>> | null): JobFlags {
  const names = Object.keys(flags ?? {});
  const after = (prefix: string) => names.find((name) => name.startsWith(prefix))?.slice(prefix.length) ?? null;
  return { branchId: after(BRANCH), queue: after(QUEUE) };
}
