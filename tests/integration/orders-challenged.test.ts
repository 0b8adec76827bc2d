import { solveChallenge } from "../../scripts/attacks/solve-challenge";
import { type Viewer } from "../../src/domain/access/viewer";
import { type OrderOrigin } from "../../src/services/checkout/guest-standing";
import { aNewOrder } from "../support/a-new-order";
import { errorsOf } from "../support/catalogue-fixture";
import { OrderFixture } from "../support/order-fixture";

const PHONE = "+79990000009";
const NOBODY: Viewer = { kind: "anonymous" };
const SIGNED_IN: Viewer = { kind: "customer", phone: PHONE, expiresAt: null };

describe("open orders of unverified guests", () => {
  let fixture: OrderFixture;
  let branchId: string;

  beforeAll(async () => {
    fixture = await OrderFixture.start();
  });

  afterAll(() => fixture.stop());

  beforeEach(async () => {
    branchId = await fixture.branch({ guestOrders: { mostOpenPerPhone: 3, challengeBits: 8 } });
  });

  const from = (source: string, challenge: OrderOrigin["challenge"] = null): OrderOrigin => ({
    source,
    challenge,
  });

  function order(
    origin: OrderOrigin,
    viewer: Viewer = NOBODY,
    phone = PHONE,
    at = branchId,
    gateway = fixture.useCases,
  ) {
    const customer = { name: "Тест", phone, joinsLoyalty: false };
    return gateway.createOrder.execute(aNewOrder(at, { customer }), [], viewer, origin);
  }

  async function refusal(...asked: Parameters<typeof order>): Promise<string[]> {
    return (await errorsOf(order(...asked))).map(
      ({ code, field }) => `${code} ${field?.join(".") ?? ""}`,
    );
  }

  async function solved(at = branchId): Promise<OrderOrigin["challenge"]> {
    const { token } = await fixture.useCases.issueChallenge.execute(NOBODY, at);
    return { token, answer: solveChallenge(token, (bits) => bits >= 8) };
  }

  describe("that need a challenge", () => {
    beforeEach(() => fixture.saveSettings(branchId, { guestOrders: { challengeAlways: true } }));

    it("are refused without one, unless the guest is known", async () => {
      expect(await refusal(from("here"))).toEqual(["CHALLENGE_REQUIRED input.challenge"]);
      await order(from("here"), SIGNED_IN);
      await order(from("here", await solved()));
    });

    it("are refused with one that is unsolved, belongs to another branch, or is too old", async () => {
      const invalid = ["CHALLENGE_INVALID input.challenge"];
      const unsolved = { token: (await solved())?.token ?? "", answer: "" };
      const elsewhere = await fixture.branch({ guestOrders: { challengeBits: 8 } });
      expect(await refusal(from("here", unsolved))).toEqual(invalid);
      expect(await refusal(from("here", await solved(elsewhere)))).toEqual(invalid);
      const old = await solved();
      await fixture.pass(601);
      expect(await refusal(from("here", old))).toEqual(invalid);
    });

    it("use each for one order, however many come with it simultaneously, in any process", async () => {
      const origin = from("here", await solved());
      const other = await fixture.anotherGateway();
      const asked = Array.from({ length: 10 }, (_, number) =>
        order(origin, NOBODY, PHONE, branchId, number % 2 === 0 ? fixture.useCases : other),
      );
      const outcomes = await Promise.allSettled(asked);
      expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      expect(await refusal(origin)).toEqual(["CHALLENGE_INVALID input.challenge"]);
    });

    it("return the same order for a repeat with the used challenge, or with none", async () => {
      const [input, origin] = [aNewOrder(branchId), from("here", await solved())];
      const { order: first } = await fixture.useCases.createOrder.execute(
        input,
        [],
        NOBODY,
        origin,
      );
      for (const again of [origin, from("here")]) {
        const repeated = await fixture.useCases.createOrder.execute(input, [], NOBODY, again);
        expect(repeated.order.id).toBe(first.id);
      }
    });

    it("do not use up a challenge that led to nothing", async () => {
      const origin = from("here", await solved());
      expect(await refusal(origin, NOBODY, "no phone")).toEqual([
        "PHONE_INVALID input.customer.phone",
      ]);
      await order(origin);
    });
  });
});
