import { randomUUID } from "node:crypto";

import { ApiRefusal } from "../api-refusal";
import { roubles, sumOf } from "../money";
import { type RequestedPayment } from "../orders/create-request";
import { type StoredOrder, type Withdrawal } from "../orders/stored-order";
import { type LoyaltyGuest, type Restaurant, type Wallet } from "../restaurant/model";
import { type Memory } from "../state/memory";
import { type Switches } from "../switches";
import { type WalletHold } from "./wallet-hold";
import { type WalletMove } from "./wallet-move";

/** iiko's wallet type "bonus". */
const BONUS_WALLET = 1;

type BonusPayment = Pick<RequestedPayment, "sum" | "paymentTypeId">;

interface PaymentSource {
  walletId: string;
  hold: WalletHold | undefined;
}

/**
 * Guests' bonus wallets: their balances, what is held, and what orders took. Sums are in roubles.
 */
export class Wallets {
  constructor(
    private readonly restaurant: () => Restaurant,
    private readonly memory: Memory,
    private readonly switches: Pick<Switches, "heldPointsShow">,
  ) {}

  guestByPhone(phone: string): LoyaltyGuest | undefined {
    const digits = phone.replace(/\D/g, "");
    return this.restaurant().guests.find((guest) => guest.phone.replace(/\D/g, "") === digits);
  }

  guestById(id: string): LoyaltyGuest | undefined {
    return this.restaurant().guests.find((guest) => guest.id === id);
  }

  /** Returns the guest with current balances. */
  asOfNow(guest: LoyaltyGuest): LoyaltyGuest {
    const told = (walletId: string) =>
      this.switches.heldPointsShow
        ? this.available(guest.id, walletId)
        : this.balance(guest.id, walletId);
    const wallets = guest.wallets.map((wallet) => ({ ...wallet, balance: told(wallet.id) }));
    return { ...guest, wallets };
  }

  /** What a guest may spend: the balance minus what is held. */
  available(guestId: string, walletId: string): number {
    const held = this.openHolds(guestId).filter((hold) => hold.walletId === walletId);
    return roubles(this.balance(guestId, walletId) - sumOf(held.map(({ sum }) => sum)));
  }

  /**
   * Returns the wallet from which a payment is taken: one with a hold of exactly that sum, else the
   * one with the same name as the payment type, else any with bonuses; undefined if none has
   * enough.
   */
  walletForPayment(
    guest: LoyaltyGuest,
    { sum, paymentTypeId }: BonusPayment,
  ): PaymentSource | undefined {
    const hold = this.openHolds(guest.id).find((open) => open.sum === sum);
    if (hold) return { walletId: hold.walletId, hold };
    const paymentType = this.restaurant().paymentTypes.find(({ id }) => id === paymentTypeId);
    const fitness = ({ name, type }: Wallet) =>
      name === paymentType?.name ? 2 : Number(type === BONUS_WALLET);
    const wallet = [...guest.wallets]
      .sort((one, other) => fitness(other) - fitness(one))
      .find(({ id }) => this.available(guest.id, id) >= sum);
    return wallet && { walletId: wallet.id, hold: undefined };
  }

  /**
   * Takes the bonuses with which an order is paid, and settles the holds made for them; returns
   * false, taking nothing, if they are gone.
   */
  withdrawFor(order: StoredOrder): boolean {
    const payments = (order.request.order.payments ?? []).filter(
      ({ paymentTypeKind }) => paymentTypeKind === "LoyaltyCard",
    );
    for (const payment of payments) {
      const guest = this.guestByPhone(payment.paymentAdditionalData?.credential ?? "");
      const source = guest && this.walletForPayment(guest, payment);
      if (!source) {
        this.giveBack(order);
        return false;
      }
      if (source.hold) source.hold.state = "settled";
      this.move(
        { guestId: guest.id, walletId: source.walletId, sum: -payment.sum },
        "CloseOrder",
        order,
      );
      order.withdrawals.push({ guestId: guest.id, walletId: source.walletId, sum: payment.sum });
    }
    return true;
  }

  /** Returns everything that was ever held, and what became of it. */
  holds(): readonly WalletHold[] {
    return this.memory.state.holds;
  }

  /**
   * Simulates a change at the till without one of our orders: a `sum` below zero is spent, one
   * above zero is given.
   */
  change(guest: LoyaltyGuest, sum: number, walletName: string | undefined): void {
    const wallet = guest.wallets.find(({ name, type }) =>
      walletName ? name === walletName : type === BONUS_WALLET,
    );
    if (!wallet) throw loyaltyRefusal("Validation_WalletNotFound", "There is no such wallet");
    this.move(
      { guestId: guest.id, walletId: wallet.id, sum },
      sum < 0 ? "PayFromWallet" : "RefillWallet",
    );
  }

  /** Returns a guest's wallet changes between two moments, newest first. */
  moves(guestId: string, from: number, to: number): WalletMove[] {
    const moves = this.memory.state.walletMoves ?? [];
    return moves
      .filter((move) => move.guestId === guestId && move.at >= from && move.at <= to)
      .reverse();
  }

  /** Returns a cancelled order's bonuses to the guest; safe to repeat. */
  giveBack(order: StoredOrder): void {
    for (const withdrawal of order.withdrawals) this.move(withdrawal, "CancelOrder", order);
    order.withdrawals = [];
  }

  /**
   * Reserves `sum`. A transaction id that was used before changes nothing.
   *
   * @throws {ApiRefusal} HTTP 400 if the wallet is unknown or does not have enough
   */
  hold({ transactionId, guestId, walletId, sum }: Omit<WalletHold, "state">): void {
    const { holds } = this.memory.state;
    if (holds.some((known) => known.transactionId === transactionId)) return;
    const wallet = this.guestById(guestId)?.wallets.find(({ id }) => id === walletId);
    if (!wallet) throw loyaltyRefusal("Validation_WalletNotFound", "There is no such wallet");
    if (!(sum > 0)) throw loyaltyRefusal("Validation_IncorrectSum", "Sum must be positive");
    if (this.available(guestId, walletId) < sum) {
      throw loyaltyRefusal("Validation_InsufficientBalance", "Not enough money on the wallet");
    }
    holds.push({ transactionId, guestId, walletId, sum, state: "held" });
    this.memory.changed();
  }

  /**
   * Releases a hold; safe to repeat.
   *
   * @throws {ApiRefusal} HTTP 400 if there is no such hold, or an order was paid with it
   */
  cancelHold(transactionId: string): void {
    const hold = this.memory.state.holds.find((known) => known.transactionId === transactionId);
    if (!hold)
      throw loyaltyRefusal("Transport_TransactionNotFound", "There is no such transaction");
    if (hold.state === "settled")
      throw loyaltyRefusal("Validation_TransactionClosed", "The transaction is closed");
    hold.state = "cancelled";
    this.memory.changed();
  }

  private openHolds(guestId: string): WalletHold[] {
    return this.memory.state.holds.filter(
      (hold) => hold.guestId === guestId && hold.state === "held",
    );
  }

  private balance(guestId: string, walletId: string): number {
    const changed = this.memory.state.walletBalances[`${guestId}/${walletId}`];
    return (
      changed ?? this.guestById(guestId)?.wallets.find(({ id }) => id === walletId)?.balance ?? 0
    );
  }

  private move(
    { guestId, walletId, sum }: Withdrawal,
    typeName: WalletMove["typeName"],
    order?: StoredOrder,
  ): void {
    const balanceAfter = roubles(this.balance(guestId, walletId) + sum);
    this.memory.state.walletBalances[`${guestId}/${walletId}`] = balanceAfter;
    const moves = (this.memory.state.walletMoves ??= []);
    const orderNumber = order?.order?.number ?? null;
    moves.push({
      id: randomUUID(),
      at: Date.now(),
      guestId,
      walletId,
      sum,
      balanceAfter,
      typeName,
      orderNumber,
    });
    this.memory.changed();
  }
}

/**
 * The loyalty operations refuse with both of iiko's envelopes in one body, as recorded by one
 * integration.
 */
export function loyaltyRefusal(errorCode: string, message: string, code = errorCode): ApiRefusal {
  return new ApiRefusal(400, errorCode, message, { message, code, errorCode, httpStatusCode: 400 });
}
