import { randomUUID } from "node:crypto";

import { PostgresJobQueue } from "../../src/jobs/postgres-job-queue";
import { scheduleProbe } from "../../src/services/orders/rows/order-jobs";
import { OrderFixture } from "../support/order-fixture";

let fixture: OrderFixture;
beforeAll(async () => (fixture = await OrderFixture.start()));
afterAll(() => fixture.stop());

/** Priority of the job that a probe becomes; lower values go first. */
async function priorityOf(order: { readonly unproven?: boolean }, look: number): Promise<number> {
  const job = scheduleProbe({ id: randomUUID(), branchId: randomUUID(), ...order }, look);
  const { db } = fixture;
  await db.transaction((tx) =>
    new PostgresJobQueue().enqueueEach(tx, [{ task: "confirm-submission", ...job }]),
  );
  const [row] = await db.query<{ priority: number }[]>("select priority from jobs where key = $1", [
    job.options.key,
  ]);
  return row!.priority;
}

describe("A probe for an order in its till", () => {
  it("queues behind others when it is a later one and the guest is unknown", async () => {
    const usual = await priorityOf({}, 3);
    for (const look of [1, 3, 40])
      expect(await priorityOf({ unproven: true }, look)).toBeGreaterThan(usual);
  });

  it.each([
    ["the first one of anybody", { unproven: true }, 0],
    ["a later one of a known guest", { unproven: false }, 5],
  ])("queues normally when it is %s", async (_, order, look) => {
    expect(await priorityOf(order, look)).toBe(await priorityOf({}, look));
  });

  it("still queues ahead of requests about a whole key", async () => {
    const behind = await priorityOf({ unproven: true }, 2);
    const key = `poll ${randomUUID()}`;
    await fixture.db.transaction((tx) =>
      new PostgresJobQueue().enqueue(tx, "poll-orders", { branchId: randomUUID() } as never, {
        key,
      }),
    );
    const [row] = await fixture.db.query<{ priority: number }[]>(
      "select priority from jobs where key = $1",
      [key],
    );
    expect(row!.priority).toBeGreaterThan(behind);
  });
});
