import { type Viewer } from "../../../domain/access/viewer";
import { type UserError } from "../../../domain/errors/user-error";
import { orderClaimed } from "../../../domain/orders/operator-errors";
import { claimAgainst } from "../../../domain/orders/order-claim";
import { type Order } from "../../../entities/orders/order";
import { Refused } from "../../../errors";

/**
 * Prevents actions on a locked order that another person has claimed. Guests are not bound by this:
 * what they may do does not depend on what the staff are working on.
 *
 * @throws {Refused} CONFLICT, with who has it and until when
 */
export function refuseIfClaimed(viewer: Viewer, order: Order, now: Date): void {
  const claim = viewer.kind === "key" ? claimAgainst(order, viewer.keyId, now) : null;
  if (claim) throw new Refused<UserError>([orderClaimed(claim)]);
}
