import { type DataSource } from "typeorm";

import { dueIn, isOpenAtTill } from "../../../domain/orders/open-orders";
import { Observation } from "../../../domain/orders/order-event";
import { STATES_NEVER_IN_TILL } from "../../../domain/orders/settled-states";
import { OrderPoll } from "../../../entities/orders/order-poll";
import { isMomentary, OrganizationsDenied } from "../../../errors";
import { type Clock } from "../../../ports/clock";
import { can } from "../../../ports/pos/pos";
import { type PosChanges } from "../../../ports/pos/pos-changes";
import { type PosOrderUpdate } from "../../../ports/pos/pos-orders";
import { type LostOrganizations } from "../../pos/lost-organizations";
import { type PosAccess, type PosConnections } from "../../pos/pos-connections";
import { isPosError } from "../../pos/pos-user-error";
import { ONCE_MORE, tryAgain } from "../session/try-again";
import { type ReportUnexpected } from "../session/unexpected";
import { markSeen } from "./mark-seen";
import { type PolledOrganization, polledPlaces } from "./polled-places";
import { type ReconcileUpdates } from "./reconcile-updates";

const POLLED = { observedBy: Observation.POLL, confirmed: true };
const HOUR_MS = 3_600_000;

/**
 * Asks a POS, once for all organizations of a key, what has become of their orders (the job
 * `poll-orders`).
 */
export class PollOrders {
  constructor(
    private readonly parts: {
      readonly db: DataSource;
      readonly connections: PosConnections;
      readonly lostOrganizations: LostOrganizations;
      readonly reconcileUpdates: ReconcileUpdates;
      readonly clock: Clock;
      /** Called for what nobody expected. */
      readonly report: ReportUnexpected;
    },
  ) {}

  /**
   * Safe to repeat: a poll that broke off is read again from the same place. A POS that fails is
   * asked the next time.
   */
  async execute({
    branchIds,
    keyId,
  }: {
    branchIds: readonly string[];
    keyId?: string;
  }): Promise<void> {
    const places = await polledPlaces(this.parts, branchIds, keyId, this.parts.clock.now());
    if (!places) return;
    const { access, organizations } = places;
    const all = organizations.map(({ organizationId }) => organizationId);
    try {
      await this.parts.lostOrganizations.ask(access, all, (ids) =>
        this.poll(
          access,
          organizations.filter(({ organizationId }) => ids.includes(organizationId)),
          branchIds,
        ),
      );
    } catch (error) {
      if (!isPosError(error)) throw error;
    }
  }

  private async poll(
    access: PosAccess,
    organizations: readonly PolledOrganization[],
    branchIds: readonly string[],
  ): Promise<void> {
    const { db, clock, reconcileUpdates, report } = this.parts;
    const polledAt = clock.now();
    const organizationIds = organizations.map(({ organizationId }) => organizationId);
    const known = await db.manager.findOneBy(OrderPoll, { keyId: access.id });
    const goesOn = known !== null && known.organizationIds.join() === organizationIds.join();
    const since =
      goesOn && can(access.pos, "changes")
        ? await access.pos.orderChanges(access.credential, organizationIds, known.place)
        : null;
    const changes = since ?? (await this.readAnew(access, organizations, branchIds));
    try {
      await tryAgain(() => reconcileUpdates.execute(access, changes.updates, POLLED), ONCE_MORE);
    } catch (error) {
      if (isPosError(error) || isMomentary(error)) throw error;
      // All but what is about this order is recorded. Polls that came back to it for ever would
      // bring nothing new.
      report({ orderId: null, during: "poll-orders", error });
    }
    const poll = { keyId: access.id, organizationIds, place: changes.place, polledAt };
    await db.manager.upsert(OrderPoll, poll, ["keyId"]);
    await markSeen(db.manager, organizationIds, "polled_at", polledAt);
  }

  /**
   * After a gap: what is due around the open orders, and by id those that the till has put on
   * another day.
   */
  private async readAnew(
    access: PosAccess,
    organizations: readonly PolledOrganization[],
    branchIds: readonly string[],
  ): Promise<PosChanges> {
    const now = this.parts.clock.now();
    const organizationIds = organizations.map(({ organizationId }) => organizationId);
    const open = await openOrders(
      this.parts.db,
      { branchIds, organizationIds, keyId: access.id },
      now,
    );
    // A POS that tells no changes is asked for each open order.
    const { updates, place } = can(access.pos, "changes")
      ? await access.pos.ordersDue(access.credential, organizations, periodOf(open, now))
      : { updates: [], place: "" };
    const seen = new Set(updates.map(({ posOrderId }) => posOrderId));
    const missing = open.filter(({ posOrderId }) => !seen.has(posOrderId));
    const looks = [...new Set(missing.map(({ organizationId }) => organizationId))].map(
      (organizationId) => probe(access, organizationId, missing),
    );
    return { updates: [...updates, ...(await Promise.all(looks)).flat()], place };
  }
}

/**
 * An order may have been moved to an organization that the key does not see: that holds up no
 * others.
 */
async function probe(
  { pos, credential }: PosAccess,
  organizationId: string,
  missing: readonly OpenOrder[],
): Promise<PosOrderUpdate[]> {
  const there = missing.filter((order) => order.organizationId === organizationId);
  const ids = there.map(({ posOrderId }) => posOrderId);
  try {
    return await pos.findOrders(credential, organizationId, ids);
  } catch (error) {
    if (error instanceof OrganizationsDenied) return [];
    throw error;
  }
}

/** Tills promise an order for soon after it was placed, or for when the guest wants it. */
function periodOf(open: readonly OpenOrder[], now: Date): { from: Date; to: Date } {
  const due = open.map(({ dueAt }) => dueAt.getTime());
  const from = Math.min(now.getTime(), ...due) - HOUR_MS;
  return { from: new Date(from), to: new Date(now.getTime() + 12 * HOUR_MS) };
}

/** POSes forget an order after a week; more than this in one week means that a till closes none. */
const MOST = 5_000;

interface OpenOrder {
  readonly posOrderId: string;
  readonly organizationId: string;
  readonly dueAt: Date;
}

/** Whose orders are meant: those that were sent to these organizations, or with this key. */
interface SentTo {
  readonly branchIds: readonly string[];
  readonly organizationIds: readonly string[];
  readonly keyId: string;
}

/**
 * The orders of these branches that a till may still change, under every id they were sent with,
 * the latest first.
 */
async function openOrders(
  db: DataSource,
  { branchIds, organizationIds, keyId }: SentTo,
  now: Date,
): Promise<OpenOrder[]> {
  const rows = await db.query<{ id_in_pos: string; organization_id: string; due_at: Date }[]>(
    `select p.id_in_pos, coalesce(p.organization_id_in_pos, s.organization_id_in_pos) organization_id,
            ${dueIn("o")} due_at
     from orders o
     join branch_settings s on s.branch_id = o.branch_id
     join pos_orders p on p.order_id = o.id
     where o.branch_id = any ($1) and ${isOpenAtTill("o", "$2::timestamptz")}
       and o.injection_state not in ${STATES_NEVER_IN_TILL}
       and (p.key_id = $4 and p.organization_id_in_pos is not null or coalesce(p.organization_id_in_pos, s.organization_id_in_pos) = any ($5))
     order by due_at desc limit $3`,
    [branchIds, now, MOST, keyId, organizationIds],
  );
  return rows.map((row) => ({
    posOrderId: row.id_in_pos,
    organizationId: row.organization_id,
    dueAt: row.due_at,
  }));
}
