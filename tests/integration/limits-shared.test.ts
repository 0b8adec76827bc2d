import { type DataSource } from "typeorm";

import { createDataSource } from "../../ormconfig";
import { PostgresLimitStore } from "../../src/adapters/postgres/postgres-limit-store";
import { AddressLimiter } from "../../src/limits/address-limiter";
import { systemClock } from "../../src/ports/clock";
import { eventuallyIs } from "../support/eventually";
import { createTestDatabase, type TestDatabase } from "../support/test-database";

/** Nothing is restored during a test. */
const LIMIT = { burst: 10, refillMs: 3_600_000 };

let database: TestDatabase;
let connections: DataSource[];

beforeAll(async () => {
  database = await createTestDatabase();
  connections = [
    createDataSource(database.url, { poolSize: 2 }),
    createDataSource(database.url, { poolSize: 2 }),
  ];
  for (const connection of connections) await connection.initialize();
});

afterAll(async () => {
  for (const connection of connections) await connection.destroy();
  await database.drop();
});

/** Limiters as in two processes, each with separate memory and connections. */
function limiters(limit = LIMIT): readonly [one: AddressLimiter, other: AddressLimiter] {
  const [one, other] = connections.map(
    (db) => new AddressLimiter(limit, systemClock, new PostgresLimitStore(db)),
  );
  return [one!, other!];
}

async function letThrough(count: number, take: (n: number) => Promise<number>): Promise<number> {
  const waits = await Promise.all(Array.from({ length: count }, (_, n) => take(n)));
  return waits.filter((waitMs) => waitMs === 0).length;
}

describe("A limit shared by several processes", () => {
  it("lets through in total what it lets through in one, sequentially or simultaneously", async () => {
    const [one, other] = limiters();
    expect(await letThrough(6, () => one.takeShared("198.51.100.1", 1, "a"))).toBe(6);
    expect(await letThrough(6, () => other.takeShared("198.51.100.1", 1, "a"))).toBe(4);
    expect(await one.takeShared("198.51.100.1", 1, "a")).toBeGreaterThan(0);
    const both = limiters();
    expect(await letThrough(40, (n) => both[n % 2]!.takeShared("198.51.100.2", 1, "a"))).toBe(10);
  });

  it("counts IPv6 networks across all of them", async () => {
    const both = limiters();
    const take = (n: number) =>
      both[n % 2]!.takeShared(`2001:db8:1:${(n * 131).toString(16)}::1`, 1, "a");
    expect(await letThrough(200, take)).toBe(40);
  });

  it("says when to try again", async () => {
    const [one, other] = limiters({ burst: 2, refillMs: 60_000 });
    await one.takeShared("198.51.100.3", 2, "a");
    const waitMs = await other.takeShared("198.51.100.3", 1, "a");
    expect(waitMs).toBeGreaterThan(30_000);
    expect(waitMs).toBeLessThanOrEqual(60_000);
  });

  it("gives back what did not count, in all of them", async () => {
    const [one, other] = limiters();
    await one.takeShared("198.51.100.4", 10, "a");
    one.giveBackShared("198.51.100.4", 10, "a");
    await eventuallyIs(() => limiters()[1].takeShared("198.51.100.4", 10, "a"), 0);
    expect(await other.takeShared("198.51.100.4", 1, "a")).toBeGreaterThan(0);
  });

  it("keeps purposes apart, and stores no address in the table", async () => {
    const [one, other] = limiters();
    await one.takeShared("198.51.100.5", 10, "a");
    expect(await other.takeShared("198.51.100.5", 10, "b")).toBe(0);
    const rows = await connections[0]!.query<{ key: string }[]>("select key from limit_uses");
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.some(({ key }) => key.includes("198.51"))).toBe(false);
  });

  it("does not query the database for a caller it has already refused", async () => {
    let statements = 0;
    const counted = {
      query: (...asked: Parameters<DataSource["query"]>) => {
        statements += 1;
        return connections[0]!.query(...asked);
      },
    } as Pick<DataSource, "query">;
    const limiter = new AddressLimiter(LIMIT, systemClock, new PostgresLimitStore(counted));
    await limiters()[0].takeShared("198.51.100.6", 10, "a");
    expect(await limiter.takeShared("198.51.100.6", 1, "a")).toBeGreaterThan(0);
    const before = statements;
    expect(await letThrough(100, () => limiter.takeShared("198.51.100.6", 1, "a"))).toBe(0);
    expect(statements).toBe(before);
  });

  it("applies to each process separately while the database does not answer", async () => {
    const blocking = connections[1]!.createQueryRunner();
    await blocking.startTransaction();
    await blocking.query("lock table limit_uses in access exclusive mode");
    try {
      const troubles: unknown[] = [];
      const store = new PostgresLimitStore(connections[0]!, (error) => troubles.push(error));
      const limiter = new AddressLimiter(LIMIT, systemClock, store);
      expect(await letThrough(30, () => limiter.takeShared("198.51.100.7", 1, "a"))).toBe(10);
      expect(troubles.length).toBeGreaterThan(0);
    } finally {
      await blocking.rollbackTransaction();
      await blocking.release();
    }
  });
});
