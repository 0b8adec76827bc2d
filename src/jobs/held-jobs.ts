import { type HeldJob } from "../ports/job-queue";

/**
 * Returns the statement that ends jobs, but only those still held as they were claimed: whoever
 * holds a job now continues it.
 *
 * @param ids a parameter of the statement, like the others; `columnsOf` supplies their values
 */
export function endingHeld(
  ids: `$${number}`,
  owners: `$${number}`,
  generations: `$${number}`,
): string {
  return `
  delete from jobs using unnest(${ids}::bigint[], ${owners}::uuid[], ${generations}::int[]) as ended (id, owner, generation)
  where jobs.id = ended.id and jobs.owner = ended.owner and jobs.generation = ended.generation`;
}

export function columnsOf(jobs: readonly HeldJob[]): unknown[][] {
  return [
    jobs.map(({ id }) => id),
    jobs.map(({ owner }) => owner),
    jobs.map(({ generation }) => generation),
  ];
}
