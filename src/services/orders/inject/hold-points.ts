import { type DataSource } from "typeorm";

import { posHoldIdFor } from "../../../domain/ids";
import { decideNote } from "../../../domain/orders/decide-notes";
import { type Text } from "../../../domain/texts/locale";
import { BonusReservation, ReservationState } from "../../../entities/loyalty/bonus-reservation";
import { AppError } from "../../../errors";
import { type CallGuard } from "../../../ports/call-guard";
import { type Clock } from "../../../ports/clock";
import { can } from "../../../ports/pos/pos";
import { type PosConnection } from "../../pos/pos-connections";
import { withTimeout } from "../../pos/with-timeout";
import { type OrderSessions } from "../session/order-session";
import { type StartedAttempt } from "./start-attempts";

/** The order waits for it. */
const HOLD_MS = 5_000;
const LOOK_MS = 2_000;

const NOT_HELD: Text = {
  ru: "Баллы не удалось придержать заранее: касса спишет их вместе с заказом",
  en: "The points could not be held in advance; the till takes them with the order",
};

/**
 * Makes the POS hold an order's points before it receives the order, where the branch wants that.
 */
export class HoldPoints {
  constructor(
    private readonly parts: {
      readonly db: DataSource;
      readonly sessions: OrderSessions;
      readonly clock: Clock;
    },
  ) {}

  /**
   * Safe to repeat: the hold's id stays the same. Whatever the POS answers, the order goes on,
   * because the POS decides about points in the end. Only points still reserved for the order are
   * held.
   */
  async execute(
    { order, settings, number }: StartedAttempt,
    connection: PosConnection,
    guard: CallGuard,
  ): Promise<void> {
    if (order.bonusSpent === 0 || !settings.holdBonuses) return;
    const promised = { orderId: order.id, state: ReservationState.HELD };
    const reservation = await this.parts.db.manager.findOneBy(BonusReservation, promised);
    if (!reservation?.posCustomerId) return;
    if (await this.hold(reservation, reservation.posCustomerId, connection, guard))
      await this.look(reservation, connection);
    else if (number === 1) await this.note(order.id);
  }

  private async hold(
    { orderId, walletId, amount: sum }: BonusReservation,
    customerId: string,
    { pos, branch }: PosConnection,
    guard: CallGuard,
  ): Promise<boolean> {
    if (!can(pos, "holds")) return false;
    const hold = { holdId: posHoldIdFor(orderId), customerId, walletId, sum };
    const held = pos
      .holdPoints(branch.credential, branch.organizationId, hold, guard)
      .then(() => true);
    return (await orNothing(withTimeout(held, HOLD_MS))) ?? false;
  }

  /**
   * It is not documented whether a balance includes what is held: once it shows, nothing is counted
   * twice. Checked with every attempt, because a POS that failed may have returned what it had
   * taken.
   */
  private async look(reservation: BonusReservation, { pos, branch }: PosConnection): Promise<void> {
    if (!can(pos, "loyalty")) return;
    const { orderId, walletId, phone, amount, balanceBefore } = reservation;
    const account = await orNothing(
      withTimeout(pos.loyaltyAccount(branch.credential, branch.organizationId, phone), LOOK_MS),
    );
    const balance = account?.wallets.find(({ posId }) => posId === walletId)?.balance;
    if (balance === undefined || balanceBefore === null) return;
    const shownAt = balance === balanceBefore - amount ? this.parts.clock.now() : null;
    await this.parts.db.manager.update(
      BonusReservation,
      { orderId, state: ReservationState.HELD },
      { shownAt },
    );
  }

  /** The order goes on even if somebody else has it locked. */
  private async note(orderId: string): Promise<void> {
    const { sessions, clock } = this.parts;
    await sessions.change([orderId], "skip", (session) => {
      for (const order of session.orders)
        session.apply(order, decideNote(order, NOT_HELD, clock.now()));
      return Promise.resolve();
    });
  }
}

/** undefined if the POS refused or did not answer. */
async function orNothing<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}
