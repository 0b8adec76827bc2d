import { type DataSource, In } from "typeorm";

import { STATES_NOT_OURS_IN_TILL } from "../../../domain/orders/settled-states";
import { OrderPoll } from "../../../entities/orders/order-poll";
import { type Clock } from "../../../ports/clock";
import { type JobQueue } from "../../../ports/job-queue";
import { keyOf, readConnectedBranches } from "../../pos/connected-branches";
import { formerConnectionsInUse } from "../../pos/former-connections";
import { type PosConnections } from "../../pos/pos-connections";

/** A key without an order under way is asked this many times more rarely. */
const IDLE_FACTOR = 15;

interface Key {
  readonly id: string;
  /** Those that are connected with it, and those that were, with orders under way there. */
  readonly branchIds: Set<string>;
}

/**
 * Decides which keys are asked for news of their orders now (the job `plan-polls`). Asks no POS
 * itself.
 */
export class PlanPolls {
  constructor(
    private readonly parts: {
      readonly db: DataSource;
      readonly connections: PosConnections;
      readonly jobs: JobQueue;
      readonly clock: Clock;
      /** Between two polls of a key with orders under way; 0: nothing is polled. */
      readonly everySeconds: number;
    },
  ) {}

  /**
   * One job for each key that is due. A key is polled by one process at a time, and waits once at
   * most.
   */
  async execute(): Promise<void> {
    const { db, jobs } = this.parts;
    if (this.parts.everySeconds === 0) return;
    for (const { id, branchIds } of await this.due(await this.keys())) {
      const once = `poll:${id}`;
      const [branchId = null] = branchIds.size === 1 ? branchIds : [];
      const payload = { branchIds: [...branchIds], keyId: id };
      await jobs.enqueue(db.manager, "poll-orders", payload, { key: once, queue: once, branchId });
    }
  }

  private async due(keys: readonly Key[]): Promise<Key[]> {
    const { db, clock, everySeconds } = this.parts;
    const polls = await db.manager.findBy(OrderPoll, { keyId: In(keys.map(({ id }) => id)) });
    const polledAt = new Map(polls.map((poll) => [poll.keyId, poll.polledAt.getTime()]));
    const idleSince = clock.now().getTime() - everySeconds * IDLE_FACTOR * 1000;
    const busy = await this.busyBranches();
    return keys.filter(({ id, branchIds }) => {
      return (
        (polledAt.get(id) ?? 0) <= idleSince ||
        [...branchIds].some((branchId) => busy.has(branchId))
      );
    });
  }

  /** Branches with an order that the till is working on about now. */
  private async busyBranches(): Promise<Set<string>> {
    const rows = await this.parts.db.query<{ branch_id: string }[]>(
      `select distinct branch_id from orders
       where status not in ('CLOSED', 'CANCELLED')
         and injection_state not in ${STATES_NOT_OURS_IN_TILL}
         and coalesce(wanted_at, created_at) between $1::timestamptz - interval '12 hours' and $1::timestamptz + interval '12 hours'`,
      [this.parts.clock.now()],
    );
    return new Set(rows.map((row) => row.branch_id));
  }

  private async keys(): Promise<Key[]> {
    const { db, connections, clock } = this.parts;
    const connected = await readConnectedBranches(db, connections);
    const former = (await formerConnectionsInUse(db, clock.now())).map((each) => ({
      branchId: each.branchId,
      keyId: keyOf(connections, each),
    }));
    const branchIdsByKey = new Map<string, Set<string>>();
    for (const { keyId, branchId } of [...connected, ...former]) {
      if (keyId !== null)
        branchIdsByKey.set(keyId, (branchIdsByKey.get(keyId) ?? new Set()).add(branchId));
    }
    return [...branchIdsByKey].map(([id, branchIds]) => ({ id, branchIds }));
  }
}
