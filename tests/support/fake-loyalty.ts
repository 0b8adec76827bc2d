import { randomUUID } from "node:crypto";

import { WalletKind } from "../../src/domain/loyalty/loyalty-wallet";
import { type OrderTicket } from "../../src/domain/ticket/order-ticket";
import { type PosCoupon } from "../../src/ports/pos/pos-coupons";
import { type PosDictionaryEntry } from "../../src/ports/pos/pos-directory";
import { type PosHold } from "../../src/ports/pos/pos-holds";
import {
  type PosLoyaltyAccount,
  type PosLoyaltyQuote,
  type PosLoyaltyTransaction,
} from "../../src/ports/pos/pos-loyalty";

/** A loyalty programme in memory. */
export class FakeLoyalty {
  readonly transactions: PosLoyaltyTransaction[] = [];
  private readonly coupons = new Map<string, PosCoupon>();
  private readonly accounts = new Map<string, PosLoyaltyAccount>();

  /** Gives a guest one wallet of points, the same one every time. */
  has(phone: string, balance: number): void {
    const { customerId, wallets } = this.account(phone);
    const posId = wallets[0]?.posId ?? randomUUID();
    const wallet = { posId, name: "Бонусы", kind: WalletKind.BONUS, balance };
    this.accounts.set(phone, { customerId: customerId ?? randomUUID(), wallets: [wallet] });
  }

  /** One entry for each wallet that a guest has. */
  wallets(): PosDictionaryEntry[] {
    const all = [...this.accounts.values()].flatMap(({ wallets }) => wallets);
    return [
      ...new Map(all.map(({ posId, name, kind }) => [posId, { posId, name, kind }])).values(),
    ];
  }

  /** Unused, unless `changes` say otherwise. */
  issues(code: string, changes: Partial<PosCoupon> = {}): void {
    this.coupons.set(code, { code, name: "Купоны", used: false, deleted: false, ...changes });
  }

  coupon(code: string): PosCoupon | null {
    return this.coupons.get(code) ?? null;
  }

  /** The requests for quotes, and the answer to them. */
  readonly quoted: OrderTicket[] = [];
  gives: PosLoyaltyQuote = { promotions: [], bonusLimits: new Map() };

  quote(ticket: OrderTicket): PosLoyaltyQuote {
    this.quoted.push(ticket);
    return this.gives;
  }

  /** Current holds by id, and every id that was requested, including repeats. */
  readonly held = new Map<string, PosHold>();
  readonly holdCalls: string[] = [];
  readonly cancelCalls: string[] = [];
  /** What the next holds and cancellations throw, one entry each. */
  readonly nextHoldFailures: Error[] = [];
  readonly nextCancelFailures: Error[] = [];
  /** Whether reported balances exclude what is held. */
  showsHeld = true;

  hold(hold: PosHold): void {
    this.holdCalls.push(hold.holdId);
    const failure = this.nextHoldFailures.shift();
    if (failure) throw failure;
    if (!this.held.has(hold.holdId)) this.held.set(hold.holdId, hold);
  }

  cancelHold(holdId: string): boolean {
    this.cancelCalls.push(holdId);
    const failure = this.nextCancelFailures.shift();
    if (failure) throw failure;
    return this.held.delete(holdId);
  }

  account(phone: string): PosLoyaltyAccount {
    const { customerId, wallets } = this.accounts.get(phone) ?? { customerId: null, wallets: [] };
    const heldIn = (walletId: string) =>
      [...this.held.values()].reduce(
        (sum, hold) => sum + (hold.walletId === walletId ? hold.sum : 0),
        0,
      );
    const left = wallets.map((each) => ({ ...each, balance: each.balance - heldIn(each.posId) }));
    return { customerId, wallets: this.showsHeld ? left : wallets };
  }

  page({ page, size }: { readonly page: number; readonly size: number }): PosLoyaltyTransaction[] {
    return this.transactions.slice(page * size, (page + 1) * size);
  }
}
