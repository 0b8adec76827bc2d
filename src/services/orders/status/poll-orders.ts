import { type DataSource, In } from "typeorm";

import { FewAtATime } from "../../../domain/concurrency/few-at-a-time";
import { Observation } from "../../../domain/orders/order-event";
import { OrderPoll } from "../../../entities/orders/order-poll";
import { isMomentary } from "../../../errors";
import { type Clock } from "../../../ports/clock";
import { type Tasks } from "../../../ports/job-queue";
import { can } from "../../../ports/pos/pos";
import { type PosOrderUpdate } from "../../../ports/pos/pos-orders";
import { type LostOrganizations } from "../../pos/lost-organizations";
import { type PosAccess, type PosConnections } from "../../pos/pos-connections";
import { isPosError } from "../../pos/pos-user-error";
import { ONCE_MORE, tryAgain } from "../session/try-again";
import { type ReportUnexpected } from "../session/unexpected";
import { PollEnds } from "./poll-ends";
import { type PolledOrganization, type PolledPlaces, polledPlaces } from "./polled-places";
import { readAnew } from "./read-anew";
import { type ReconcileUpdates } from "./reconcile-updates";

const POLLED = { observedBy: Observation.POLL, confirmed: true };
/** POSes are asked in parallel: one that hangs holds up no other. */
const AT_ONCE = 100;
/** A job must end: keys that have not had their turn by then are polled by the next one. */
const LONGEST_MS = 60_000;

/** The poll of one key. */
interface Poll extends PolledPlaces {
  readonly known: OrderPoll | undefined;
}

/**
 * Asks POSes, once for all organizations of a key, what has become of their orders (the job
 * `poll-orders`). Keys that are polled simultaneously share their statements.
 */
export class PollOrders {
  private readonly ends: PollEnds;

  constructor(
    private readonly parts: {
      readonly db: DataSource;
      readonly connections: PosConnections;
      readonly lostOrganizations: LostOrganizations;
      readonly reconcileUpdates: ReconcileUpdates;
      readonly clock: Clock;
      /** Interval between two polls of a key with pending orders. */
      readonly everySeconds: number;
      /** Called for unexpected errors. */
      readonly report: ReportUnexpected;
    },
  ) {
    this.ends = new PollEnds(parts.db);
  }

  /**
   * Safe to repeat: a poll that was interrupted is read again from the same place. A POS that fails
   * is asked again next time.
   *
   * @throws what the database throws, after the other keys are polled
   */
  async execute({ others = [], ...first }: Tasks["poll-orders"]): Promise<void> {
    const { db, clock } = this.parts;
    const startedAt = clock.now().getTime();
    const places = await polledPlaces(this.parts, [first, ...others], clock.now());
    const keyIds = places.map(({ access }) => access.id);
    const rows = await db.manager.findBy(OrderPoll, { keyId: In(keyIds) });
    const known = new Map(rows.map((row) => [row.keyId, row]));
    const few = new FewAtATime(AT_ONCE);
    const polls = places.map((each) =>
      few.run(() => this.pollWithin(startedAt, { ...each, known: known.get(each.access.id) })),
    );
    const failed = (await Promise.allSettled(polls)).find(({ status }) => status === "rejected");
    if (failed?.status === "rejected") throw failed.reason;
  }

  private async pollWithin(startedAt: number, poll: Poll): Promise<void> {
    const now = this.parts.clock.now();
    if (now.getTime() - startedAt > LONGEST_MS) return this.ends.failed(poll.access.id, now);
    try {
      if (await this.pollWithoutLost(poll)) return;
    } catch (error) {
      if (isMomentary(error)) throw error;
      if (!isPosError(error)) this.report(error);
    }
    const pauseMs = this.parts.everySeconds * 1000;
    await this.ends.failed(poll.access.id, new Date(now.getTime() + pauseMs));
  }

  /** Returns whether anything was left to ask about. */
  private async pollWithoutLost(poll: Poll): Promise<boolean> {
    const all = poll.organizations.map(({ organizationId }) => organizationId);
    const asked = await this.parts.lostOrganizations.ask(poll.access, all, async (ids) => {
      const left = poll.organizations.filter(({ organizationId }) => ids.includes(organizationId));
      await this.poll(poll, left);
      return true;
    });
    return asked ?? false;
  }

  private async poll(
    { access, branchIds, known }: Poll,
    organizations: readonly PolledOrganization[],
  ): Promise<void> {
    const { db, clock } = this.parts;
    const polledAt = clock.now();
    const organizationIds = organizations.map(({ organizationId }) => organizationId);
    const goesOn = known !== undefined && known.organizationIds.join() === organizationIds.join();
    const since =
      goesOn && can(access.pos, "changes")
        ? await access.pos.orderChanges(access.credential, organizationIds, known.place)
        : null;
    const { updates, place } =
      since ?? (await readAnew(db, { access, branchIds, organizations }, polledAt));
    const told = await this.reconcile(access, updates);
    await this.ends.done({ keyId: access.id, organizationIds, place, polledAt, told });
  }

  /** Returns the POS ids of our orders that were reported. */
  private async reconcile(
    access: PosAccess,
    updates: readonly PosOrderUpdate[],
  ): Promise<readonly string[]> {
    const { reconcileUpdates } = this.parts;
    try {
      return await tryAgain(() => reconcileUpdates.execute(access, updates, POLLED), ONCE_MORE);
    } catch (error) {
      if (isPosError(error) || isMomentary(error)) throw error;
      // Everything except this order's news has been recorded. Returning to it in every poll would
      // bring nothing new.
      this.report(error);
      return [];
    }
  }

  private report(error: unknown): void {
    this.parts.report({ orderId: null, during: "poll-orders", error });
  }
}
