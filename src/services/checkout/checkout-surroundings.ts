import { type DataSource } from "typeorm";

import { type Viewer } from "../../domain/access/viewer";
import { type UserError } from "../../domain/errors/user-error";
import { isUuid } from "../../domain/ids";
import { Branch } from "../../entities/branches/branch";
import { BranchSettings } from "../../entities/branches/branch-settings";
import { Quote } from "../../entities/checkout/quote";
import { Refused } from "../../errors";
import { type Clock } from "../../ports/clock";
import { type ShownMenu } from "../catalogue/menu/shown-menu";
import { type KeptZones } from "../delivery/kept-zones";
import { type KnownStreets } from "../delivery/known-streets";
import { RowReader } from "../orders/rows/order-rows";
import { type BusyKitchens } from "./busy-kitchens";
import { type ChooseTime } from "./choose-time";
import { branchNotFound } from "./order-errors";
import { type WantedOrder } from "./wanted-order";

export interface SurroundingParts {
  readonly db: DataSource;
  readonly menus: {
    get(branchId: string, leastRevision?: number): Promise<ShownMenu | undefined>;
  };
  readonly zones: KeptZones;
  readonly streets: Pick<KnownStreets, "check">;
  readonly times: Pick<ChooseTime, "wouldBe">;
  readonly busyKitchens: BusyKitchens;
  readonly clock: Clock;
}

/** Everything from tables or memory that is needed to judge an order. Does not ask the POS. */
export class CheckoutSurroundings {
  private readonly branches: RowReader<Branch>;
  private readonly settings: RowReader<BranchSettings>;

  constructor(private readonly parts: SurroundingParts) {
    this.branches = new RowReader(parts.db.manager, Branch, "id");
    this.settings = new RowReader(parts.db.manager, BranchSettings, "branch_id");
  }

  /**
   * @param unreadable errors from parsing the order; reported together with all others
   * @throws {Refused} the viewer has no such branch
   */
  async read(order: WantedOrder, unreadable: readonly UserError[], viewer: Viewer) {
    const { branchId, quoteId } = order;
    if (!isUuid(branchId)) throw new Refused([branchNotFound(), ...unreadable]);
    const [branch, settings, quote] = await Promise.all([
      this.branches.find(branchId),
      this.settings.find(branchId),
      quoteId && isUuid(quoteId) ? this.parts.db.manager.findOneBy(Quote, { id: quoteId }) : null,
    ]);
    // Another process may have made the quote from a menu that this one has not read yet.
    const menu = await this.parts.menus.get(
      branchId,
      quote && quote.branchId === branch?.id ? quote.menuRevision : 0,
    );
    if (!menu || !branch?.isShownTo(viewer)) throw new Refused([branchNotFound(), ...unreadable]);
    const [kept, extraMinutes, takenFor, street] = await Promise.all([
      this.parts.zones.of(branch, settings),
      this.parts.busyKitchens.extraMinutes(branch, settings),
      this.parts.times.wouldBe(order, { branch, settings }),
      this.parts.streets.check(order.address, settings),
    ]);
    const when = { now: this.parts.clock.now(), takenFor };
    return { branch, settings, quote, menu, ...kept, extraMinutes, street, when };
  }
}
