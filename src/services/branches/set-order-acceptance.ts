import { type DataSource } from "typeorm";

import { type Viewer } from "../../domain/viewer";
import { Branch } from "../../entities/branch";
import { lockBranch } from "./lock-branch";

export interface OrderAcceptance {
  /** undefined or null: as it was. */
  readonly delivery?: boolean | null | undefined;
  readonly pickup?: boolean | null | undefined;
}

/** Opens or closes a branch for delivery, pick-up or both. Orders that were taken already go on. */
export class SetOrderAcceptance {
  constructor(private readonly db: DataSource) {}

  /**
   * @throws {Refused} NOT_FOUND
   */
  async execute(viewer: Viewer, branchId: string, acceptance: OrderAcceptance): Promise<Branch> {
    return this.db.transaction(async (tx) => {
      const branch = await lockBranch(tx, viewer, branchId);
      branch.acceptingDelivery = acceptance.delivery ?? branch.acceptingDelivery;
      branch.acceptingPickup = acceptance.pickup ?? branch.acceptingPickup;
      const { acceptingDelivery, acceptingPickup } = branch;
      await tx.update(Branch, { id: branch.id }, { acceptingDelivery, acceptingPickup });
      return branch;
    });
  }
}
