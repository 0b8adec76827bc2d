import { solveChallenge } from "../../scripts/attacks/solve-challenge";
import { type Viewer } from "../../src/domain/access/viewer";
import { type UserError } from "../../src/domain/errors/user-error";
import { type Refused } from "../../src/errors";
import { type OrderOrigin } from "../../src/services/checkout/guest-standing";
import { aNewOrder } from "../support/a-new-order";
import { ADMIN } from "../support/branch-gateway";
import { errorsOf } from "../support/catalogue-fixture";
import { OrderFixture } from "../support/order-fixture";

const PHONE = "+79990000009";
const NOBODY: Viewer = { kind: "anonymous" };
const SIGNED_IN: Viewer = { kind: "customer", phone: PHONE, expiresAt: null };
const SOMEBODY_ELSE: Viewer = { kind: "customer", phone: "+79990000010", expiresAt: null };

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

  async function fill(source = "here"): Promise<void> {
    for (let count = 0; count < 3; count += 1) await order(from(source));
  }

  async function solved(at = branchId): Promise<OrderOrigin["challenge"]> {
    const { token } = await fixture.useCases.issueChallenge.execute(NOBODY, at);
    return { token, answer: solveChallenge(token, (bits) => bits >= 8) };
  }

  const countOrders = async () => (await fixture.db.query<unknown[]>("select from orders")).length;

  const TOO_MANY = ["TOO_MANY_OPEN_ORDERS input.customer.phone"];

  it("end at the branch's limit, and any beyond it changes nothing", async () => {
    await fill();
    const before = await countOrders();
    expect(await refusal(from("here"))).toEqual(TOO_MANY);
    expect(await refusal(from("here"), SOMEBODY_ELSE)).toEqual(TOO_MANY);
    expect(await countOrders()).toBe(before);
  });

  it("explain in both languages what to do", async () => {
    await fill();
    const refused = (await order(from("here")).catch(
      (error: unknown) => error,
    )) as Refused<UserError>;
    expect(refused.userErrors[0]?.message.ru).toMatch(/Войдите по телефону/);
    expect(refused.userErrors[0]?.message.en).toMatch(/Sign in/);
  });

  it("are limited per phone and per branch", async () => {
    await fill();
    await order(from("here"), NOBODY, "+79990000011");
    await order(
      from("here"),
      NOBODY,
      PHONE,
      await fixture.branch({ guestOrders: { mostOpenPerPhone: 1 } }),
    );
  });

  it("count while they are open, and for a day", async () => {
    await fill();
    await fixture.db.query("update orders set status = 'CLOSED' where branch_id = $1", [branchId]);
    await fill();
    await fixture.db.query(
      "update orders set created_at = created_at - interval '25 hours' where branch_id = $1",
      [branchId],
    );
    await order(from("here"));
  });

  it("count however many arrive simultaneously, in any process", async () => {
    const other = await fixture.anotherGateway();
    const asked = Array.from({ length: 30 }, (_, number) =>
      order(from("here"), NOBODY, PHONE, branchId, number % 2 === 0 ? fixture.useCases : other),
    );
    const outcomes = await Promise.allSettled(asked);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
  });

  it("never lock out anyone signed in with the phone, holding a branch key, or with a solved challenge", async () => {
    await fill();
    await order(from("here"), SIGNED_IN);
    await order(from("here"), ADMIN);
    await order(from("here", await solved()));
    expect(await refusal(from("here"))).toEqual(TOO_MANY);
  });

  it("do not include orders of those who were verified", async () => {
    for (let count = 0; count < 5; count += 1) await order(from("here"), SIGNED_IN);
    for (let count = 0; count < 2; count += 1) await order(from("here", await solved()));
    await fill();
  });

  it("of strangers leave the guest a first order from an address of their own", async () => {
    for (let stranger = 0; stranger < 5; stranger += 1) await order(from(`stranger ${stranger}`));
    await order(from("the guest's"));
    expect(await refusal(from("the guest's"))).toEqual(TOO_MANY);
  });

  it("have no limit if the branch says so", async () => {
    await fixture.saveSettings(branchId, { guestOrders: { mostOpenPerPhone: 0 } });
    for (let count = 0; count < 12; count += 1) await order(from("here"));
  });

  it("return the same order for a repeat, even beyond the limit", async () => {
    const input = aNewOrder(branchId);
    const { order: first } = await fixture.useCases.createOrder.execute(
      input,
      [],
      NOBODY,
      from("here"),
    );
    await order(from("here"));
    await order(from("here"));
    const repeated = await fixture.useCases.createOrder.execute(input, [], NOBODY, from("here"));
    expect([repeated.order.id, repeated.replayed]).toEqual([first.id, true]);
  });

  it("store a keyed hash of where they come from, and their place in the queue", async () => {
    const placeOf = async (origin: OrderOrigin, viewer: Viewer = NOBODY, phone = PHONE) => {
      const { order: taken } = await order(origin, viewer, phone);
      const { source, unproven, placeAt, createdAt } = await fixture.order(taken.id);
      return [source, unproven, ((placeAt?.getTime() ?? 0) - createdAt.getTime()) / 1000];
    };
    expect(await placeOf(from("one address"))).toEqual(["one address", true, 0]);
    expect(await placeOf(from("one address"))).toEqual(["one address", true, 30]);
    expect(await placeOf(from("one address"), NOBODY, "+79990000012")).toEqual([
      "one address",
      true,
      30,
    ]);
    expect(await placeOf(from("another"))).toEqual(["another", true, 0]);
    expect(await placeOf(from("one address"), SIGNED_IN)).toEqual([null, false, -1800]);
    expect(await placeOf(from("one address", await solved()))).toEqual(["one address", false, 0]);
  });

  it("are refused altogether if the branch takes orders only from known guests", async () => {
    await fixture.saveSettings(branchId, { guestOrders: { onlyProven: true } });
    const refused = ["SIGN_IN_REQUIRED input.customer.phone"];
    expect(await refusal(from("here"))).toEqual(refused);
    expect(await refusal(from("here"), SOMEBODY_ELSE)).toEqual(refused);
    expect(await refusal(from("here", await solved()))).toEqual(refused);
    await order(from("here"), SIGNED_IN);
    await order(from("here"), ADMIN);
  });
});
