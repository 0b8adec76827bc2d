import { randomUUID } from "node:crypto";

import { WalletKind } from "../../src/domain/loyalty/loyalty-wallet";
import { type OrderTicket } from "../../src/domain/ticket/order-ticket";
import { PaymentMethod } from "../../src/domain/ticket/payment-method";
import { LoyaltyDisabled, RefusalKind } from "../../src/errors";
import { type WholePos } from "../../src/ports/pos/pos";
import { type PosUnderTest } from "./pos-contract";

export interface LoyaltyUnderTest extends PosUnderTest<WholePos> {
  /** A guest of the loyalty programme who has points. */
  readonly guestPhone: string;
  /** The payment type that spends points. */
  readonly bonusPaymentTypeId: string;
  /** A coupon that can be used once. */
  readonly couponCode: string;
  /** A guest to whom the programme gives a discount. */
  readonly regularPhone: string;
  /** Resolves when the till has decided on every order that it was sent. */
  decided(): Promise<unknown>;
  /** The guest spends points at the till, in kopecks, for an order that is not ours. */
  spendAtTill(sum: number): Promise<void>;
  /** From now on the organization has no loyalty programme. */
  endLoyalty(): Promise<void>;
}

/**
 * The contract of every adapter of {Pos} about guests' points. `start` returns a fresh POS for each
 * test.
 */
export function describePosLoyalty(name: string, start: () => Promise<LoyaltyUnderTest>): void {
  describe(`${name} as a loyalty programme`, () => {
    let under: LoyaltyUnderTest;

    beforeEach(async () => {
      under = await start();
    });

    afterEach(() => under.stop());

    const account = (phone: string) =>
      under.pos.loyaltyAccount(under.branch.credential, under.branch.organizationId, phone);
    const points = async () => {
      const { wallets } = await account(under.guestPhone);
      return wallets
        .filter(({ kind }) => kind === WalletKind.BONUS)
        .reduce((sum, { balance }) => sum + balance, 0);
    };

    it("tells a guest's wallets, each in kopecks, and what the till takes shows in the next answer", async () => {
      const before = await points();
      expect(Number.isInteger(before) && before > 1_000).toBe(true);
      await under.spendAtTill(1_010);
      expect(await points()).toBe(before - 1_010);
    });

    it("lists the wallets that guests may have, each once, with the guest's among them", async () => {
      const { credential, organizationId } = under.branch;
      const listed = await under.pos.loyaltyWallets(credential, organizationId);
      const ids = listed.map(({ posId }) => posId);
      expect(new Set(ids).size).toBe(ids.length);
      const { wallets } = await account(under.guestPhone);
      for (const { posId, name, kind } of wallets)
        expect(listed).toContainEqual({ posId, name, kind });
    });

    it("has an empty account for a phone nobody has", async () => {
      expect(await account("+79995550000")).toEqual({ customerId: null, wallets: [] });
    });

    const quoted = (phone: string, overrides: Partial<OrderTicket> = {}) => {
      const ticket = { ...under.ticket(), payments: [], ...overrides };
      return under.pos.loyaltyQuote(under.branch, {
        ...ticket,
        customer: { ...ticket.customer, phone },
      });
    };

    it("tells how much of an order points may pay, and from which wallets", async () => {
      const { customerId, wallets } = await account(under.guestPhone);
      expect(customerId).not.toBeNull();
      const { bonusLimits } = await quoted(under.guestPhone);
      const bonus = wallets.find(({ kind }) => kind === WalletKind.BONUS)!;
      expect(bonusLimits.get(bonus.posId)).toBeGreaterThan(0);
      expect(bonusLimits.get(bonus.posId)).toBeLessThanOrEqual(bonus.balance);
      expect(await quoted("+79995550000")).toEqual({ promotions: [], bonusLimits: new Map() });
    });

    it("takes an order for what the programme said it would take off each line", async () => {
      const [line] = under.ticket().lines;
      const lines = [line!, { ...line!, quantity: 2000, total: 2 * line!.total }];
      const { promotions } = await quoted(under.regularPhone, { lines });
      const amounts = promotions.flatMap((promotion) => promotion.lines);
      expect(amounts.map(({ position }) => position)).toEqual([0, 1]);
      const off = amounts.reduce((sum, { amount }) => sum + amount, 0);
      expect(off).toBeGreaterThan(0);
      const ticket = under.ticket();
      const customer = { ...ticket.customer, phone: under.regularPhone };
      const placed = { ...ticket, customer, lines, payments: [], posPromotions: promotions };
      await under.pos.submitOrder(under.branch, placed);
      await under.decided();
      expect((await under.till()).get(placed.posOrderId)).toEqual({ total: 3 * line!.total - off });
    });

    const bonusWallet = async () => {
      const { customerId, wallets } = await account(under.guestPhone);
      const { posId } = wallets.find(({ kind }) => kind === WalletKind.BONUS)!;
      return { customerId: customerId!, walletId: posId };
    };
    const hold = async (holdId: string, sum: number) => {
      const { pos, branch } = under;
      await pos.holdPoints(branch.credential, branch.organizationId, {
        holdId,
        sum,
        ...(await bonusWallet()),
      });
    };
    const cancelHold = (holdId: string) =>
      under.pos.cancelHold(under.branch.credential, under.branch.organizationId, holdId);

    it("holds points once for one id, gives them back once, and knows when nothing is held", async () => {
      const holdId = randomUUID();
      const before = await points();
      await hold(holdId, 1_050);
      await hold(holdId, 1_050);
      expect(before - (await points())).toBe(1_050);
      expect(await cancelHold(holdId)).toBe(true);
      expect(await points()).toBe(before);
      expect(await cancelHold(randomUUID())).toBe(false);
    });

    it("refuses to hold more than there is, and holds nothing", async () => {
      const before = await points();
      const holdId = randomUUID();
      await expect(hold(holdId, before + 1)).rejects.toMatchObject({ kind: RefusalKind.FINAL });
      expect(await points()).toBe(before);
      expect(await cancelHold(holdId)).toBe(false);
    });

    it("holds nothing more once an order was paid with what was held", async () => {
      const holdId = randomUUID();
      const before = await points();
      await hold(holdId, 1_000);
      const ticket = under.ticket();
      const [money] = ticket.payments;
      const bonus = {
        method: PaymentMethod.BONUS,
        posPaymentTypeId: under.bonusPaymentTypeId,
        sum: 1_000,
      };
      const payments = [
        { ...bonus, processedExternally: false },
        { ...money!, sum: money!.sum - 1_000 },
      ];
      const customer = { ...ticket.customer, phone: under.guestPhone };
      await under.pos.submitOrder(under.branch, { ...ticket, customer, payments });
      await under.decided();
      expect(await points()).toBe(before - 1_000);
      expect(await cancelHold(holdId)).toBe(false);
      expect(await points()).toBe(before - 1_000);
    });

    it("lists how a guest's points came and went, page by page", async () => {
      await under.spendAtTill(100);
      await under.spendAtTill(200);
      const { customerId } = await account(under.guestPhone);
      const period = {
        from: new Date(Date.now() - 60_000),
        to: new Date(Date.now() + 60_000),
        size: 1,
      };
      const asked = { customerId: customerId ?? "", ...period };
      const page = (number: number) =>
        under.pos.loyaltyTransactions(under.branch.credential, under.branch.organizationId, {
          ...asked,
          page: number,
        });
      const pages = [await page(0), await page(1), await page(2)];
      expect(
        pages
          .flat()
          .map(({ sum }) => sum)
          .sort(),
      ).toEqual([-100, -200]);
      expect(Math.abs((pages[0]?.[0]?.at.getTime() ?? 0) - Date.now())).toBeLessThan(60_000);
    });

    it("knows its coupons, and which of them an order has used", async () => {
      const { pos, branch, couponCode } = under;
      const coupon = (code: string) => pos.coupon(branch.credential, branch.organizationId, code);
      expect(await coupon("NO-SUCH-COUPON")).toBeNull();
      const unused = {
        code: couponCode,
        name: expect.any(String) as string,
        used: false,
        deleted: false,
      };
      expect(await coupon(couponCode)).toEqual(unused);
      await pos.submitOrder(branch, { ...under.ticket(), promoCode: couponCode });
      expect(await coupon(couponCode)).toMatchObject({ used: true });
    });

    it("says so when the organization has no loyalty programme", async () => {
      await under.endLoyalty();
      await expect(account(under.guestPhone)).rejects.toThrow(LoyaltyDisabled);
      const { pos, branch, couponCode } = under;
      await expect(
        pos.coupon(branch.credential, branch.organizationId, couponCode),
      ).rejects.toThrow(LoyaltyDisabled);
      await expect(cancelHold(randomUUID())).rejects.toThrow(LoyaltyDisabled);
    });
  });
}
