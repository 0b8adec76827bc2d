import { LANES } from "../../src/jobs/kinds/lanes";
import { eventually } from "../support/eventually";
import { JobFixture } from "../support/job-fixture";

describe("the places of orders in their branch's queue", () => {
  let fixture: JobFixture;

  beforeAll(async () => {
    fixture = await JobFixture.start();
  });

  afterAll(() => fixture.stop());

  afterEach(() => fixture.clear());

  const now = Date.now();
  const ONE_BY_ONE = { ...LANES, orders: { ...LANES.orders, workers: 2, perBranch: 1 } };

  async function order(
    orderId: string,
    branchId: string,
    placeAt: Date | null,
    delayMs = 0,
  ): Promise<void> {
    await fixture.jobs.enqueue(
      fixture.db.manager,
      "send-order",
      { orderId },
      { branchId, placeAt, delayMs },
    );
  }

  async function sentInOrder(count: number): Promise<string[]> {
    const sent: string[] = [];
    await fixture.worker(
      (_, payload) => void sent.push((payload as { orderId: string }).orderId),
      undefined,
      {
        lanes: ONE_BY_ONE,
      },
    );
    await eventually(() => sent.length === count);
    return sent;
  }

  it("decide which is sent first, no matter which came first", async () => {
    for (let number = 1; number <= 20; number += 1)
      await order(`flood ${number}`, "a", new Date(now + number * 30_000));
    await order("first of its source", "a", new Date(now));
    await order("known", "a", new Date(now - 1_800_000));
    const sent = await sentInOrder(22);
    expect(sent.slice(0, 4)).toEqual(["known", "first of its source", "flood 1", "flood 2"]);
  });

  it("keep one of the branch's workers for the next guest, whatever waits behind", async () => {
    const begun: string[] = [];
    let end = () => {};
    const held = new Promise<void>((resolve) => (end = resolve));
    const lanes = { ...LANES, orders: { ...LANES.orders, perBranch: 4 } };
    for (let number = 1; number <= 10; number += 1)
      await order(`flood ${number}`, "a", new Date(now + number * 600_000));
    await fixture.worker(
      (_, payload) => {
        begun.push((payload as { orderId: string }).orderId);
        return held;
      },
      undefined,
      { lanes },
    );
    await eventually(() => begun.length === 3);
    await order("first of its source", "a", new Date(now));
    await eventually(() => begun.includes("first of its source"));
    expect(begun).toHaveLength(4);
    end();
    await eventually(() => begun.length === 11);
  });

  it("apply within one branch: no other branch waits for its known callers", async () => {
    for (let number = 0; number < 10; number += 1)
      await order(`known ${number}`, "a", new Date(now - 1_800_000));
    await order("elsewhere", "b", new Date(now + 1_800_000));
    const sent = await sentInOrder(11);
    expect(sent.indexOf("elsewhere")).toBeLessThan(3);
  });

  it("let no order that is not due yet hold up another", async () => {
    await order("due later", "a", new Date(now - 1_800_000), 3_600_000);
    await order("due now", "a", new Date(now + 1_800_000));
    expect(await sentInOrder(1)).toEqual(["due now"]);
  });
});
