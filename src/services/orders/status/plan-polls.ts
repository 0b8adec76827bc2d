import { duePolls } from "../../../domain/orders/poll-pace";
import { type Clock } from "../../../ports/clock";
import { type AnyJob, type JobOptions, type Tasks } from "../../../ports/job-queue";
import { type Transactions } from "../../../postgres/transaction";
import { type KeyOfBranches, type PolledKeys } from "./polled-keys";

/** As many processes may share the polls of one look; further keys cost no further job. */
const MOST_JOBS = 4;
/** Fewer are not worth a job of their own. */
const KEYS_OF_A_JOB = 50;
/** Longer than a poll takes: a process that dies with one holds the key up for no longer. */
const CLAIM_MS = 60_000;

/**
 * Claims keys that nobody else polls: `$1`, from now, `$2`, until `$3`. What is locked is just
 * being claimed.
 */
const CLAIM = `
with free as (
  select key_id from order_polls where key_id = any ($1) and (not_before is null or not_before <= $2)
  order by key_id for no key update skip locked
), again as (
  update order_polls poll set not_before = $3 from free where poll.key_id = free.key_id returning poll.key_id
), first as (
  insert into order_polls (key_id, organization_ids_in_pos, place, polled_at, not_before)
  select key.id, '{}', '', 'epoch', $3 from unnest($1::text[]) key (id)
  where not exists (select from order_polls poll where poll.key_id = key.id) order by key.id
  on conflict do nothing returning key_id
)
select key_id as id from again union all select key_id from first`;

/**
 * Decides which keys are asked for news of their orders now (the job `plan-polls`). Asks no POS
 * itself.
 */
export class PlanPolls {
  constructor(
    private readonly parts: {
      readonly transactions: Transactions;
      readonly polledKeys: PolledKeys;
      readonly clock: Clock;
      /** Between two polls of a key with orders under way; 0: nothing is polled. */
      readonly everySeconds: number;
    },
  ) {}

  /**
   * As many statements and jobs for thousands of keys as for a few. Safe to repeat, and in many
   * processes at once: a key is claimed by one of them, until its poll has ended.
   */
  async execute(): Promise<void> {
    const { transactions, polledKeys, clock, everySeconds } = this.parts;
    if (everySeconds === 0) return;
    const now = clock.now();
    const due = duePolls(await polledKeys.find(now), now.getTime(), everySeconds);
    if (due.length === 0) return;
    await transactions.run(async (tx) => {
      const until = new Date(now.getTime() + CLAIM_MS);
      const claimed = await tx.rows<{ id: string }>(CLAIM, [due.map(({ id }) => id), now, until]);
      const ids = new Set(claimed.map(({ id }) => id));
      await tx.enqueue(...jobsOf(due.filter(({ id }) => ids.has(id))));
    });
  }
}

function jobsOf(keys: readonly KeyOfBranches[]): AnyJob[] {
  const count = Math.min(MOST_JOBS, Math.ceil(keys.length / KEYS_OF_A_JOB));
  const size = Math.ceil(keys.length / count);
  return Array.from({ length: count }, (_, place) => keys.slice(place * size, (place + 1) * size))
    .filter((its) => its.length > 0)
    .map((its) => ({ task: "poll-orders", payload: payloadOf(its), options: optionsOf(its) }));
}

/** A process of the version before reads the first key alone; the others are claimed anew later. */
function payloadOf(keys: readonly KeyOfBranches[]): Tasks["poll-orders"] {
  const [first, ...others] = keys.map(({ id: keyId, branchIds }) => ({ keyId, branchIds }));
  return { branchIds: [], ...first, others };
}

function optionsOf(keys: readonly KeyOfBranches[]): JobOptions {
  const [branchId = null, ...others] = keys.flatMap(({ branchIds }) => branchIds);
  return { branchId: others.length === 0 ? branchId : null };
}
