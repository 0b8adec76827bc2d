import { type Kopecks } from "../../domain/money";
import { type UserFault } from "../../domain/user-fault";
import { type Branch } from "../../entities/branch";
import { Refused } from "../../errors";
import { type PosConnections } from "../branches/pos-connections";
import { isPosError } from "../branches/pos-fault";
import { inTime } from "../branches/in-time";
import * as fault from "./loyalty-faults";

/** The guest waits for it. */
const DEADLINE_MS = 5_000;
const REMEMBERED_MS = 10 * 60_000;

interface Known {
  readonly takesSum: boolean;
  readonly until: number;
}

/** Asks the POS whether its universal discount takes a sum, before anybody is promised one. */
export class ConfirmDiscount {
  /** By organization and discount; a discount hardly ever changes. */
  private readonly known = new Map<string, Known>();

  constructor(
    private readonly connections: PosConnections,
    private readonly clock: { now(): Date },
  ) {}

  /** @throws {Refused} DISCOUNT_NOT_MAPPED */
  async execute(branch: Branch, discount: Kopecks): Promise<void> {
    if (discount > 0 && !(await this.takesSum(branch))) throw new Refused<UserFault>([fault.discountNotMapped(null)]);
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
