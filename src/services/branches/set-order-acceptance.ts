import { type DataSource } from "typeorm";

import { type Viewer } from "../../domain/access/viewer";
import { type UserError } from "../../domain/errors/user-error";
import { Fulfilment } from "../../domain/ticket/order-ticket";
import { Branch } from "../../entities/branches/branch";
import { Refused } from "../../errors";
import { type Clock } from "../../ports/clock";
import { invalid } from "./changes/branch-error";
import { lockBranch } from "./changes/lock-branch";
import { recordChanges, type RecordedChange } from "./changes/record-changes";

export interface OrderAcceptance {
  /** undefined or null: unchanged. */
  readonly delivery?: boolean | null | undefined;
  readonly pickup?: boolean | null | undefined;
  /** When what is closed now reopens automatically; null: when somebody reopens it. */
  readonly until?: Date | null | undefined;
}

const LONGEST_PAUSE_MS = 366 * 24 * 3600 * 1000;

/**
 * Opens or closes a branch for delivery, pick-up or both. Orders that were already accepted
 * continue.
 */
export class SetOrderAcceptance {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Safe to repeat. Pausing again sets the new end, or removes it.
   *
   * @throws {Refused} NOT_FOUND; INVALID: `until` is not within the next year, or nothing is closed
   *   until then
   */
  async execute(viewer: Viewer, branchId: string, acceptance: OrderAcceptance): Promise<Branch> {
    const now = this.clock.now();
    return this.db.transaction(async (tx) => {
      const branch = await lockBranch(tx, viewer, branchId);
      const userErrors = untilErrors(acceptance, now);
      if (userErrors.length > 0) throw new Refused<UserError>(userErrors);

      const earlier = shown(branch, now);
      change(branch, acceptance);
      const { acceptingDelivery, deliveryPausedUntil, acceptingPickup, pickupPausedUntil } = branch;
      const columns = {
        acceptingDelivery,
        deliveryPausedUntil,
        acceptingPickup,
        pickupPausedUntil,
      };
      await tx.update(Branch, { id: branch.id }, columns);
      await recordChanges(tx, viewer, differences(branch.id, earlier, shown(branch, now)));
      return branch;
    });
  }
}

function untilErrors({ delivery, pickup, until }: OrderAcceptance, now: Date): UserError[] {
  if (!until) return [];
  const userErrors: UserError[] = [];
  const aheadMs = until.getTime() - now.getTime();
  if (!(aheadMs > 0 && aheadMs <= LONGEST_PAUSE_MS)) {
    const ru = "Конец паузы должен быть в будущем, не дальше года";
    userErrors.push(invalid(["until"], ru, "A pause ends in the future, within a year"));
  }
  if (delivery !== false && pickup !== false) {
    const ru = "Укажите, что закрыть до этого времени: delivery: false или pickup: false";
    const en = "Say what is closed until then: delivery: false or pickup: false";
    userErrors.push(invalid(["until"], ru, en));
  }
  return userErrors;
}

function change(branch: Branch, { delivery, pickup, until = null }: OrderAcceptance): void {
  if (typeof delivery === "boolean") {
    branch.acceptingDelivery = delivery;
    branch.deliveryPausedUntil = delivery ? null : until;
  }
  if (typeof pickup === "boolean") {
    branch.acceptingPickup = pickup;
    branch.pickupPausedUntil = pickup ? null : until;
  }
}

function shown(branch: Branch, now: Date): Record<string, string> {
  const { deliveryPausedUntil, pickupPausedUntil } = branch;
  const words = (accepts: boolean, until: Date | null) =>
    accepts ? "true" : ["false", until && `until ${until.toISOString()}`].filter(Boolean).join(" ");
  return {
    acceptingDelivery: words(branch.accepts(Fulfilment.DELIVERY, now), deliveryPausedUntil),
    acceptingPickup: words(branch.accepts(Fulfilment.PICKUP, now), pickupPausedUntil),
  };
}

function differences(
  branchId: string,
  earlier: Record<string, string>,
  later: Record<string, string>,
): RecordedChange[] {
  return Object.entries(later).flatMap(([field, after]) => {
    const before = earlier[field] ?? null;
    return before === after ? [] : [{ branchId, field, before, after }];
  });
}
