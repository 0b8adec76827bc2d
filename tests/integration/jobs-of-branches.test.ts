import { randomUUID } from "node:crypto";

import { Scope, type Viewer } from "../../src/domain/access/viewer";
import { OrderStatus } from "../../src/domain/orders/order-status";
import { ChannelFailed, PosRejected, PosUnavailable, RefusalKind } from "../../src/errors";
import { PostgresJobList } from "../../src/jobs/postgres-job-list";
import {
  planRefresh,
  USUAL_PAUSE,
} from "../../src/services/catalogue/pos-menu/plan-pos-menu-refresh";
import { ReceiveWebhook } from "../../src/services/orders/status/receive-webhook";
import { aNewOrder } from "../support/a-new-order";
import { aStatusUpdate } from "../support/a-pos-order-update";
import { OrderFixture } from "../support/order-fixture";

const OPERATOR: Viewer = {
  kind: "key",
  keyId: "o",
  label: "Olga",
  scope: Scope.OPERATOR,
  branchIds: null,
};
const ONLY_MAIL = {
  fallback: [{ kind: "EMAIL", target: "kitchen@test.example", enabled: true }],
};

describe("a job states which branch it is about when it", () => {
  let fixture: OrderFixture;

  beforeEach(async () => {
    fixture = await OrderFixture.start();
  });

  afterEach(() => fixture.stop());

  const branchesOf = async (kind: string) => {
    const jobs = await new PostgresJobList(fixture.db).find(
      { branchIds: null, states: null, kinds: [kind] },
      10,
      null,
    );
    return jobs.map(({ branchId }) => branchId);
  };

  it("notifies the staff again", async () => {
    const refusal = new PosRejected("The till said no", {
      posCode: "InvalidPhone",
      kind: RefusalKind.FINAL,
    });
    fixture.pos.nextSubmissions.push(refusal);
    fixture.email.next.push(new ChannelFailed("No answer"));
    const id = await fixture.taken({}, ONLY_MAIL);
    await fixture.pass(1);
    expect(fixture.email.delivered).toEqual([]);
    expect(await branchesOf("tell-people")).toEqual([(await fixture.order(id)).branchId]);
  });

  it("asks the POS again to cancel", async () => {
    const id = await fixture.taken();
    await fixture.pass(1);
    await fixture.useCases.cancelOrder.execute(OPERATOR, {
      id,
      reason: "Гость передумал",
      idempotencyKey: null,
    });
    fixture.pos.cancelOrder = () => Promise.reject(new PosUnavailable("timeout"));
    await fixture.pass();
    expect(await branchesOf("cancel-order")).toEqual([(await fixture.order(id)).branchId]);
  });

  it("refreshes a menu", async () => {
    const branchId = await fixture.branch();
    const { jobs, db, clock } = fixture;
    await planRefresh({ tx: db.manager, jobs, now: clock.now() }, branchId, USUAL_PAUSE);
    expect(await branchesOf("refresh-pos-menu")).toEqual([branchId]);
  });

  it("polls a key that only this branch uses", async () => {
    const branchId = await fixture.branch();
    await fixture.useCases.planPolls.execute();
    expect(await branchesOf("poll-orders")).toEqual([branchId]);
    await fixture.pass();
    await fixture.branch();
    await fixture.pass(300);
    await fixture.useCases.planPolls.execute();
    expect(await branchesOf("poll-orders")).toEqual([null]);
  });

  it("probes the POS for a web hook of an organization that only this branch has", async () => {
    const organizationId = randomUUID();
    const branchId = await fixture.branch({}, organizationId);
    const { order } = await fixture.useCases.createOrder.execute(aNewOrder(branchId));
    await fixture.pass(1);
    const receive = new ReceiveWebhook(fixture.db, () => undefined);
    for (const status of [OrderStatus.CANCELLED, OrderStatus.COOKING]) {
      const timestamp = status === OrderStatus.COOKING ? 3_000 : 2_000;
      const news = aStatusUpdate(organizationId, order.posOrderId, timestamp, status);
      await receive.execute({ organizationId, body: [news] });
    }
    await fixture.useCases.processWebhookInbox.execute();
    expect(await branchesOf("record-webhook")).toEqual([branchId]);
    await fixture.branch({}, organizationId);
    fixture.clock.turnTo(new Date(fixture.clock.now().getTime() + 60_000));
    expect(await fixture.connectedBranches.branchOf(organizationId)).toBeNull();
  });

  it("belongs to a branch whose key is known, even if it was not a moment ago", async () => {
    const [one, two] = [await fixture.branch(), await fixture.branch()];
    const [key] = await Promise.all([
      fixture.connectedBranches.keyOf(one),
      fixture.connectedBranches.keyOf(two),
    ]);
    expect(await fixture.connectedBranches.keyOf(two)).toBe(key);
    const late = await fixture.branch({ apiLogin: "another" });
    fixture.clock.turnTo(new Date(fixture.clock.now().getTime() + 2_000));
    expect([key, null, undefined]).not.toContain(await fixture.connectedBranches.keyOf(late));
    expect(await fixture.connectedBranches.keyOf(randomUUID())).toBeNull();
  });
});
