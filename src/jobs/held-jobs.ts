import { type HeldJob } from "../ports/job-queue";

/**
 * The statement that ends jobs, of those only what is still held as it was claimed: whoever has a
 * job now goes on with it.
 *
 * @param ids a parameter of the statement, like the others; `columnsOf` has their values
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
