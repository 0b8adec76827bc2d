import { randomUUID } from "node:crypto";
import { OrderStatus } from "../../src/domain/orders/order-status";
import { type PosOrderUpdate } from "../../src/ports/pos/pos-orders";
import { type Webhook } from "../../src/services/orders/status/read-webhooks";
import { ReceiveWebhook } from "../../src/services/orders/status/receive-webhook";
import { aNewOrder } from "../support/a-new-order";
import { aPosOrderUpdate } from "../support/a-pos-order-update";
import { OrderFixture } from "../support/order-fixture";

const { ACCEPTED, COOKING, READY, CLOSED, CANCELLED } = OrderStatus;
const STEPS = [ACCEPTED, COOKING, READY, CLOSED];

describe("web hooks that are taken from those that wait", () => {
  let fixture: OrderFixture;
  let receive: ReceiveWebhook;
  const organizationId = randomUUID();
  let branchId: string;

  beforeAll(async () => {
    fixture = await OrderFixture.start();
    receive = new ReceiveWebhook(fixture.db, () => undefined);
    branchId = await fixture.branch({}, organizationId);
  });

  afterAll(() => fixture.stop());

  async function inPos(count: number): Promise<{ id: string; posOrderId: string }[]> {
    const placed = [];
    for (let each = 0; each < count; each += 1) {
      placed.push((await fixture.useCases.createOrder.execute(aNewOrder(branchId))).order);
    }
    await fixture.pass();
    return placed;
  }

  function told(
    posOrderId: string,
    timestamp: number,
    status: OrderStatus,
    more: Partial<PosOrderUpdate> = {},
  ) {
    const update = aPosOrderUpdate({
      posOrderId,
      organizationId,
      timestamp,
      status,
      rawStatus: status,
      ...more,
    });
    return { organizationId, body: [update] };
  }

  async function come(...webhooks: Webhook[]): Promise<void> {
    for (const webhook of webhooks) await receive.execute(webhook);
  }

  async function waiting(): Promise<number> {
    const [row] = await fixture.db.query<[{ count: number }]>(
      "select count(*)::int from waiting_webhooks where not needs_look",
    );
    return row.count;
  }

  async function jobs(): Promise<unknown[]> {
    return fixture.db.query("select payload from jobs where payload ->> 'webhookId' is not null");
  }

  it("are not held up by one that cannot be recorded, which becomes a job of its own", async () => {
    const [well, ill, fine] = await inPos(3);
    // No time that PostgreSQL can read.
    const poison = told(ill!.posOrderId, 2_000, COOKING, { estimatedAt: new Date(8.64e15) });
    await come(
      told(well!.posOrderId, 2_000, COOKING),
      poison,
      told(fine!.posOrderId, 2_000, READY),
    );
    await fixture.useCases.recordWaitingWebhooks.execute();
    expect(await fixture.statuses(well!.id)).toEqual(["NEW", COOKING]);
    expect(await fixture.statuses(fine!.id)).toEqual(["NEW", READY]);
    expect(await waiting()).toBe(0);
    expect(await jobs()).toHaveLength(1);
    await expect(fixture.pass()).rejects.toThrow();
    expect(await fixture.statuses(ill!.id)).toEqual(["NEW"]);
    await fixture.db.query("delete from jobs");
  });

  it("leave the looks into the POS that they need to a job", async () => {
    const [order] = await inPos(1);
    const { id, posOrderId } = order!;
    fixture.pos.orders.set(posOrderId, told(posOrderId, 3_000, COOKING).body[0]!);
    await come(told(posOrderId, 2_000, CANCELLED), told(posOrderId, 3_000, COOKING));
    await fixture.useCases.recordWaitingWebhooks.execute();
    expect(await fixture.order(id)).toMatchObject({ status: CANCELLED });
    expect(await jobs()).toHaveLength(1);
    await fixture.pass();
    expect(await fixture.statuses(id)).toEqual(["NEW", CANCELLED, COOKING]);
  });

  it("are recorded once by processes that take them at the same time, for the same orders", async () => {
    const orders = await inPos(20);
    const other = await fixture.anotherGateway();
    const news = STEPS.flatMap((status, step) =>
      // Each process meets the orders the other way round.
      (step % 2 === 0 ? orders : [...orders].reverse()).map(({ posOrderId }) =>
        told(posOrderId, 2_000 + step, status),
      ),
    );
    const rounds = [...news, ...news, ...news, ...news];
    await come(...rounds);
    const workers = [fixture.useCases, other, fixture.useCases, other].map(
      async ({ recordWaitingWebhooks }) => {
        while (await recordWaitingWebhooks.execute());
      },
    );
    await Promise.all(workers);
    await fixture.pass();
    expect(await waiting()).toBe(0);
    for (const { id } of orders) {
      const statuses = await fixture.statuses(id);
      expect(statuses.map((status) => status.replace(" late", "")).sort()).toEqual(
        ["NEW", ...STEPS].sort(),
      );
      expect(statuses.filter((status) => !status.endsWith("late")).at(-1)).toBe(CLOSED);
      expect((await fixture.order(id)).version).toBe(
        (await fixture.history.after(id, 0, 100)).length,
      );
    }
  });

  it("are taken a few at a time when they are large", async () => {
    const [order] = await inPos(1);
    const large = {
      organizationId,
      body: [
        { ...told(order!.posOrderId, 1, COOKING).body[0], trackingUrl: "x".repeat(5 * 2 ** 20) },
      ],
    };
    await come(large, told(order!.posOrderId, 2_000, READY));
    expect(await fixture.useCases.recordWaitingWebhooks.execute()).toBe(true);
    expect(await waiting()).toBe(1);
    expect(await fixture.useCases.recordWaitingWebhooks.execute()).toBe(false);
    expect(await fixture.statuses(order!.id)).toContain(READY);
  });
});
