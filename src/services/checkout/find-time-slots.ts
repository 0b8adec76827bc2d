import { type DataSource } from "typeorm";

import { operatesBranch, seesBranch, type Viewer } from "../../domain/access/viewer";
import { NO_SUCH_BRANCH, NOT_A_DAY } from "../../domain/errors/thrown-texts";
import { type Received } from "../../domain/hours/branch-hours";
import { isUuid } from "../../domain/ids";
import { type TimeSlot } from "../../domain/slots/time-slots";
import { isLocalDate } from "../../domain/time/local-date";
import { Branch } from "../../entities/branches/branch";
import { BranchSettings } from "../../entities/branches/branch-settings";
import { InvalidInput, NotFound } from "../../errors";
import { type FreeSlots } from "./free-slots";

/** A slot as shown to a viewer. */
export interface FoundSlot extends TimeSlot {
  readonly isFree: boolean;
  /** How many orders it has; null: only the branch's own staff may know. */
  readonly orders: number | null;
}

/** Lists the times on a day for which a branch accepts orders. */
export class FindTimeSlots {
  constructor(
    private readonly db: DataSource,
    private readonly slots: FreeSlots,
  ) {}

  /**
   * @param day of the branch's calendar, for example 2026-12-31
   * @throws {NotFound} the branch does not exist, or the viewer may not see it
   * @throws {InvalidInput} it is not a day
   */
  async execute(
    viewer: Viewer,
    branchId: string,
    day: string,
    fulfilment: Received,
  ): Promise<FoundSlot[]> {
    if (!isLocalDate(day)) throw new InvalidInput(NOT_A_DAY);
    const known = seesBranch(viewer, branchId) && isUuid(branchId);
    const [branch, settings] = known
      ? await Promise.all([
          this.db.manager.findOneBy(Branch, { id: branchId }),
          this.db.manager.findOneBy(BranchSettings, { branchId }),
        ])
      : [null, null];
    if (!settings || !branch?.isShownTo(viewer)) throw new NotFound(NO_SUCH_BRANCH);
    const mayCount = operatesBranch(viewer, branchId);
    const slots = await this.slots.on(day, { branch, settings, fulfilment });
    return slots.map(({ orders, ...slot }) => ({ ...slot, orders: mayCount ? orders : null }));
  }
}
