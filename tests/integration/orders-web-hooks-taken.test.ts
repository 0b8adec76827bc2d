import { OrderStatus } from "../../src/domain/orders/order-status";
import { ReceiveWebhook } from "../../src/services/orders/status/receive-webhook";
import { type OrderFixture } from "../support/order-fixture";
import { WaitingWebHooks } from "../support/waiting-web-hooks";

const { ACCEPTED, COOKING, READY, CLOSED, CANCELLED } = OrderStatus;
const STEPS = [ACCEPTED, COOKING, READY, CLOSED];

describe("web hooks that are taken from the inbox", () => {
  let hooks: WaitingWebHooks;
  let fixture: OrderFixture;

  beforeAll(async () => {
    hooks = await WaitingWebHooks.start();
    ({ fixture } = hooks);
  });

  afterAll(() => hooks.stop());

  async function jobs(): Promise<unknown[]> {
    return fixture.db.query("select payload from jobs where payload ->> 'webhookId' is not null");
  }

  it("are not held up by one that cannot be recorded, which becomes a job of its own", async () => {
    const [well, ill, fine] = await hooks.inPos(3);
    // Not a time that PostgreSQL can read.
    const poison = hooks.told(ill!.posOrderId, 2_000, COOKING, { estimatedAt: new Date(8.64e15) });
    await hooks.come(
      hooks.told(well!.posOrderId, 2_000, COOKING),
      poison,
      hooks.told(fine!.posOrderId, 2_000, READY),
    );
    await fixture.useCases.processWebhookInbox.execute();
    expect(await fixture.statuses(well!.id)).toEqual(["NEW", COOKING]);
    expect(await fixture.statuses(fine!.id)).toEqual(["NEW", READY]);
    expect(await hooks.waiting()).toBe(0);
    expect(await jobs()).toHaveLength(1);
    await expect(fixture.pass()).rejects.toThrow();
    expect(await fixture.statuses(ill!.id)).toEqual(["NEW"]);
    await fixture.db.query("delete from jobs");
  });

  it("leave the probes that they need to a job", async () => {
    const [order] = await hooks.inPos(1);
    const { id, posOrderId } = order!;
    fixture.pos.orders.set(posOrderId, hooks.told(posOrderId, 3_000, COOKING).body[0]!);
    await hooks.come(
      hooks.told(posOrderId, 2_000, CANCELLED),
      hooks.told(posOrderId, 3_000, COOKING),
    );
    await fixture.useCases.processWebhookInbox.execute();
    expect(await fixture.order(id)).toMatchObject({ status: CANCELLED });
    expect(await jobs()).toHaveLength(1);
    await fixture.pass();
    expect(await fixture.statuses(id)).toEqual(["NEW", CANCELLED, COOKING]);
  });

  it("are recorded once by processes that take them simultaneously, for the same orders", async () => {
    const orders = await hooks.inPos(20);
    const other = await fixture.anotherGateway();
    const news = STEPS.flatMap((status, step) =>
      // Consecutive steps go through the orders in opposite directions.
      (step % 2 === 0 ? orders : [...orders].reverse()).map(({ posOrderId }) =>
        hooks.told(posOrderId, 2_000 + step, status),
      ),
    );
    const rounds = [...news, ...news, ...news, ...news];
    await hooks.come(...rounds);
    const workers = [fixture.useCases, other, fixture.useCases, other].map(
      async ({ processWebhookInbox }) => {
        while (await processWebhookInbox.execute());
      },
    );
    await Promise.all(workers);
    await fixture.pass();
    expect(await hooks.waiting()).toBe(0);
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

  it("are stored by one statement when they arrive together, in their order", async () => {
    const receive = new ReceiveWebhook(fixture.db, () => undefined);
    const ids = Array.from({ length: 30 }, (_, index) => `together-${index}`);
    const sent = ids.map((id) => receive.execute(hooks.told(id, 1_000, COOKING)));
    expect(await Promise.all(sent)).toEqual(ids.map(() => true));
    const stored = await fixture.db.query<{ written: string; id: string }[]>(
      `select xmin::text as written, body::jsonb -> 0 ->> 'posOrderId' as id from waiting_webhooks its
       where not needs_look order by its.id`,
    );
    expect(stored.map(({ id }) => id)).toEqual(ids);
    expect(new Set(stored.map(({ written }) => written)).size).toBe(1);
    await fixture.db.query("delete from waiting_webhooks");
  });

  it("are taken a few at a time if they are large", async () => {
    const [order] = await hooks.inPos(1);
    const large = {
      organizationId: hooks.organizationId,
      body: [
        {
          ...hooks.told(order!.posOrderId, 1, COOKING).body[0],
          trackingUrl: "x".repeat(5 * 2 ** 20),
        },
      ],
    };
    await hooks.come(large, hooks.told(order!.posOrderId, 2_000, READY));
    expect(await fixture.useCases.processWebhookInbox.execute()).toBe(true);
    expect(await hooks.waiting()).toBe(1);
    expect(await fixture.useCases.processWebhookInbox.execute()).toBe(false);
    expect(await fixture.statuses(order!.id)).toContain(READY);
  });
});
