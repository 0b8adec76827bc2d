import { type Viewer } from "../../../domain/access/viewer";
import { type UserError } from "../../../domain/errors/user-error";
import { orderClaimed } from "../../../domain/orders/operator-errors";
import { claimAgainst } from "../../../domain/orders/order-claim";
import { type Order } from "../../../entities/orders/order";
import { Refused } from "../../../errors";

/**
 * Nobody acts on a locked order while another person is at it. Guests are not bound by that: what
 * they may do does not depend on who of the staff is where.
 *
 * @throws {Refused} CONFLICT, with who has it and until when
 */
export function refuseIfClaimed(viewer: Viewer, order: Order, now: Date): void {
  const claim = viewer.kind === "key" ? claimAgainst(order, viewer.keyId, now) : null;
  if (claim) throw new Refused<UserError>([orderClaimed(claim)]);
}
