import { randomUUID } from "node:crypto";

import { type Viewer } from "../../src/domain/access/viewer";
import { type Refused } from "../../src/errors";
import { PromoUsesLoader } from "../../src/loaders/promotions/promo-uses-loader";
import { type NewPromotion } from "../../src/services/promotions/check-promotion";
import { CreatePromotion } from "../../src/services/promotions/create-promotion";
import { GeneratePromoCodes } from "../../src/services/promotions/generate-promo-codes";
import { aNewOrder } from "../support/a-new-order";
import { aPromotion, sumOff } from "../support/a-promotion";
import { ADMIN, operatorOf } from "../support/branch-gateway";
import { errorsOf } from "../support/catalogue-fixture";
import { PromoFixture } from "../support/promo-fixture";

const DISCOUNT = randomUUID();

describe("promo codes of two brands", () => {
  let promo: PromoFixture;
  let ours: string;
  let theirs: string;
  let createPromotion: CreatePromotion;

  beforeAll(async () => {
    promo = await PromoFixture.start();
    createPromotion = new CreatePromotion(promo.orders.db, promo.orders.clock);
  });
  beforeEach(async () => {
    await promo.renew();
    ours = promo.branchId;
    theirs = await promo.orders.branch({ universalDiscountId: DISCOUNT });
    promo.orders.pos.knownDiscounts = [
      ...promo.orders.pos.knownDiscounts,
      { posId: DISCOUNT, name: "Универсальная", kind: "FlexibleSum", takesSum: true },
    ];
  });
  afterAll(() => promo.orders.stop());

  function begin(
    viewer: Viewer,
    branchIds: string[],
    codes: string[],
    more: Partial<NewPromotion> = {},
  ) {
    const {
      id: _id,
      disabledAt: _at,
      pausedAt: _since,
      ...terms
    } = aPromotion("", { branchIds, ...more });
    return createPromotion.execute(viewer, { ...terms, codes });
  }
  const order = (branchId: string, code: string, phone = "+79990000009") =>
    promo.orders.useCases.createOrder.execute(
      aNewOrder(branchId, {
        promoCodes: [code],
        customer: { name: "Тест", phone, joinsLoyalty: false },
      }),
    );
  const refusedAs = async (branchId: string, code: string) =>
    (await errorsOf(order(branchId, code))).map((userError) => userError.code);
  const codesOf = (promise: Promise<unknown>): Promise<string[]> =>
    promise.then(
      () => [],
      (error: unknown) => (error as Refused<{ code: string }>).userErrors.map(({ code }) => code),
    );

  it("may be the same, and each gives what its own brand says", async () => {
    const code = promo.code();
    await begin(operatorOf(ours), [ours], [code], sumOff(10_000));
    await begin(operatorOf(theirs), [theirs], [code], sumOff(5_000));
    expect((await order(ours, code)).order.discount).toBe(10_000);
    expect((await order(theirs, code)).order.discount).toBe(5_000);
  });

  it("are unknown to the other brand, as if nobody had them", async () => {
    const code = promo.code();
    await begin(operatorOf(ours), [ours], [code]);
    expect(await refusedAs(theirs, code)).toEqual(["PROMO_NOT_FOUND"]);
  });

  it("leave the other brand's coupons of iiko alone, switched on or off", async () => {
    const coupon = promo.code();
    promo.orders.pos.loyalty.issues(coupon);
    const squat = await begin(operatorOf(theirs), [theirs], [coupon]);
    expect((await order(ours, coupon)).order.promotions).toMatchObject([
      { code: coupon, source: "IIKO" },
    ]);
    expect((await order(theirs, coupon)).order.promotions).toMatchObject([
      { code: coupon, source: "RESULT_REST" },
    ]);
    await promo.orders.db.query("update promotions set disabled_at = now() where id = $1", [
      squat.id,
    ]);
    expect((await order(ours, coupon)).order.promotions).toMatchObject([
      { code: coupon, source: "IIKO" },
    ]);
  });

  it("are unique among all promotions that have a branch in common", async () => {
    const code = promo.code();
    await begin(ADMIN, [ours, theirs], [code]);
    expect(await codesOf(begin(operatorOf(ours), [ours], [promo.code(), code]))).toEqual([
      "CONFLICT",
    ]);
    expect(await codesOf(begin(operatorOf(theirs), [theirs], [code]))).toEqual(["CONFLICT"]);
    expect(await codesOf(begin(ADMIN, [await promo.orders.branch()], [code]))).toEqual([]);
  });

  it("go to one of ten promotions of a branch that are begun with them at once", async () => {
    const code = promo.code();
    const others = await Promise.all(Array.from({ length: 3 }, () => promo.orders.branch()));
    const begun = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        codesOf(begin(ADMIN, [others[n % 3]!, ours].sort(), [code])),
      ),
    );
    expect(begun.filter((userErrors) => userErrors.length === 0)).toHaveLength(1);
    expect(begun.filter(([userError]) => userError === "CONFLICT")).toHaveLength(9);
  });

  it("are made by thousands for many branches at once", async () => {
    const branchIds = [ours, theirs];
    const promotion = await begin(ADMIN, branchIds, []);
    const generate = new GeneratePromoCodes(promo.orders.db, promo.orders.clock);
    const { codes } = await generate.execute(ADMIN, {
      promotionId: promotion.id,
      count: 5_000,
      prefix: "zz-",
    });
    expect(new Set(codes).size).toBe(5_000);
  });

  it("count their uses apart", async () => {
    const code = promo.code();
    const [a, b] = [
      await begin(ADMIN, [ours], [code], { usesPerCode: 1 }),
      await begin(ADMIN, [theirs], [code], { usesPerCode: 1 }),
    ];
    await order(ours, code);
    expect(await refusedAs(ours, code)).toEqual(["PROMO_USAGE_EXCEEDED"]);
    const uses = () => new PromoUsesLoader(promo.orders.db).ofCodes({});
    expect(
      await Promise.all([a, b].map(({ id }) => uses().load({ promotionId: id, code }))),
    ).toEqual([1, 0]);
    await order(theirs, code);
    expect(
      await Promise.all([a, b].map(({ id }) => uses().load({ promotionId: id, code }))),
    ).toEqual([1, 1]);
  });

  it("for a first order ask for orders at their own branches, and tell nothing of the other brand's guests", async () => {
    const code = promo.code();
    await begin(operatorOf(theirs), [theirs], [code], { firstOrderOnly: true });
    await promo.orders.useCases.createOrder.execute(aNewOrder(ours));
    expect((await order(theirs, code)).order.promotions).toMatchObject([{ code }]);
    expect(await refusedAs(theirs, code)).toEqual(["PROMO_NOT_APPLICABLE"]);
  });
});
