import { PosKeyFailure } from "../../src/domain/pos/pos-key-failure";
import { type PermitBucket } from "../../src/ports/permit-store";
import { eventually } from "../support/eventually";
import { type IikoProcess, startIikoProcess } from "../support/iiko-process";
import { createTestDatabase, type TestDatabase } from "../support/test-database";

const start = Date.parse("2026-10-12T12:00:00Z");
const bucket: PermitBucket = {
  keyId: "key",
  group: "Orders",
  perSecond: 2,
  burst: 5,
  exclusiveForMs: null,
};
const exclusive: PermitBucket = { ...bucket, group: "Data: menu", exclusiveForMs: 100_000 };

let now = start;
let database: TestDatabase;
let one: IikoProcess;
let two: IikoProcess;

beforeEach(async () => {
  now = start;
  database = await createTestDatabase();
  const clock = { now: () => new Date(now) };
  [one, two] = await Promise.all([
    startIikoProcess(database.url, { clock }),
    startIikoProcess(database.url, { clock }),
  ]);
});

afterEach(async () => {
  await Promise.all([one.stop(), two.stop()]);
  await database.drop();
});

const asking = (process: string, rest = {}) => ({
  process,
  needed: 1,
  ahead: 0,
  spare: 0,
  rank: 1,
  ...rest,
});

describe("The shared budget", () => {
  it("lets two processes make 125 calls together in the first minute and no more, however they hurry", async () => {
    let granted = 0;
    for (; now <= start + 60_000; now += 500) {
      const grants = await Promise.all(
        [one, two].flatMap(({ permits }, index) =>
          Array.from({ length: 2 }, () =>
            permits.reserve(bucket, asking(`p${index}`, { needed: 3, ahead: 1 })),
          ),
        ),
      );
      granted += grants.reduce((sum, grant) => sum + grant.granted, 0);
    }
    expect(granted).toBe(125);
  });

  it("grants one extra while the bucket is well filled, and only then", async () => {
    expect(await one.permits.reserve(bucket, asking("one", { ahead: 1 }))).toMatchObject({
      granted: 2,
      available: 3,
    });
    expect(await one.permits.reserve(bucket, asking("one", { ahead: 1 }))).toMatchObject({
      granted: 1,
      available: 2,
    });
  });

  it("spares permits for more urgent calls, and says when there are more than those", async () => {
    const behind = { needed: 9, spare: 2, rank: 1 };
    expect(await one.permits.reserve(bucket, asking("one", behind))).toMatchObject({
      granted: 3,
      available: 2,
      retryInMs: 500,
    });
    expect(await two.permits.reserve(bucket, asking("two", { rank: 0 }))).toMatchObject({
      granted: 1,
    });
    expect(await one.permits.reserve(bucket, asking("one", behind))).toMatchObject({
      granted: 0,
      retryInMs: 1_000,
    });
    now += 1_000;
    expect(await one.permits.reserve(bucket, asking("one", behind))).toMatchObject({ granted: 1 });
  });

  it("says when to ask again, and refills only up to its burst", async () => {
    await one.permits.reserve(bucket, asking("one", { needed: 5 }));
    expect(await two.permits.reserve(bucket, asking("two"))).toMatchObject({
      granted: 0,
      retryInMs: 500,
    });
    now += 60_000;
    expect(await two.permits.reserve(bucket, asking("two", { needed: 9 }))).toMatchObject({
      granted: 5,
    });
  });

  it("reserves the next permit for the call of an order, in whichever process it waits", async () => {
    await one.permits.reserve(bucket, asking("one", { needed: 5 }));
    await two.permits.reserve(bucket, asking("two", { rank: 0 }));
    now += 500;
    expect(await one.permits.reserve(bucket, asking("one", { rank: 1 }))).toMatchObject({
      granted: 0,
    });
    expect(await two.permits.reserve(bucket, asking("two", { rank: 0 }))).toMatchObject({
      granted: 1,
    });
    now += 500;
    expect(await one.permits.reserve(bucket, asking("one", { rank: 1 }))).toMatchObject({
      granted: 1,
    });
  });

  it("does not wait forever for a process that died waiting", async () => {
    await one.permits.reserve(bucket, asking("one", { needed: 5 }));
    await two.permits.reserve(bucket, asking("two", { rank: 0 }));
    now += 2_000;
    expect(await one.permits.reserve(bucket, asking("one", { rank: 1 }))).toMatchObject({
      granted: 1,
    });
  });

  it("lets one process at a time into an exclusive group, until it leaves or its lease expires", async () => {
    expect(await one.permits.reserve(exclusive, asking("one"))).toMatchObject({ granted: 1 });
    expect(await two.permits.reserve(exclusive, asking("two"))).toMatchObject({ granted: 0 });
    await one.permits.release(exclusive, "one");
    expect(await two.permits.reserve(exclusive, asking("two"))).toMatchObject({ granted: 1 });
    now += 100_001;
    expect(await one.permits.reserve(exclusive, asking("one"))).toMatchObject({ granted: 1 });
  });

  it("backs off further each time iiko does not say how long, and never for less than it says", async () => {
    const pauses: number[] = [];
    for (let wave = 0; wave < 6; wave += 1) {
      pauses.push(await one.permits.pause(bucket, null));
      // The other calls of the same wave do not count again.
      expect(await two.permits.pause(bucket, null)).toBe(pauses.at(-1));
      expect(await two.permits.reserve(bucket, asking("two"))).toMatchObject({
        granted: 0,
        pausedMs: pauses.at(-1),
      });
      now += pauses.at(-1) ?? 0;
    }
    expect(pauses).toEqual([5_000, 10_000, 20_000, 40_000, 80_000, 120_000]);
    expect(await one.permits.pause(bucket, 300_000)).toBe(300_000);
    now += 700_000;
    expect(await one.permits.pause(bucket, null)).toBe(5_000);
  });

  it("shows how many calls are waiting in all processes", async () => {
    await one.permits.reserve(bucket, asking("one", { needed: 7 }));
    await two.permits.reserve(bucket, asking("two", { needed: 3 }));
    expect(await one.permits.report(["key"])).toEqual([
      { keyId: "key", group: "Orders", perSecond: 2, available: 0, pausedUntil: null, waiting: 5 },
    ]);
  });
});

describe("A shared key", () => {
  const lease = { leaseMs: 20_000, spareMs: 90_000 };

  it("is logged in by one process; one that dies doing so holds up the others for 20 s", async () => {
    const turns = await Promise.all([
      one.keys.take("key", "one", lease),
      two.keys.take("key", "two", lease),
    ]);
    expect(turns.map(({ kind }) => kind).sort()).toEqual(["busy", "login"]);
    now += 20_000;
    expect(await two.keys.take("key", "three", lease)).toEqual({ kind: "login" });
    await one.keys.keepToken("key", turns[0]?.kind === "login" ? "one" : "two", "late", 3_600_000);
    expect(await one.keys.take("key", "one", lease)).toMatchObject({ kind: "busy" });
  });

  it("is sealed in the database", async () => {
    await one.keys.take("key", "one", lease);
    await one.keys.keepToken("key", "one", "a-bearer-token", 3_600_000);
    expect(await two.keys.take("key", "two", lease)).toMatchObject({
      token: { text: "a-bearer-token", number: 1 },
    });
    expect(JSON.stringify(await one.db.query("select * from pos_keys"))).not.toContain(
      "a-bearer-token",
    );
  });

  it("that is stopped stays so even if a login was under way, and notifies every process", async () => {
    const heard: (string | undefined)[] = [];
    two.keys.watch((keyId) => heard.push(keyId));
    await one.keys.take("key", "one", lease);
    await two.keys.stop("key", PosKeyFailure.KEY_BLOCKED, "blocked");
    await one.keys.keepToken("key", "one", "token", 3_600_000);
    const stopped = { kind: "stopped", failure: PosKeyFailure.KEY_BLOCKED, message: "blocked" };
    expect(await one.keys.take("key", "one", lease)).toEqual(stopped);
    await eventually(() => heard.includes("key"));
    await one.db.transaction((tx) => one.keys.resume(tx, "key"));
    expect(await two.keys.take("key", "two", lease)).toEqual({ kind: "login" });
  });

  it("whose fresh tokens are refused backs off further each time, although logging in works", async () => {
    const waits: unknown[] = [];
    for (let round = 0; round < 3; round += 1) {
      await one.keys.take("key", "one", lease);
      await one.keys.keepToken("key", "one", "token", 3_600_000);
      await one.keys.openCircuit("key", PosKeyFailure.TOKEN_REFUSED, 0);
      const turn = await two.keys.take("key", "two", lease);
      waits.push(turn.kind === "circuit-open" ? turn.forMs : turn);
      now += Number(waits.at(-1));
    }
    expect(waits).toEqual([5_000, 10_000, 20_000]);
  });
});
