import { OrderStatus } from "../../src/domain/orders/order-status";
import { BranchSettings } from "../../src/entities/branches/branch-settings";
import { PosUnavailable } from "../../src/errors";
import { HoldFixture, PHONE } from "../support/hold-fixture";
import { type OrderFixture } from "../support/order-fixture";

describe("a balance while the POS holds some of its points", () => {
  let hold: HoldFixture;
  let orders: OrderFixture;

  beforeAll(async () => {
    hold = await HoldFixture.start();
    orders = hold.orders;
  });
  beforeEach(() => hold.open());
  afterAll(() => orders.stop());

  it.each([
    ["without what is held", true],
    ["with what is held", false],
  ])("counts them once when the POS reports it %s", async (_name, showsHeld) => {
    hold.loyalty.showsHeld = showsHeld;
    const available = async () => hold.statement().then(({ balance, held }) => balance - held);
    const order = await hold.take({ bonusToSpend: 20_000 });
    expect(await available()).toBe(30_000);
    await orders.pass();
    await orders.pass(1);
    expect(await available()).toBe(30_000);
    await hold.take({ bonusToSpend: 30_000 });
    await expect(hold.take({ bonusToSpend: 100 })).rejects.toMatchObject({
      userErrors: [{ code: "LOYALTY_INSUFFICIENT" }],
    });
    await orders.pass();
    await orders.pass(1);
    expect(await available()).toBe(0);
    await hold.told(order, OrderStatus.CANCELLED);
    await orders.pass(1);
    expect(await available()).toBe(20_000);
  });

  it("counts them while the balance as read may not show yet that they are held", async () => {
    const reading = orders.pos.loyaltyAccount;
    const { id } = await hold.take({ bonusToSpend: 50_000 });
    orders.pos.loyaltyAccount = async (...asked) => {
      const account = await reading(...asked);
      orders.pos.loyaltyAccount = reading;
      // The points are held after we have read the balance and before our promise.
      await orders.pass(1);
      return account;
    };
    await expect(hold.take({ bonusToSpend: 100 })).rejects.toMatchObject({
      userErrors: [{ code: "LOYALTY_INSUFFICIENT" }],
    });
    expect((await hold.reservation(id)).shownAt).not.toBeNull();
  });

  it("counts them again when a failing till has released them", async () => {
    await orders.db.manager.update(
      BranchSettings,
      { branchId: hold.branchId },
      { retryDelaysSeconds: [5] },
    );
    orders.pos.nextSubmissions.push(new PosUnavailable("socket hang up"));
    orders.pos.nextLooks.push("absent", "absent");
    const { id } = await hold.take();
    await orders.pass();
    expect((await hold.reservation(id)).shownAt).not.toBeNull();
    hold.loyalty.has(PHONE, 70_000);
    await orders.pass(60);
    expect(await hold.reservation(id)).toMatchObject({ state: "HELD", shownAt: null });
  });
});
