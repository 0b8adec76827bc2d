import { type EntityManager } from "typeorm";

import { Batcher } from "../../domain/concurrency/batcher";
import { extraMinutesOf } from "../../domain/hours/busy-kitchen";
import { dueIn } from "../../domain/orders/open-orders";
import { type Branch } from "../../entities/branches/branch";
import { type BranchSettings } from "../../entities/branches/branch-settings";
import { type Clock } from "../../ports/clock";
import { prepared } from "../../ports/prepared";

type Place = Pick<Branch, "id" | "busyMinutesAt">;
type Queue = Pick<BranchSettings, "queueOrders" | "queueMinutes">;

interface Counted {
  readonly branchId: string;
  readonly orders: number;
}

/**
 * What the kitchen still has to make within the hour. An order that is hours old no longer counts,
 * whatever its till says.
 */
const COUNT = prepared(`
  select o.branch_id as "branchId", count(*)::integer as orders from orders o
  where o.branch_id = any ($1::uuid[])
    and o.status not in ('CLOSED', 'CANCELLED')
    and o.status not in ('READY', 'WAITING_FOR_COURIER', 'ON_THE_WAY', 'DELIVERED')
    and ${dueIn("o")} > $2::timestamptz - interval '4 hours'
    and ${dueIn("o")} < $2::timestamptz + interval '1 hour'
  group by o.branch_id`);

/** Tells how much longer than usual kitchens currently take. */
export class BusyKitchens {
  private readonly queues = new Batcher((branchIds: readonly string[]) => this.count(branchIds));

  constructor(
    private readonly manager: EntityManager,
    private readonly clock: Clock,
  ) {}

  /** Queries the database only where the queue counts. */
  async extraMinutes(branch: Place, settings: Queue | null): Promise<number> {
    const byHand = branch.busyMinutesAt(this.clock.now());
    if (!settings || settings.queueOrders === 0 || settings.queueMinutes === 0) return byHand;
    const { queueOrders, queueMinutes } = settings;
    const orders = await this.queues.ask(branch.id);
    return extraMinutesOf({ byHand, orders, queueOrders, queueMinutes });
  }

  private async count(branchIds: readonly string[]): Promise<number[]> {
    const asked = [[...new Set(branchIds)], this.clock.now()];
    const found = await this.manager.query<Counted[]>(COUNT, asked);
    const orders = new Map(found.map((row) => [row.branchId, row.orders]));
    return branchIds.map((id) => orders.get(id) ?? 0);
  }
}
