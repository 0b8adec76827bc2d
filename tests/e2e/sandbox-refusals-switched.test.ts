import {
  aDelivery,
  aLine,
  deadGroup,
  type Json,
  plainProduct,
  SandboxSession,
} from "../support/sandbox-session";

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

  describe("depending on how the till is switched", () => {
    it("refuses guests who are not kept in the guest base only when told to", async () => {
      const guest = { customer: { type: "one-time", name: "Гость" } };
      expect((await session.createAndWait(aDelivery(guest))).creationStatus).toBe("Success");
      await session.switch({ refuseAnonymousGuests: true });
      expect((await refusal(guest)).code).toBe("AnonymousCustomerDisabled");
    });

    it("accepts one-line addresses and refuses comments on lines only when told to", async () => {
      const address = { type: "city", line1: "Примерск, Тестовая, д. 5" };
      const oneLine = { deliveryPoint: { address } };
      expect((await refusal(oneLine)).code).toBe("Line1Disabled");
      expect(
        (await session.createAndWait(aDelivery(withLine({ comment: "Острее" })))).creationStatus,
      ).toBe("Success");
      await session.switch({ addressesInOneLine: true, lineComments: false });
      expect((await session.createAndWait(aDelivery(oneLine))).creationStatus).toBe("Success");
      expect((await refusal({})).code).toBe("AddressNotFound");
      expect((await refusal({ ...oneLine, ...withLine({ comment: "Острее" }) })).message).toBe(
        "Comments are not allowed",
      );
    });

    it("refuses a price that differs from the menu's only when prices are checked", async () => {
      expect((await session.createAndWait(aDelivery(withLine({ price: 1 })))).creationStatus).toBe(
        "Success",
      );
      await session.switch({ checkPrices: true });
      expect((await refusal(withLine({ price: 1 }))).code).toBe(
        "RequestProductPriceIsNotEqualToFrontPrice",
      );
      expect((await session.createAndWait(aDelivery())).creationStatus).toBe("Success");
    });

    it("refuses immediately when told to", async () => {
      await session.switch({ refuseAtOnce: true });
      const reply = await session.create(aDelivery({ phone: "1" }));
      expect(reply.body.orderInfo).toMatchObject({
        creationStatus: "Error",
        errorInfo: { code: "InvalidPhone" },
      });
    });

    it("runs into the creation timeout when the terminal group is offline", async () => {
      const request = {
        terminalGroupId: deadGroup.id,
        createOrderSettings: { transportToFrontTimeout: 1 },
      };
      const startedAt = Date.now();
      const error = await refusal({}, request);
      expect(error.message).toContain("Creation timeout expired");
      expect(Date.now() - startedAt).toBeGreaterThan(900);
    });
  });
});
