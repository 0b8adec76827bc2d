import { randomUUID } from "node:crypto";

import { Scope } from "../../src/domain/access/viewer";
import { OrderStatus } from "../../src/domain/orders/order-status";
import { PosRejected, RefusalKind } from "../../src/errors";
import { aNewOrder } from "../support/a-new-order";
import { OrderFixture } from "../support/order-fixture";
import { repairOnce } from "../support/repair-once";

const FINAL = new PosRejected("The till said no", {
  posCode: "InvalidPhone",
  kind: RefusalKind.FINAL,
});
const RETRY = new PosRejected("The till is off", {
  posCode: "TerminalGroupDisabled",
  kind: RefusalKind.RETRY,
});
const PATIENT = { injection: { retryDelaysSeconds: [15, 15, 15], acceptTimeoutSeconds: 60 } };
const NOBODY = { injection: { retryDelaysSeconds: [] }, fallback: [] };
const OPERATOR = {
  kind: "key",
  keyId: "o",
  label: "Olga",
  scope: Scope.OPERATOR,
  branchIds: null,
} as const;
const QUARTER = 15 * 60;

describe("after every job is gone, one search for lost work", () => {
  let fixture: OrderFixture;

  beforeEach(async () => {
    fixture = await OrderFixture.start();
  });

  afterEach(() => fixture.stop());

  const state = async (id: string) => (await fixture.order(id)).injectionState;

  async function lostIn(expected: string, script?: Error | "lost" | "pending"): Promise<string> {
    if (script !== undefined) fixture.pos.nextSubmissions.push(script);
    const id = await fixture.taken({}, PATIENT);
    if (script !== undefined) await fixture.useCases.sendOrder.execute({ orderId: id });
    expect(await state(id)).toBe(expected);
    await fixture.loseJobs();
    return id;
  }

  it.each([
    ["QUEUED", undefined, { "send-order": 1 }],
    ["RETRY_SCHEDULED", RETRY, { "send-order": 1 }],
    ["OUTCOME_UNKNOWN", "lost", { "send-order": 1, "confirm-submission": 1 }],
  ] as const)(
    "brings an order that was %s into the POS, once, and no sooner than planned",
    async (was, script, found) => {
      const id = await lostIn(was, script);
      const { nextAttemptAt } = await fixture.order(id);
      expect(await repairOnce(fixture)).toEqual(found);
      expect(await repairOnce(fixture)).toEqual({});
      const key = `send:${id}`;
      const [job] = await fixture.db.query<{ due_at: Date }[]>(
        "select due_at from jobs where key = $1",
        [key],
      );
      if (nextAttemptAt) expect(job!.due_at).toEqual(nextAttemptAt);
      await fixture.pass(60);
      expect(await state(id)).toBe("IN_POS");
      expect(fixture.pos.orders.size).toBe(1);
    },
  );

  it("goes on probing the POS for an order that it has not decided on", async () => {
    const id = await lostIn("AWAITING_POS", "pending");
    expect(await repairOnce(fixture)).toEqual({ "confirm-submission": 1 });
    fixture.pos.decide((await fixture.order(id)).posOrderId, {
      creation: "created",
      posNumber: "12",
    });
    await fixture.pass(10);
    expect(await state(id)).toBe("IN_POS");
    expect(fixture.pos.submitted).toHaveLength(1);
  });

  it("sends an order whose attempt nobody has ended, but not while one may be under way", async () => {
    const submit = fixture.pos.submitOrder.bind(fixture.pos);
    let begun = () => undefined as void;
    const beginning = new Promise<void>((resolve) => (begun = resolve));
    fixture.pos.submitOrder = (...asked) =>
      submit(...asked).then(() => (begun(), new Promise<never>(() => undefined)));
    const id = await fixture.taken({}, PATIENT);
    void fixture.useCases.sendOrder.execute({ orderId: id });
    await beginning;
    fixture.pos.submitOrder = submit;
    await fixture.loseJobs();
    expect(await repairOnce(fixture)).toEqual({});
    await fixture.pass(15);
    expect(await repairOnce(fixture)).toEqual({ "send-order": 1 });
    await fixture.pass();
    expect(await state(id)).toBe("IN_POS");
    expect(await fixture.outcomes(id)).toEqual(["ABANDONED_BY_CRASH", "FOUND_EXISTING"]);
    expect(fixture.pos.submitted).toHaveLength(1);
  });

  it("notifies the staff of an order that was given up, once per channel, and still probes for it", async () => {
    const id = await lostIn("SENDING", FINAL);
    expect(await repairOnce(fixture)).toEqual({ "confirm-submission": 1, "tell-people": 2 });
    await fixture.pass(5);
    expect(await state(id)).toBe("FALLBACK_SENT");
    expect([fixture.email.delivered.length, fixture.telegram.delivered.length]).toEqual([1, 1]);
    await fixture.loseJobs();
    const { posOrderId, branchId } = await fixture.order(id);
    expect(await repairOnce(fixture)).toEqual({ "confirm-submission": 1 });
    await fixture.foundInTill(posOrderId, branchId);
    await fixture.loseJobs();
    expect(await repairOnce(fixture)).toEqual({ "tell-people": 2 });
    await fixture.pass(5);
    expect(fixture.email.delivered).toHaveLength(2);
  });

  it("records a web hook that needed a probe", async () => {
    const organizationId = randomUUID();
    const branchId = await fixture.branch({}, organizationId);
    const { id, posOrderId } = (await fixture.useCases.createOrder.execute(aNewOrder(branchId)))
      .order;
    await fixture.pass();
    const told = async (status: OrderStatus) => {
      const body = JSON.stringify([fixture.pos.decide(posOrderId, { status, rawStatus: status })]);
      const store = "insert into waiting_webhooks (organization_id_in_pos, body) values ($1, $2)";
      await fixture.db.query(store, [organizationId, body]);
      await fixture.useCases.processWebhookInbox.execute();
      return (await fixture.order(id)).status;
    };
    expect(await told(OrderStatus.CLOSED)).toBe("CLOSED");
    // An order that was closed is opened again only when the till itself reports so.
    expect(await told(OrderStatus.COOKING)).toBe("CLOSED");
    await fixture.loseJobs();
    expect(await repairOnce(fixture)).toEqual({ "record-webhook": 1 });
    await fixture.pass();
    expect((await fixture.order(id)).status).toBe("COOKING");
    expect(await fixture.db.query("select 1 from waiting_webhooks")).toEqual([]);
    expect(await repairOnce(fixture)).toEqual({});
  });

  it("plans recurring jobs again", async () => {
    const rounds = fixture.periodicJobs.rounds();
    expect(await repairOnce(fixture, rounds)).toMatchObject({
      "alert-late-orders": 1,
      "plan-polls": 1,
    });
    expect(await repairOnce(fixture, rounds)).toEqual({});
  });

  it("leaves alone what the staff have, and what is settled", async () => {
    fixture.pos.nextSubmissions.push(FINAL, FINAL, FINAL);
    await fixture.taken({}, NOBODY);
    await fixture.pass();
    const told = await fixture.taken({}, { injection: { retryDelaysSeconds: [] } });
    const byHand = await fixture.taken({}, { injection: { retryDelaysSeconds: [] } });
    await fixture.pass(5);
    await fixture.useCases.markEnteredByHand.execute(OPERATOR, byHand, "42", null);
    const cancelled = await fixture.taken();
    await fixture.useCases.cancelOrder.execute(OPERATOR, {
      id: cancelled,
      reason: "Нет",
      idempotencyKey: null,
    });
    await fixture.taken();
    await fixture.pass(QUARTER);
    await fixture.loseJobs();
    expect(await state(told)).toBe("FALLBACK_SENT");
    expect(await repairOnce(fixture)).toEqual({});
  });

  it("finds orders by the thousand, a page at a time", async () => {
    const first = await fixture.taken();
    await fixture.db.query(
      `insert into orders select copy.* from orders one, generate_series(1, 2500) n, jsonb_populate_record(one, jsonb_build_object(
         'id', gen_random_uuid(), 'number', 'copy ' || n, 'idempotency_key', 'copy ' || n, 'id_in_pos', gen_random_uuid())) copy
       where one.id = $1`,
      [first],
    );
    await fixture.loseJobs();
    expect(await repairOnce(fixture)).toEqual({ "send-order": 2501 });
    expect(await repairOnce(fixture)).toEqual({});
  });
});
