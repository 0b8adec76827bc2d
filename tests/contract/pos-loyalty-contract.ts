import { WalletKind } from "../../src/domain/loyalty-wallet";
import { LoyaltyDisabled } from "../../src/errors";
import { type PosUnderTest } from "./pos-contract";

export interface LoyaltyUnderTest extends PosUnderTest {
  /** A guest of the loyalty programme, who has points. */
  readonly guestPhone: string;
  /** A coupon that can be used once. */
  readonly couponCode: string;
  /** The guest spends points at the till, in kopecks; no order of ours. */
  spendAtTill(sum: number): Promise<void>;
  /** From now on the organization has no loyalty programme. */
  endLoyalty(): Promise<void>;
}

/** What every adapter of {Pos} keeps of guests' points. `start` gives a fresh POS for each test. */
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
      return wallets.filter(({ kind }) => kind === WalletKind.BONUS).reduce((sum, { balance }) => sum + balance, 0);
    };

    it("tells a guest's wallets, each in kopecks, and what the till takes shows in the next answer", async () => {
      const before = await points();
      expect(Number.isInteger(before) && before > 1_000).toBe(true);
      await under.spendAtTill(1_010);
      expect(await points()).toBe(before - 1_010);
    });

    it("has an empty account for a phone nobody has", async () => {
      expect(await account("+79995550000")).toEqual({ customerId: null, wallets: [] });
    });

    it("lists how a guest's points came and went, page by page", async () => {
      await under.spendAtTill(100);
      await under.spendAtTill(200);
      const { customerId } = await account(under.guestPhone);
      const period = { from: new Date(Date.now() - 60_000), to: new Date(Date.now() + 60_000), size: 1 };
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
      expect(await coupon(couponCode)).toEqual({ name: expect.any(String) as string, used: false, deleted: false });
      await pos.submitOrder(branch, { ...under.ticket(), promoCode: couponCode });
      expect(await coupon(couponCode)).toMatchObject({ used: true });
    });

    it("says so when the organization has no loyalty programme", async () => {
      await under.endLoyalty();
      await expect(account(under.guestPhone)).rejects.toThrow(LoyaltyDisabled);
      const { pos, branch, couponCode } = under;
      await expect(pos.coupon(branch.credential, branch.organizationId, couponCode)).rejects.toThrow(LoyaltyDisabled);
    });
  });
}
