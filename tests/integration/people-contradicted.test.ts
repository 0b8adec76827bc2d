import { Scope, type Viewer } from "../../src/domain/access/viewer";
import { Observation } from "../../src/domain/orders/order-event";
import { OrderStatus } from "../../src/domain/orders/order-status";
import { BranchSettings } from "../../src/entities/branches/branch-settings";
import { StaffMessage } from "../../src/entities/orders/staff-message";
import { ChannelPaused, PosRejected, PosUnavailable, RefusalKind } from "../../src/errors";
import { aPosOrderUpdate } from "../support/a-pos-order-update";
import { OrderFixture } from "../support/order-fixture";

const OPERATOR: Viewer = {
  kind: "key",
  keyId: "k",
  label: "Анна",
  scope: Scope.OPERATOR,
  branchIds: null,
};
const TELEGRAM = [{ kind: "TELEGRAM", target: "100200300", enabled: true }];
const LATER = 300;

describe("the staff are told nothing that contradicts itself", () => {
  let fixture: OrderFixture;

  beforeEach(async () => {
    fixture = await OrderFixture.start();
  });

  afterEach(() => fixture.stop());

  const texts = () => fixture.telegram.delivered.map(({ message }) => message.text);

  /** A late order whose warning waits for a chat that asks for patience. */
  async function warned(): Promise<string> {
    fixture.pos.nextSubmissions.push(new PosUnavailable("socket hang up"));
    fixture.telegram.next.push(new ChannelPaused("HTTP 429", { retryAfterMs: 60_000 }));
    const injection = { retryDelaysSeconds: [40], alertIfNotAcceptedAfterSeconds: 30 };
    const id = await fixture.taken({}, { injection, fallback: TELEGRAM });
    await fixture.periodicJobs.planFirst("alert-late-orders");
    await fixture.pass(31);
    expect(fixture.telegram.next).toEqual([]);
    return id;
  }

  it("such as a warning that the order is late, after the order itself was handed over to them", async () => {
    fixture.pos.nextLooks.push(
      "absent",
      "absent",
      "absent",
      "absent",
      "absent",
      "absent",
      "absent",
    );
    const id = await warned();
    fixture.pos.nextSubmissions.push(
      new PosRejected("No", { posCode: "X", kind: RefusalKind.FINAL }),
    );
    await fixture.pass(LATER);
    expect(await fixture.order(id)).toMatchObject({ injectionState: "FALLBACK_SENT" });
    expect(texts()).toEqual([expect.stringContaining("не попал на кассу")]);
  });

  it("such as a warning that the order is late, after it has reached the POS", async () => {
    const id = await warned();
    await fixture.pass(LATER);
    expect(await fixture.order(id)).toMatchObject({ injectionState: "IN_POS" });
    expect(texts()).toEqual([]);
  });

  it("such as a warning that began while a message with the order was waiting", async () => {
    fixture.pos.nextSubmissions.push(
      new PosRejected("No", { posCode: "X", kind: RefusalKind.FINAL }),
    );
    fixture.telegram.next.push(new ChannelPaused("HTTP 429", { retryAfterMs: 120_000 }));
    const injection = { alertIfNotAcceptedAfterSeconds: 30 };
    await fixture.taken({}, { injection, fallback: TELEGRAM });
    await fixture.periodicJobs.planFirst("alert-late-orders");
    await fixture.pass(LATER);
    expect(texts()).toEqual([expect.stringContaining("не попал на кассу")]);
  });
});

describe("an order that the staff entered by hand", () => {
  let fixture: OrderFixture;

  beforeEach(async () => {
    fixture = await OrderFixture.start();
  });

  afterEach(() => fixture.stop());

  const texts = (channel: "email" | "telegram") =>
    fixture[channel].delivered.map(({ message }) => message.text);

  /** The till does not answer; an operator has entered the order. */
  async function entered(fallback: typeof TELEGRAM): Promise<string> {
    fixture.pos.nextSubmissions.push(new PosUnavailable("socket hang up"));
    fixture.pos.nextLooks.push("absent", "absent", "absent");
    const id = await fixture.taken({}, { injection: { retryDelaysSeconds: [] }, fallback });
    await fixture.pass();
    await fixture.useCases.markEnteredByHand.execute(OPERATOR, id, "77", null);
    return id;
  }

  async function turnsUp(id: string, status = OrderStatus.ACCEPTED): Promise<void> {
    const { posOrderId, branchId } = await fixture.order(id);
    const { organizationId } = await fixture.db.manager.findOneByOrFail(BranchSettings, {
      branchId,
    });
    const news = {
      posOrderId,
      organizationId: organizationId ?? "",
      creation: "created",
      status,
      rawStatus: status,
    } as const;
    const how = { observedBy: Observation.WEBHOOK, confirmed: true };
    await fixture.useCases.recordPosUpdate.execute(aPosOrderUpdate(news), how);
    await fixture.useCases.recordPosUpdate.execute(aPosOrderUpdate(news), how);
    await fixture.pass(LATER);
  }

  it("and that turns up in the POS is reported, even if nobody had received the message", async () => {
    const id = await entered([]);
    const { branchId } = await fixture.order(id);
    const fallback = JSON.stringify(TELEGRAM);
    await fixture.db.query("update branch_settings set fallback = $2 where branch_id = $1", [
      branchId,
      fallback,
    ]);
    await turnsUp(id);
    expect(texts("telegram")).toEqual([expect.stringContaining("попал на кассу дважды")]);
    const events = await fixture.history.after(id, 0, 100);
    expect(
      events.filter(({ summary }) => summary.en.includes("entered by hand, and the till took it")),
    ).toHaveLength(1);
  });

  it("and that turns up in the POS is reported once per channel, even to those who had received the message", async () => {
    const id = await entered(TELEGRAM);
    const { branchId } = await fixture.order(id);
    const mail = [{ kind: "EMAIL", target: "kitchen@test.example", enabled: true }];
    await fixture.db.query("update branch_settings set fallback = $2 where branch_id = $1", [
      branchId,
      JSON.stringify(mail),
    ]);
    await turnsUp(id);
    expect(texts("telegram")).toEqual([
      expect.stringContaining("не попал на кассу"),
      expect.stringContaining("всё-таки на кассе"),
    ]);
    expect(texts("email")).toEqual([expect.stringContaining("попал на кассу дважды")]);
  });

  it("and that was already delivered when it turns up is reported all the same", async () => {
    const id = await entered(TELEGRAM);
    await turnsUp(id, OrderStatus.CLOSED);
    expect(texts("telegram").slice(1)).toEqual([expect.stringContaining("попал на кассу дважды")]);
  });

  it("and that was cancelled in the POS when it turns up needs nobody", async () => {
    const id = await entered(TELEGRAM);
    await turnsUp(id, OrderStatus.CANCELLED);
    expect(texts("telegram")).toHaveLength(1);
    const deliveries = await fixture.db.manager.findBy(StaffMessage, { orderId: id });
    expect(deliveries.filter(({ sentAt }) => sentAt)).toHaveLength(1);
  });
});
