import { randomUUID } from "node:crypto";

import { Scope } from "../../src/domain/access/viewer";
import { OrderStatus } from "../../src/domain/orders/order-status";
import { aNewOrder } from "../support/a-new-order";
import { OrderFixture } from "../support/order-fixture";

const TWO_REPEATS = { injection: { retryDelaysSeconds: [15, 15], acceptTimeoutSeconds: 60 } };
const OPERATOR = {
  kind: "key",
  keyId: "o",
  label: "Olga",
  scope: Scope.OPERATOR,
  branchIds: null,
} as const;

const bug = () => new TypeError("Cannot read properties of undefined (reading 'секрет гостя')");

describe("an unexpected error", () => {
  let fixture: OrderFixture;

  beforeEach(async () => {
    fixture = await OrderFixture.start();
  });

  afterEach(() => fixture.stop());

  /** From now on this change of the table fails. */
  async function broken(table: string, change: string, when: string): Promise<void> {
    await fixture.db.query(
      "create function break() returns trigger language plpgsql as $$ begin raise exception 'broken'; end $$",
    );
    await fixture.db.query(
      `create trigger broken before ${change} on ${table} for each row when (${when}) execute function break()`,
    );
  }

  it("in the call to the POS counts as a lost answer, and ends with staff who know that it may be there", async () => {
    fixture.pos.nextSubmissions.push(bug(), bug(), bug());
    const id = await fixture.taken({}, TWO_REPEATS);
    await fixture.pass();
    expect(await fixture.order(id)).toMatchObject({
      injectionState: "OUTCOME_UNKNOWN",
      failures: 1,
      lastFault: {
        code: "GATEWAY_FAILED",
        mayExist: true,
        message: "Something unexpected in the gateway: TypeError",
      },
    });
    await fixture.pass(40);
    expect(await fixture.outcomes(id)).toEqual([
      "GATEWAY_FAILED",
      "GATEWAY_FAILED",
      "GATEWAY_FAILED",
    ]);
    expect((await fixture.order(id)).injectionState).toBe("FALLBACK_SENT");
    expect(fixture.email.delivered[0]!.message.text).toContain("касса могла получить этот заказ");
    expect(fixture.unexpected.map(({ orderId, during }) => [orderId, during])).toEqual(
      Array.from({ length: 3 }, () => [id, "send-order"]),
    );
  });

  it("before the POS is called leaves no doubt: the order was not sent", async () => {
    const id = await fixture.taken({}, TWO_REPEATS);
    await fixture.db.query("update orders set promotions = '[null]'");
    await fixture.pass();
    expect(await fixture.order(id)).toMatchObject({
      injectionState: "RETRY_SCHEDULED",
      lastFault: { mayExist: false },
    });
    expect(fixture.pos.submitted).toEqual([]);
    await fixture.db.query("update orders set promotions = '[]'");
    await fixture.pass(15);
    expect(await fixture.order(id)).toMatchObject({ injectionState: "IN_POS" });
  });

  it("in the first step of every attempt ends with the staff, too", async () => {
    const id = await fixture.taken({}, TWO_REPEATS);
    await broken("injection_attempts", "insert", "true");
    await fixture.pass(40);
    expect(await fixture.order(id)).toMatchObject({ injectionState: "FALLBACK_SENT", failures: 3 });
    expect(await fixture.outcomes(id)).toEqual([]);
  });

  it("in recording what the POS says about an order counts, however often the order is found there", async () => {
    fixture.pos.nextSubmissions.push("lost");
    const id = await fixture.taken({}, TWO_REPEATS);
    await fixture.useCases.sendOrder.execute({ orderId: id });
    await broken("orders", "update", "new.injection_state = 'IN_POS'");
    await fixture.pass(60);
    expect(await fixture.outcomes(id)).toEqual([
      "NETWORK_ERROR",
      "FOUND_EXISTING",
      "FOUND_EXISTING",
    ]);
    expect(await fixture.order(id)).toMatchObject({
      injectionState: "FALLBACK_SENT",
      lastFault: { mayExist: true },
    });
    expect(fixture.pos.submitted).toHaveLength(1);
  });

  it("in every probe of an undecided order leaves it to the staff in time", async () => {
    fixture.pos.nextSubmissions.push("pending");
    fixture.pos.nextLooks.push(...Array.from({ length: 20 }, bug));
    const id = await fixture.taken({}, TWO_REPEATS);
    await fixture.pass(70);
    expect(await fixture.order(id)).toMatchObject({
      injectionState: "FALLBACK_SENT",
      lastFault: { mayExist: true },
    });
  });

  it("that kills the process in three attempts in a row leaves the fourth to the staff", async () => {
    const id = await fixture.taken({}, TWO_REPEATS);
    const submit = fixture.pos.submitOrder.bind(fixture.pos);
    fixture.pos.submitOrder = () => new Promise(() => undefined);
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      const sent = fixture.pos.looks;
      void fixture.useCases.sendOrder.execute({ orderId: id });
      const begun = async () =>
        (await fixture.outcomes(id)).length === attempt && fixture.pos.looks === sent + 1;
      if (attempt > 1) while (!(await begun()));
      else while ((await fixture.outcomes(id)).length === 0);
    }
    fixture.pos.submitOrder = submit;
    expect((await fixture.order(id)).injectionState).toBe("SENDING");
    await fixture.pass(5);
    expect(await fixture.order(id)).toMatchObject({
      injectionState: "FALLBACK_SENT",
      lastFault: { code: "GATEWAY_CRASHED", mayExist: true },
    });
    const crashed = Array.from({ length: 3 }, () => "ABANDONED_BY_CRASH");
    expect(await fixture.outcomes(id)).toEqual([...crashed, "GATEWAY_FAILED"]);
    await fixture.useCases.retryOrder.execute(OPERATOR, { id, force: true, idempotencyKey: null });
    await fixture.pass();
    expect((await fixture.order(id)).injectionState).toBe("IN_POS");
  });

  it("about one order holds up no poll", async () => {
    const organizationId = randomUUID();
    const branchId = await fixture.branch({}, organizationId);
    const take = async () =>
      (await fixture.useCases.createOrder.execute(aNewOrder(branchId))).order;
    const [ill, well] = [await take(), await take()];
    await fixture.pass();
    const poll = () => fixture.useCases.pollOrders.execute({ branchIds: [branchId] });
    await poll();
    await broken("orders", "update", `new.id = '${ill.id}'`);
    fixture.pos.decide(ill.posOrderId, { status: OrderStatus.COOKING, rawStatus: "Cooking" });
    fixture.pos.decide(well.posOrderId, { status: OrderStatus.COOKING, rawStatus: "Cooking" });
    await poll();
    expect((await fixture.order(well.id)).status).toBe("COOKING");
    expect(await fixture.db.query("select place from order_polls")).toEqual([{ place: "2" }]);
    expect(fixture.unexpected.map(({ during }) => during)).toEqual(["poll-orders"]);
  });

  it("in writing an order out for the staff gives them less of it, but not nothing", async () => {
    const id = await fixture.taken({}, { injection: { retryDelaysSeconds: [] } });
    await fixture.db.query("update orders set promotions = '[null]'");
    await fixture.pass(5);
    expect((await fixture.order(id)).injectionState).toBe("FALLBACK_SENT");
    const [told] = fixture.email.delivered;
    expect(told!.message.text).toContain("Записать заказ целиком шлюз не смог");
    expect(told!.message.text).toContain("+79990000009");
    expect(told!.message.actions).toHaveLength(2);
    expect(fixture.unexpected.map(({ during }) => during)).toContain("tell-people");
  });

  it("in every channel ends as if nobody could be reached", async () => {
    fixture.pos.nextSubmissions.push(bug());
    fixture.email.next.push(...Array.from({ length: 10 }, bug));
    fixture.telegram.next.push(...Array.from({ length: 10 }, bug));
    const id = await fixture.taken({}, { injection: { retryDelaysSeconds: [] } });
    await fixture.pass(600);
    expect((await fixture.order(id)).injectionState).toBe("DEAD_LETTERED");
  });

  it("in a cancellation counts as no answer: the staff are asked to cancel by hand", async () => {
    const id = await fixture.taken();
    await fixture.pass();
    fixture.pos.cancelOrder = () => Promise.reject(bug());
    await fixture.useCases.cancelOrder.execute(OPERATOR, {
      id,
      reason: "Гость передумал",
      idempotencyKey: null,
    });
    await fixture.pass(90);
    const [command] = await fixture.db.query<{ outcome: string }[]>(
      "select outcome from order_commands",
    );
    expect(command).toEqual({ outcome: "UNREACHABLE" });
    expect(fixture.email.delivered).toHaveLength(1);
  });

  it("about one late order keeps no other from being reported", async () => {
    const late = { injection: { retryDelaysSeconds: [600], alertIfNotAcceptedAfterSeconds: 30 } };
    const [ill, well] = [await fixture.taken({}, late), await fixture.taken({}, late)];
    await fixture.loseJobs();
    await fixture.pass(60);
    await broken("orders", "update", `new.id = '${ill}'`);
    await fixture.useCases.alertLateOrders.execute();
    expect((await fixture.order(well)).alertedAt).not.toBeNull();
    expect((await fixture.order(ill)).alertedAt).toBeNull();
    expect(fixture.unexpected.map(({ orderId }) => orderId)).toEqual([ill]);
  });
});
