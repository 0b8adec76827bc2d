import { randomUUID } from "node:crypto";

import { demoRestaurant } from "../../sandbox/restaurant/demo-restaurant";
import { toTerminalTime } from "../../sandbox/terminal-time";
import {
  aDelivery,
  aLine,
  type Json,
  organization,
  paymentType,
  plainProduct,
  products,
  productWith,
  SandboxSession,
  terminalGroup,
} from "../support/sandbox-session";

const sized = productWith(({ sizes }) => sizes.filter(({ price }) => price !== null).length > 1);
const withRequired = productWith(({ modifierGroups }) =>
  modifierGroups.some(({ min, id }) => min > 0 && id !== null),
);
const flexible = demoRestaurant.discounts.find(({ mode }) => mode === "FlexibleSum")!;
const percent = demoRestaurant.discounts.find(({ mode }) => mode === "Percent")!;
const soldOut = demoRestaurant.stopList.find(
  ({ balance, sizeId, terminalGroupId }) =>
    balance === 0 && sizeId === null && terminalGroupId === terminalGroup.id,
)!;
const soldOutProduct = products.find(({ id }) => id === soldOut.productId)!;

function paidBy(kind: string, code: string, sum = 1, processedOutside = false): Json {
  const outside = processedOutside && { isProcessedExternally: true };
  return {
    payments: [{ paymentTypeKind: kind, paymentTypeId: paymentType(code), sum, ...outside }],
  };
}

function localTime(fromNowMs: number): string {
  return toTerminalTime(Date.now() + fromNowMs, organization.timeZone);
}

describe("a sandbox that refuses deliveries", () => {
  let session: SandboxSession;
  beforeAll(async () => {
    session = await SandboxSession.open();
  });
  afterEach(() => session.post("/_sandbox/reset"));
  afterAll(() => session.close());

  async function refusal(order: Json, request: Json = {}): Promise<Json> {
    const info = await session.createAndWait(aDelivery(order, request));
    expect(info.creationStatus).toBe("Error");
    expect(info.order).toBeNull();
    return info.errorInfo;
  }

  const withLine = (overrides: Json, product = plainProduct) => ({
    items: [aLine(product, overrides)],
  });

  describe("up front", () => {
    it.each<[string, Json, Json]>([
      ["no phone", { phone: undefined }, {}],
      ["neither order type nor service type", { orderServiceType: null }, {}],
      ["both order type and service type", { orderTypeId: demoRestaurant.orderTypes[0]!.id }, {}],
      ["a delivery time in another format", { completeBefore: "2030-01-01T12:00:00Z" }, {}],
      ["an external number of 51 characters", { externalNumber: "1".repeat(51) }, {}],
      [
        "a comment of 501 characters to the address",
        { deliveryPoint: { comment: "x".repeat(501) } },
        {},
      ],
      [
        "a stop list check without a terminal group",
        {},
        { terminalGroupId: null, createOrderSettings: { checkStopList: true } },
      ],
      ["an empty list of discounts", { discountsInfo: { discounts: [] } }, {}],
      ["a line without a price", { items: [{ ...aLine(plainProduct), price: undefined }] }, {}],
      ["an unknown organization", {}, { organizationId: randomUUID() }],
    ])("answers HTTP 400 to %s and stores nothing", async (_, order, request) => {
      const reply = await session.create(aDelivery(order, request));
      expect(reply.status).toBe(400);
      expect(reply.body).toHaveProperty("errorDescription");
      expect(session.sandbox.orders()).toHaveLength(0);
    });
  });

  describe("in the till", () => {
    const refused: [name: string, code: string, order: Json, request?: Json][] = [
      [
        "an unknown terminal group",
        "TerminalGroupUnregistered",
        {},
        { terminalGroupId: randomUUID() },
      ],
      ["no terminal group", "TerminalGroupIdNotDetermined", {}, { terminalGroupId: null }],
      ["a phone without a plus", "InvalidPhone", { phone: "89990000009" }],
      ["a phone that is too short", "InvalidPhone", { phone: "+7999" }],
      [
        "an unknown order type",
        "OrderTypeNotFound",
        { orderServiceType: null, orderTypeId: randomUUID() },
      ],
      ["a courier without an address", "AddressNotFound", { deliveryPoint: null }],
      ["a pickup with an address", "Common", { orderServiceType: "DeliveryByClient" }],
      ["a guest without a name", "CustomerNameNotSpecified", { customer: { type: "regular" } }],
      ["a time that has passed", "TooSmallDeliveryDate", { completeBefore: localTime(-60_000) }],
      ["a time in 61 days", "Common", { completeBefore: localTime(61 * 86_400_000) }],
      ["no items", "OrderItemsNotExists", { items: [] }],
      ["an unknown product", "ProductNotFound", withLine({ productId: randomUUID() })],
      ["an unknown size", "ProductSizeNotFound", withLine({ productSizeId: randomUUID() }, sized)],
      ["a line comment of 256 characters", "Common", withLine({ comment: "x".repeat(256) })],
      [
        "an unknown option group",
        "ProductGroupNotFound",
        withLine({
          modifiers: [{ productId: randomUUID(), productGroupId: randomUUID(), amount: 1 }],
        }),
      ],
      [
        "an unknown option",
        "ProductNotFound",
        withLine({ modifiers: [{ productId: randomUUID(), amount: 1 }] }),
      ],
      [
        "an unknown payment type",
        "PaymentTypeNotFound",
        { payments: [{ paymentTypeKind: "Cash", paymentTypeId: randomUUID(), sum: 1 }] },
      ],
      ["a deleted payment type", "Common", paidBy("External", "OLD")],
      ["cash paid outside", "Common", paidBy("Cash", "CASH", 1, true)],
      [
        "an internal payment made outside",
        "PaymentTypeCanNotBeUsedAsExternal",
        paidBy("External", "INNER", 1, true),
      ],
      ["a payment of nothing", "PaymentSumShouldBePositive", paidBy("Cash", "CASH", 0)],
      ["fractions of a kopeck", "Common", paidBy("Cash", "CASH", 0.001)],
      [
        "a flexible discount without a sum",
        "DiscountSumNotSpecified",
        { discountsInfo: { discounts: [{ type: "RMS", discountTypeId: flexible.id }] } },
      ],
      [
        "a percent discount with a sum",
        "InvalidDiscountItem",
        { discountsInfo: { discounts: [{ type: "RMS", discountTypeId: percent.id, sum: 5 }] } },
      ],
      [
        "a discount larger than the order",
        "InvalidDiscountItem",
        { discountsInfo: { discounts: [{ type: "RMS", discountTypeId: flexible.id, sum: 1e6 }] } },
      ],
      [
        "a discount on a line that is not there",
        "DiscountItemPositionNotFound",
        {
          discountsInfo: {
            discounts: [
              {
                type: "RMS",
                discountTypeId: flexible.id,
                sum: 5,
                selectivePositions: [randomUUID()],
              },
            ],
          },
        },
      ],
    ];

    it.each(refused.map(([name, code, order, request = {}]) => ({ name, code, order, request })))(
      "refuses $name",
      async ({ code, order, request }) => {
        expect((await refusal(order, request)).code).toBe(code);
      },
    );

    it("demands a size for a product with several", async () => {
      const error = await refusal(withLine({ productSizeId: null }, sized));
      expect(error.message).toContain("product size must be specified");
    });

    it("demands options for a required group", async () => {
      const group = withRequired.modifierGroups.find(({ min }) => min > 0)!;
      const error = await refusal(withLine({ modifiers: [] }, withRequired));
      expect(error.message).toContain(
        `has invalid group amount: min = ${group.min}, max = ${group.max}, actual = 0`,
      );
    });

    it("refuses a group option without its group, and one that is given twice", async () => {
      const line = aLine(withRequired);
      const [option] = line.modifiers as Json[];
      const stray = await refusal(
        withLine({ modifiers: [{ ...option, productGroupId: undefined }] }, withRequired),
      );
      expect(stray.message).toContain("Cannot find fixed group");
      const twice = await refusal(
        withLine({ modifiers: [...(line.modifiers as Json[]), option] }, withRequired),
      );
      expect(twice.code).toBe("ModifierDuplicated");
    });

    it("refuses sold-out items when the stop list is to be checked", async () => {
      const items = [aLine(soldOutProduct)];
      const unchecked = await session.createAndWait(aDelivery({ items }));
      expect(unchecked.creationStatus).toBe("Success");
      const error = await refusal({ items }, { createOrderSettings: { checkStopList: true } });
      expect(error.message).toContain("stop list");
    });
  });
});
