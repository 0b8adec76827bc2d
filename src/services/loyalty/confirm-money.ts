import { type OrderMoney } from "../../domain/order-money";
import { type UserFault } from "../../domain/user-fault";
import { type Branch } from "../../entities/branch";
import { LoyaltyDisabled, Refused } from "../../errors";
import { type PosConnections } from "../branches/pos-connections";
import { isPosError, refusedByPos } from "../branches/pos-fault";
import { inTime } from "../branches/in-time";
import * as fault from "./loyalty-faults";
import { type ReadLoyalty } from "./read-loyalty";
import { type PointsOnOffer } from "./reserve-points";

/** The guest waits for it. */
const DEADLINE_MS = 5_000;
const REMEMBERED_MS = 10 * 60_000;

interface Known {
  readonly takesSum: boolean;
  readonly until: number;
}

/** Asks the POS what an order's discounts and points stand on, before the order is taken. */
export class ConfirmMoney {
  /** By organization and discount; a discount hardly ever changes. */
  private readonly known = new Map<string, Known>();

  constructor(
    private readonly connections: PosConnections,
    private readonly readLoyalty: ReadLoyalty,
    private readonly clock: { now(): Date },
  ) {}

  /**
   * @returns what the guest has, read now; null when the order spends no points
   * @throws {Refused} DISCOUNT_NOT_MAPPED, LOYALTY_DISABLED; UPSTREAM_UNAVAILABLE: the balance cannot be read now
   */
  async execute(branch: Branch, phone: string, money: OrderMoney): Promise<PointsOnOffer | null> {
    const [takesSum, offer] = await Promise.all([
      money.discount === 0 || this.takesSum(branch),
      money.bonusSpent === 0 ? null : this.offer(branch, phone),
    ]);
    if (!takesSum) throw new Refused<UserFault>([fault.discountNotMapped()]);
    return offer;
  }

  private async offer(branch: Branch, phone: string): Promise<PointsOnOffer> {
    try {
      const { walletId, balance, asOf } = await refusedByPos(() =>
        this.readLoyalty.execute(branch.id, phone, { deadlineMs: DEADLINE_MS }),
      );
      return { walletId, balance, readAt: asOf };
    } catch (error) {
      if (error instanceof LoyaltyDisabled) throw new Refused<UserFault>([fault.pointsDisabled()]);
      throw error;
    }
  }

  /** A POS that does not tell is no reason to refuse an order: the till has the last word. */
  private async takesSum(branch: Branch): Promise<boolean> {
    const now = this.clock.now().getTime();
    try {
      const { pos, branch: place, settings } = await this.connections.of(branch.id);
      const { credential, organizationId } = place;
      const key = `${organizationId} ${settings.universalDiscountId}`;
      const known = this.known.get(key);
      if (known && known.until > now) return known.takesSum;
      const discounts = (await inTime(pos.discounts(credential, [organizationId]), DEADLINE_MS)).get(organizationId);
      const takesSum = discounts?.find(({ posId }) => posId === settings.universalDiscountId)?.kind === "FlexibleSum";
      this.known.set(key, { takesSum, until: now + REMEMBERED_MS });
      return takesSum;
    } catch (error) {
      if (isPosError(error)) return true;
      throw error;
    }
  }
}
