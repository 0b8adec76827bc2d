import { eventually } from "../support/eventually";
import { JobFixture } from "../support/job-fixture";

describe("the shares of the job workers", () => {
  let fixture: JobFixture;
  let release = () => undefined as void;
  let hanging: Promise<void>;
  let begun: string[];

  beforeAll(async () => {
    fixture = await JobFixture.start();
  });

  afterAll(() => fixture.stop());

  beforeEach(() => {
    hanging = new Promise((resolve) => (release = resolve));
    begun = [];
  });

  afterEach(async () => {
    release();
    await fixture.clear();
  });

  const keyOf = (branchId: string) => Promise.resolve(branchId.split("/")[0] ?? null);

  /** Sends orders; the POS of branches with a dead key never answers. */
  async function send(_: string, payload: object): Promise<void> {
    const { orderId } = payload as { orderId: string };
    begun.push(orderId);
    if (orderId.startsWith("dead")) await hanging;
  }

  /** Branches are named by their key and a letter. */
  async function order(branches: readonly string[], count: number): Promise<void> {
    await fixture.db.transaction(async (tx) => {
      for (let number = 0; number < count; number += 1) {
        const branchId = branches[number % branches.length] ?? "";
        const orderId = `${branchId} ${number}`;
        await fixture.jobs.enqueue(tx, "send-order", { orderId }, { branchId, queue: orderId });
      }
    });
  }

  const begunOf = (key: string) => begun.filter((orderId) => orderId.startsWith(key)).length;

  it("let no branch whose POS hangs hold up the others", async () => {
    await fixture.worker(send, keyOf);
    await order(["dead/a"], 200);
    await eventually(() => begunOf("dead") === 16);
    await order(["alive/a", "alive/b"], 40);
    await eventually(() => begunOf("alive") === 40);
    expect(begunOf("dead")).toBe(16);
  });

  it("let no keys whose POS hangs hold up the others, however many branches they have", async () => {
    await fixture.worker(send, keyOf);
    await order(["dead/a", "dead/b", "dead/c", "dead/d", "dead/e"], 200);
    await eventually(() => begunOf("dead/") === 32);
    await order(["dead too/a", "dead too/b", "dead too/c"], 200);
    await eventually(() => begunOf("dead too/") === 16);
    await order(["alive/a", "alive/b"], 40);
    await eventually(() => begunOf("alive") === 40);
    expect([begunOf("dead/"), begunOf("dead too/")]).toEqual([32, 16]);
  });

  it("limit what is claimed, however many jobs are due simultaneously", async () => {
    await order(["alive/a"], 100);
    await order(["alive/a", "alive/b", "alive/c", "alive/d"], 100);
    let [running, most, mostOfBranch] = [0, 0, 0];
    const runningOf = new Map<string, number>();
    await fixture.worker(async (name, payload) => {
      const branch = (payload as { orderId: string }).orderId.split(" ")[0] ?? "";
      runningOf.set(branch, (runningOf.get(branch) ?? 0) + 1);
      running += 1;
      [most, mostOfBranch] = [
        Math.max(most, running),
        Math.max(mostOfBranch, ...runningOf.values()),
      ];
      await new Promise((resolve) => setTimeout(resolve, 5));
      running -= 1;
      runningOf.set(branch, (runningOf.get(branch) ?? 0) - 1);
      await send(name, payload);
    }, keyOf);
    await eventually(async () => (await fixture.waiting()).length === 0);
    expect(begunOf("alive")).toBe(200);
    expect([most, mostOfBranch]).toEqual([32, 16]);
  });

  it("keep every other kind of work going while orders hang", async () => {
    const { ran } = await fixture.worker((name) => (name === "send-order" ? hanging : undefined));
    for (let count = 0; count < 100; count += 1) {
      await fixture.jobs.enqueue(
        fixture.db.manager,
        "send-order",
        { orderId: `${count}` },
        { branchId: `branch ${count}` },
      );
    }
    await fixture.jobs.enqueue(fixture.db.manager, "tell-people", { deliveryId: "1" });
    await fixture.jobs.enqueue(fixture.db.manager, "record-webhook", {
      organizationId: "1",
      body: {},
    });
    await eventually(() => new Set(ran.map(({ name }) => name)).size === 3);
  });
});
