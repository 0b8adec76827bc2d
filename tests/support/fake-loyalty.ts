import { randomUUID } from "node:crypto";

import { WalletKind } from "../../src/domain/loyalty-wallet";
import { type OrderTicket } from "../../src/domain/order-ticket";
import {
  type PosCoupon,
  type PosLoyaltyAccount,
  type PosLoyaltyQuote,
  type PosLoyaltyTransaction,
} from "../../src/ports/pos";

/** A loyalty programme in memory. */
export class FakeLoyalty {
  readonly transactions: PosLoyaltyTransaction[] = [];
  private readonly coupons = new Map<string, PosCoupon>();
  private readonly accounts = new Map<string, PosLoyaltyAccount>();

  /** Gives a guest one wallet of points; the same one every time. */
  has(phone: string, balance: number): void {
    const { customerId, wallets } = this.account(phone);
    const posId = wallets[0]?.posId ?? randomUUID();
    const wallet = { posId, name: "Бонусы", kind: WalletKind.BONUS, balance };
    this.accounts.set(phone, { customerId: customerId ?? randomUUID(), wallets: [wallet] });
  }

  /** Unused, unless `changes` say otherwise. */
  issues(code: string, changes: Partial<PosCoupon> = {}): void {
    this.coupons.set(code, { name: "Купоны", used: false, deleted: false, ...changes });
  }

  coupon(code: string): PosCoupon | null {
    return this.coupons.get(code) ?? null;
  }

  /** What was asked about, and what is answered. */
  readonly quoted: OrderTicket[] = [];
  gives: PosLoyaltyQuote = { promotions: [], bonusLimits: new Map() };

  quote(ticket: OrderTicket): PosLoyaltyQuote {
    this.quoted.push(ticket);
    return this.gives;
  }

  account(phone: string): PosLoyaltyAccount {
    return this.accounts.get(phone) ?? { customerId: null, wallets: [] };
  }

  page({ page, size }: { readonly page: number; readonly size: number }): PosLoyaltyTransaction[] {
    return this.transactions.slice(page * size, (page + 1) * size);
  }
}
