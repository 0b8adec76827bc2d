import { type DataSource } from "typeorm";

import { actorOf, operatesBranch, type Viewer } from "../../../domain/access/viewer";
import { isPrintable } from "../../../domain/errors/text-errors";
import { type UserError } from "../../../domain/errors/user-error";
import { endedClaim } from "../../../domain/orders/decide-claim";
import { decideEnteredByHand } from "../../../domain/orders/decide-retry";
import { textOutOfRange } from "../../../domain/orders/operator-errors";
import { isLonger } from "../../../domain/texts/text-length";
import { keyOf, proseOf } from "../../../domain/texts/typed-text";
import { type Order } from "../../../entities/orders/order";
import { Refused } from "../../../errors";
import { type Clock } from "../../../ports/clock";
import { isStuck } from "../read/find-stuck";
import { type OrderSessions } from "../session/order-session";
import { actOnOrder, agreed } from "./act-on-order";
import { refuseIfClaimed } from "./claims";

export const LONGEST_POS_NUMBER = 40;
export const LONGEST_NOTE = 500;

/**
 * An operator reports that the staff have entered an order into the POS, which ends its automatic
 * processing.
 */
export class MarkEnteredByHand {
  constructor(
    private readonly parts: {
      readonly db: DataSource;
      readonly sessions: OrderSessions;
      readonly clock: Clock;
    },
  ) {}

  /**
   * @param note for other operators; guests never see it
   * @throws {Refused} NOT_FOUND, INVALID, ALREADY_IN_POS; CONFLICT: automatic processing is still
   *   working on the order, the order is finished, or somebody else is working on it or has it
   *   locked
   */
  async execute(
    viewer: Viewer,
    id: string,
    numberInTill: string,
    remark: string | null,
  ): Promise<Order> {
    const posNumber = keyOf(numberInTill);
    const note = remark === null ? null : proseOf(remark);
    const userErrors = [
      ...(fits(posNumber, LONGEST_POS_NUMBER)
        ? []
        : [textOutOfRange("posNumber", LONGEST_POS_NUMBER)]),
      ...(note === null || fits(note, LONGEST_NOTE) ? [] : [textOutOfRange("note", LONGEST_NOTE)]),
    ];
    const operates = ({ branchId }: Order) => operatesBranch(viewer, branchId);
    return actOnOrder(this.parts, id, operates, async (session, order) => {
      if (userErrors.length > 0) throw new Refused<UserError>(userErrors);
      const acting = { actor: actorOf(viewer), now: this.parts.clock.now(), remark: note };
      refuseIfClaimed(viewer, order, acting.now);
      const stuck = await isStuck(session.tx, order, acting.now);
      const decision = agreed(decideEnteredByHand(order, posNumber, stuck, acting));
      session.apply(order, endedClaim(decision));
    });
  }
}

function fits(text: string, max: number): boolean {
  return text.trim().length > 0 && !isLonger(text, max) && isPrintable(text);
}
