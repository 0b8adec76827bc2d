import { Client } from "pg";

import { JobWorker } from "../../src/jobs/job-worker";
import { Lease } from "../../src/jobs/lease";
import { aNewOrder } from "../support/a-new-order";
import { eventually } from "../support/eventually";
import { OrderFixture } from "../support/order-fixture";

const BRANCHES = 4;
const ORDERS = 200;
/** One transaction that begins attempts and one that ends them, including BEGIN and COMMIT. */
const OF_TWO_TRANSACTIONS = 15;
/** The bench has a bar of 4.9: there iiko answers one by one, and its web hooks come in. */
const PER_ORDER = 2;
/** Statements that a process sends from time to time, whatever there is to do. */
const REGULAR =
  /worker_leases|former|^select lane|^select id::text, generation|^set |^listen|advisory_lock/;
const LOG = {
  warn: () => undefined,
  error: (message: string) => process.stderr.write(`${message}\n`),
};

/** Every statement that this process sends to the database, on any connection. */
const statements: string[] = [];

function textOf(statement: unknown): string {
  const text = typeof statement === "string" ? statement : (statement as { text: string }).text;
  return text.replace(/\s+/g, " ").trim();
}

describe("the statements for orders that wait together", () => {
  let fixture: OrderFixture;

  beforeAll(async () => {
    // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called with its client below
    const query = Client.prototype.query as (this: Client, ...asked: unknown[]) => unknown;
    jest.spyOn(Client.prototype, "query").mockImplementation(function (
      this: Client,
      ...asked: unknown[]
    ) {
      statements.push(textOf(asked[0]));
      return query.apply(this, asked);
    });
    fixture = await OrderFixture.start();
  });

  afterAll(async () => {
    await fixture.stop();
    jest.restoreAllMocks();
  });

  async function taken(count: number): Promise<string[]> {
    const branches = await Promise.all(Array.from({ length: BRANCHES }, () => fixture.branch()));
    const orders = Array.from({ length: count }, (_, each) =>
      aNewOrder(branches[each % BRANCHES]!),
    );
    const saved = await Promise.all(
      orders.map((order) => fixture.useCases.createOrder.execute(order)),
    );
    return saved.map(({ order }) => order.id);
  }

  async function sending(ids: readonly string[]): Promise<string[]> {
    statements.length = 0;
    await Promise.all(ids.map((orderId) => fixture.useCases.sendOrder.execute({ orderId })));
    return [...statements];
  }

  it("are as many for forty that are sent simultaneously as for four", async () => {
    const [few, many] = [await taken(4), await taken(40)];
    const forFew = await sending(few);
    expect(await sending(many)).toEqual(forFew);
    expect(forFew.length).toBeLessThanOrEqual(OF_TWO_TRANSACTIONS);
  });

  it("stay below the limit when a worker drains them, including the ends of their jobs", async () => {
    await taken(ORDERS);
    await fixture.db.query("update jobs set due_at = clock_timestamp() where task = 'send-order'");
    statements.length = 0;
    const databaseUrl = fixture.database.url;
    const lease = await Lease.open(databaseUrl, () => undefined);
    const keyOf = () => Promise.resolve(null);
    const worker = JobWorker.start({ databaseUrl, lease, doJob: fixture.doJob, keyOf, log: LOG });
    const left = "select count(*)::int as left from jobs where task = 'send-order'";
    await eventually(
      async () => (await fixture.db.query<{ left: number }[]>(left))[0]?.left === 0,
      60_000,
    );
    await worker.stop();
    await lease.close();
    const sent = statements.filter((text) => !REGULAR.test(text) && text !== left);
    expect(sent.length / ORDERS).toBeLessThanOrEqual(PER_ORDER);
    expect(fixture.pos.submitted).toHaveLength(ORDERS + 44);
  });
});
