import { ChannelPaused, PosRejected, RefusalKind } from "../../src/errors";
import { aNewOrder } from "../support/a-new-order";
import { OrderFixture } from "../support/order-fixture";

const CHAT = "-100200300";
const ONLY_TELEGRAM = { fallback: [{ kind: "TELEGRAM", target: CHAT, enabled: true }] };
const BOTH = {
  fallback: [
    ...ONLY_TELEGRAM.fallback,
    { kind: "EMAIL", target: "kitchen@test.example", enabled: true },
  ],
};

const refusal = () =>
  new PosRejected("The till said no", { posCode: "InvalidPhone", kind: RefusalKind.FINAL });
const pause = (seconds: number | null) =>
  new ChannelPaused("HTTP 429", { retryAfterMs: seconds === null ? null : seconds * 1000 });

describe("a chat or mailbox that asks for a pause", () => {
  let fixture: OrderFixture;

  beforeEach(async () => {
    fixture = await OrderFixture.start();
  });

  afterEach(() => fixture.stop());

  /**
   * Orders of one branch that its till refuses; the staff are about to be notified. @returns their
   * ids
   */
  async function handedOver(count: number, branchId: string): Promise<string[]> {
    const ids: string[] = [];
    for (let index = 0; index < count; index += 1) {
      fixture.pos.nextSubmissions.push(refusal());
      const { order } = await fixture.useCases.createOrder.execute(aNewOrder(branchId));
      await fixture.useCases.sendOrder.execute({ orderId: order.id });
      ids.push(order.id);
    }
    return ids;
  }

  const texts = (channel: "email" | "telegram" = "telegram") =>
    fixture[channel].delivered.map(({ message }) => message.text);
  const stateOf = async (id: string) => (await fixture.order(id)).injectionState;
  const numberOf = async (id: string) => (await fixture.order(id)).number;

  async function deliveries(id: string) {
    return fixture.db.query<
      { failures: number; sent: boolean; put_off: boolean; target: string }[]
    >(
      `select failures, sent_at is not null as sent, put_off_until is not null as put_off, target
       from fallback_deliveries where order_id = $1 order by kind`,
      [id],
    );
  }

  async function notes(id: string): Promise<string[]> {
    const events = await fixture.history.after(id, 0, 100);
    return events.flatMap(({ detail, summary }) => (detail.kind === "NOTE" ? [summary.en] : []));
  }

  async function needing(): Promise<string[]> {
    const viewer = {
      kind: "key",
      keyId: "k",
      label: "k",
      scope: "OPERATOR",
      branchIds: null,
    } as never;
    const found = await fixture.useCases.findOrders.execute(
      viewer,
      { needsPerson: true },
      100,
      null,
    );
    return found.map(({ id }) => id);
  }

  it("gets the message after the pause, and no attempt is used up", async () => {
    fixture.telegram.next.push(...Array.from({ length: 10 }, () => pause(30)));
    const [id = ""] = await handedOver(1, await fixture.branch(ONLY_TELEGRAM));
    await fixture.pass(299);
    expect(texts()).toEqual([]);
    await fixture.pass(2);
    expect(texts()).toHaveLength(1);
    expect(await stateOf(id)).toBe("FALLBACK_SENT");
    expect(await deliveries(id)).toMatchObject([{ failures: 0, sent: true, put_off: false }]);
  });

  it("is backed off from when it does not say for how long, and the order never becomes a dead letter", async () => {
    fixture.email.next.push(...Array.from({ length: 20 }, () => pause(null)));
    const fallback = [{ kind: "EMAIL", target: "kitchen@test.example", enabled: true }];
    const [id = ""] = await handedOver(1, await fixture.branch({ fallback }));
    for (const [seconds, left] of [
      [29, 19],
      [1, 18],
      [60, 17],
      [120, 16],
      [300, 15],
      [600, 14],
      [600, 13],
    ] as const) {
      await fixture.pass(seconds);
      expect(fixture.email.next).toHaveLength(left);
    }
    expect(await stateOf(id)).toBe("SENDING");
    await fixture.pass(3 * 3600);
    expect(await stateOf(id)).toBe("FALLBACK_SENT");
  });

  it("holds up its other orders too, in every process, and they then arrive in one message", async () => {
    const branchId = await fixture.branch(ONLY_TELEGRAM);
    fixture.telegram.next.push(pause(40));
    await handedOver(1, branchId);
    await fixture.pass(1);
    await handedOver(4, branchId);
    const other = await fixture.anotherGateway();
    const [waiting] = await fixture.db.query<{ id: string }[]>(
      "select id from fallback_deliveries where message_id is null order by id",
    );
    await other.sendStaffMessage.execute({ deliveryId: waiting!.id });
    await fixture.pass(38);
    expect(texts()).toEqual([]);
    await fixture.pass(2);
    expect(texts()).toHaveLength(1);
    expect(
      await fixture.db.query("select from orders where injection_state = 'FALLBACK_SENT'"),
    ).toHaveLength(5);
  });

  it("leaves the order among those that need attention until the message has arrived", async () => {
    fixture.telegram.next.push(pause(600));
    const [id = ""] = await handedOver(1, await fixture.branch(ONLY_TELEGRAM));
    await fixture.pass(0);
    expect(await stateOf(id)).toBe("SENDING");
    expect(await needing()).toEqual([id]);
    expect(await fixture.useCases.countWaitingOrders.execute()).toMatchObject([{ untold: 1 }]);
    expect(await deliveries(id)).toMatchObject([{ put_off: true }]);
    expect(await notes(id)).toContain(
      "The message by Telegram waits: the channel asks for a pause",
    );
    await fixture.pass(601);
    expect(await fixture.useCases.countWaitingOrders.execute()).toMatchObject([{ untold: 0 }]);
    expect(await needing()).toEqual([id]);
    expect(await notes(id)).toHaveLength(3);
  });

  it("has a newly added channel report the order if the pause is longer than a minute", async () => {
    fixture.telegram.next.push(pause(59), pause(600));
    const branchId = await fixture.branch(ONLY_TELEGRAM);
    const [id = ""] = await handedOver(1, branchId);
    await fixture.pass(0);
    await fixture.db.query("update branch_settings set fallback = $2 where branch_id = $1", [
      branchId,
      JSON.stringify(BOTH.fallback),
    ]);
    await fixture.pass(58);
    expect(texts("email")).toEqual([]);
    await fixture.pass(2);
    expect(texts("email")).toHaveLength(1);
    expect(await stateOf(id)).toBe("FALLBACK_SENT");
    await fixture.pass(601);
    expect([texts("email").length, texts().length]).toEqual([1, 1]);
  });

  it("gets no more messages than it accepts, and a burst of orders is batched into a few", async () => {
    fixture.telegram.pace = [
      { calls: 1, withinMs: 1_000 },
      { calls: 3, withinMs: 10_000 },
    ];
    fixture.telegram.longest = 900;
    const at: number[] = [];
    const deliver = fixture.telegram.deliver.bind(fixture.telegram);
    fixture.telegram.deliver = (...sent) => {
      at.push(fixture.clock.now().getTime());
      return deliver(...sent);
    };
    const ids = await handedOver(10, await fixture.branch(ONLY_TELEGRAM));
    await fixture.pass(60);
    expect(
      await fixture.db.query("select from orders where injection_state = 'FALLBACK_SENT'"),
    ).toHaveLength(10);
    expect(at).toHaveLength(5);
    const told = texts().join("\n");
    for (const id of ids)
      expect(told.split(`Заказ № ${await numberOf(id)} не попал`)).toHaveLength(2);
    at.forEach((moment, index) => {
      expect(moment - (at[index - 1] ?? 0)).toBeGreaterThanOrEqual(1_000);
      expect(moment - (at[index - 3] ?? 0)).toBeGreaterThanOrEqual(10_000);
    });
    expect(Math.max(...texts().map(({ length }) => length))).toBeLessThanOrEqual(900);
  });
});
