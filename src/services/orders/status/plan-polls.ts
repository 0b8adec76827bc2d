import { duePolls } from "../../../domain/orders/poll-pace";
import { type Clock } from "../../../ports/clock";
import { type AnyJob, type JobOptions, type Tasks } from "../../../ports/job-queue";
import { type Transactions } from "../../../postgres/transaction";
import { type KeyOfBranches, type PolledKeys } from "./polled-keys";

/** How many processes may share the polls of one round; further keys need no further job. */
const MOST_JOBS = 4;
/** Fewer are not worth a separate job. */
const KEYS_OF_A_JOB = 50;
/**
 * Longer than a poll takes: a process that dies during one blocks the key for no longer than this.
 */
const CLAIM_MS = 60_000;

/**
 * Claims keys that no other process polls: `$1`, from now, `$2`, until `$3`. A locked one is just
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
 * Decides which keys are asked for news about their orders now (the job `plan-polls`). Does not
 * call any POS.
 */
export class PlanPolls {
  constructor(
    private readonly parts: {
      readonly transactions: Transactions;
      readonly polledKeys: PolledKeys;
      readonly clock: Clock;
      /** Interval between two polls of a key with pending orders; 0 disables polling. */
      readonly everySeconds: number;
    },
  ) {}

  /**
   * Takes as many statements and jobs for thousands of keys as for a few. Safe to repeat, and to
   * run in many processes simultaneously: a key is claimed by one of them until its poll has ended.
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

/**
 * A process of the previous version reads only the first key; the others are claimed again later.
 */
function payloadOf(keys: readonly KeyOfBranches[]): Tasks["poll-orders"] {
  const [first, ...others] = keys.map(({ id: keyId, branchIds }) => ({ keyId, branchIds }));
  return { branchIds: [], ...first, others };
}

function optionsOf(keys: readonly KeyOfBranches[]): JobOptions {
  const [branchId = null, ...others] = keys.flatMap(({ branchIds }) => branchIds);
  return { branchId: others.length === 0 ? branchId : null };
}
