import { type Refused } from "../../src/errors";
import { lockBranch } from "../../src/services/branches/changes/lock-branch";
import { lockPromotion } from "../../src/services/promotions/lock-promotion";
import { aNewOrder } from "../support/a-new-order";
import { ADMIN } from "../support/branch-gateway";
import { holdRow } from "../support/hold-row";
import { PromoFixture } from "../support/promo-fixture";

const BUSY = { code: "CONFLICT", field: null, retryable: true };

describe("an order", () => {
  let promo: PromoFixture;

  beforeAll(async () => {
    promo = await PromoFixture.start();
  });
  beforeEach(() => promo.renew());
  afterAll(() => promo.orders.stop());

  const refusalOf = (refused: Promise<unknown>) =>
    refused.then(
      () => undefined,
      (reason: Refused<object>) => reason.userErrors,
    );
  const plain = () => promo.orders.useCases.createOrder.execute(aNewOrder(promo.branchId));

  it("does not wait for anyone who is changing its branch", async () => {
    const other = promo.orders.db.createQueryRunner();
    await other.startTransaction();
    await lockBranch(other.manager, ADMIN, promo.branchId);
    expect((await plain()).order.number).toBeTruthy();
    await other.rollbackTransaction();
    await other.release();
  });

  it("does not wait for anyone who is changing a promotion whose uses are not counted", async () => {
    const code = promo.code();
    const { id } = await promo.promotion({}, code);
    const other = promo.orders.db.createQueryRunner();
    await other.startTransaction();
    await lockPromotion(other.manager, ADMIN, id, ["id"]);
    expect((await promo.take([code])).order.number).toBeTruthy();
    await other.rollbackTransaction();
    await other.release();
  });

  it("whose promotion is locked has to be tried again, and takes no connection from others", async () => {
    const code = promo.code();
    const { id } = await promo.promotion({ usageLimit: 100 }, code);
    const lock = await holdRow(promo.orders.database.url, "promotions", id);
    const wanted = Array.from({ length: 20 }, () => refusalOf(promo.take([code])));
    for (let each = 0; each < 3; each += 1) expect((await plain()).order.number).toBeTruthy();
    for (const userErrors of await Promise.all(wanted)) expect(userErrors).toMatchObject([BUSY]);
    await lock.letGo();
    expect((await promo.take([code])).order.number).toBeTruthy();
  });

  it("whose promotion is locked only briefly is taken", async () => {
    const code = promo.code();
    const { id } = await promo.promotion({ usageLimit: 1 }, code);
    const lock = await holdRow(promo.orders.database.url, "promotions", id);
    const taken = promo.take([code]);
    await lock.letGo();
    expect((await taken).order.number).toBeTruthy();
  });
});
