import { randomUUID } from "node:crypto";

import { demoDiscounts } from "../../sandbox/restaurant/demo-dictionaries";
import { demoRestaurant } from "../../sandbox/restaurant/demo-restaurant";
import { type Viewer } from "../../src/domain/access/viewer";
import { Branch } from "../../src/entities/branches/branch";
import { aPromotion } from "../support/a-promotion";
import { ADMIN } from "../support/branch-gateway";
import { DemoGateway } from "../support/demo-gateway";
import { paymentType, plainProduct } from "../support/sandbox-session";
import { storePromotion } from "../support/stored-promotion";

const CREATE = `mutation ($input: CreateOrderInput!) {
  createOrder(input: $input) { order { id totals { discount { amount } } } userErrors { code field } }
}`;
const [OWN, COUPON] = ["СВОЙ-10", demoRestaurant.coupons[0]!.number];
const { phone } = demoRestaurant.guests[0]!;
const GUEST: Viewer = { kind: "customer", phone, expiresAt: null };
const COUPONS = "/api/1/loyalty/iiko/coupons/info";

interface Created {
  readonly createOrder: {
    readonly order: {
      readonly id: string;
      readonly totals: { readonly discount: { readonly amount: string } };
    } | null;
    readonly userErrors: readonly { readonly code: string; readonly field: readonly string[] }[];
  };
}

/** What a guest wants to use to make an order cheaper. */
const ALL = { promoCodes: [OWN, COUPON], bonusToSpend: "50.00" };

describe("the three switches of a branch", () => {
  let gateway: DemoGateway;

  beforeAll(async () => {
    gateway = await DemoGateway.start();
    await storePromotion(gateway.db, aPromotion(gateway.demoBranchId), OWN);
  });
  beforeEach(() => gateway.control("POST", "reset"));
  afterAll(() => gateway.stop());

  async function turn(
    doNotSendPromoCodes: boolean,
    doNotUseBonuses: boolean,
    doNotUsePosPromoCodes: boolean,
  ) {
    const { id, version } = await gateway.db.manager.findOneByOrFail(Branch, {
      id: gateway.demoBranchId,
    });
    await gateway.app.saveBranchSettings.execute(ADMIN, id, version, {
      doNotSendPromoCodes,
      doNotUseBonuses,
      doNotUsePosPromoCodes,
      universalDiscountId: demoDiscounts[0]!.id,
      bonusPaymentTypeId: paymentType("BONUS"),
      bonusWriteOffLimitPercent: 100,
    });
  }

  async function order(wanted: {
    readonly promoCodes: readonly string[];
    readonly bonusToSpend?: string;
  }) {
    const input = {
      idempotencyKey: randomUUID(),
      branchId: gateway.demoBranchId,
      fulfilment: "PICKUP",
      lines: [{ article: plainProduct.article }],
      customer: { name: "Анна", phone },
      payment: { method: "CASH" },
      ...wanted,
    };
    return (await gateway.ask<Created>(CREATE, { input }, GUEST)).createOrder;
  }

  /** The order as iiko received it. */
  async function received(orderId: string) {
    await gateway.app.sendOrder.execute({ orderId });
    const [{ posOrderId }] = await gateway.db.query<[{ posOrderId: string }]>(
      `select id_in_pos as "posOrderId" from orders where id = $1`,
      [orderId],
    );
    const body = gateway.sandbox.orders().find(({ id }) => id === posOrderId)?.request;
    return {
      tellsOfOwnCode: JSON.stringify(body).includes(OWN),
      discount: body?.order.discountsInfo?.discounts?.map(
        (each) => each.type === "RMS" && each.sum,
      ),
      coupon: body?.order.loyaltyInfo?.coupon ?? null,
      points: body?.order.payments?.filter(
        ({ paymentTypeKind }) => paymentTypeKind === "LoyaltyCard",
      ),
    };
  }

  const couponCalls = () => gateway.sandbox.calls().filter(({ path }) => path === COUPONS).length;
  const onOff = [false, true];
  const cases = onOff.flatMap((send) =>
    onOff.flatMap((bonuses) => onOff.map((pos) => ({ send, bonuses, pos }))),
  );

  it.each(cases)(
    "doNotSendPromoCodes $send, doNotUseBonuses $bonuses, doNotUsePosPromoCodes $pos",
    async ({ send, bonuses, pos }) => {
      await turn(send, bonuses, pos);
      const { userErrors, ...all } = await order(ALL);
      // What is switched off is refused, and nothing else.
      expect(userErrors.map(({ code, field }) => `${code} ${field.join(".")}`).sort()).toEqual([
        ...(bonuses ? ["LOYALTY_DISABLED input.bonusToSpend"] : []),
        ...(pos ? ["PROMO_NOT_FOUND input.promoCodes.1"] : []),
      ]);
      expect(couponCalls()).toBe(pos ? 0 : 1);
      const rest = {
        promoCodes: pos ? [OWN] : ALL.promoCodes,
        ...(bonuses ? {} : { bonusToSpend: "50.00" }),
      };
      const taken = userErrors.length === 0 ? all.order : (await order(rest)).order;
      const discount = Number(taken?.totals.discount.amount);
      expect(discount).toBeGreaterThan(0);
      expect(await received(taken?.id ?? "")).toEqual({
        tellsOfOwnCode: !send,
        // The till takes the discount that the guest was promised, whichever codes it may know.
        discount: [discount],
        coupon: pos ? null : COUPON,
        points: bonuses
          ? []
          : [
              expect.objectContaining({
                sum: 50,
                paymentAdditionalData: expect.anything() as object,
              }),
            ],
      });
    },
  );
});
