import { type UserError } from "../../domain/errors/user-error";
import { type Kopecks } from "../../domain/money/money";
import { type Branch } from "../../entities/branches/branch";
import { Refused } from "../../errors";
import { type PosConnections } from "../pos/pos-connections";
import { isPosError } from "../pos/pos-user-error";
import { withTimeout } from "../pos/with-timeout";
import * as userError from "./loyalty-errors";

/** The guest is waiting. */
const DEADLINE_MS = 5_000;
const REMEMBERED_MS = 10 * 60_000;

interface Known {
  readonly takesSum: boolean;
  readonly until: number;
}

/**
 * Asks the POS whether its universal discount accepts a free amount, before one is promised to
 * anyone.
 */
export class ConfirmDiscount {
  /** By organization and discount; a discount hardly ever changes. */
  private readonly known = new Map<string, Known>();
  /** Questions in progress: callers that arrive in the meantime wait for the same answer. */
  private readonly asking = new Map<string, Promise<boolean>>();

  constructor(
    private readonly connections: PosConnections,
    private readonly clock: { now(): Date },
  ) {}

  /** @throws {Refused} DISCOUNT_NOT_MAPPED */
  async execute(branch: Branch, discount: Kopecks): Promise<void> {
    if (discount > 0 && !(await this.takesSum(branch)))
      throw new Refused<UserError>([userError.discountNotMapped(null)]);
  }

  /** A POS that does not answer is no reason to refuse an order: the POS decides in the end. */
  private async takesSum(branch: Branch): Promise<boolean> {
    const now = this.clock.now().getTime();
    try {
      const { pos, branch: place, settings } = await this.connections.of(branch.id);
      const { credential, organizationId } = place;
      const key = JSON.stringify([organizationId, settings.universalDiscountId]);
      const known = this.known.get(key);
      if (known && known.until > now) return known.takesSum;
      const ask = async () => {
        const discounts = (await pos.discounts(credential, [organizationId])).get(organizationId);
        const takesSum =
          discounts?.find(({ posId }) => posId === settings.universalDiscountId)?.takesSum ?? false;
        this.known.set(key, { takesSum, until: now + REMEMBERED_MS });
        return takesSum;
      };
      return await withTimeout(this.askOnce(key, ask), DEADLINE_MS);
    } catch (error) {
      if (isPosError(error)) return true;
      throw error;
    }
  }

  private askOnce(key: string, ask: () => Promise<boolean>): Promise<boolean> {
    const underWay = this.asking.get(key);
    if (underWay) return underWay;
    const answer = ask().finally(() => this.asking.delete(key));
    this.asking.set(key, answer);
    return answer;
  }
}
