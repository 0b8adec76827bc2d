import { once } from "node:events";
import { resolve } from "node:path";

import { DEMO_KEY } from "../../sandbox/credentials";
import { type Fault } from "../../sandbox/faults/fault";
import { type Sandbox, startSandbox } from "../../sandbox/start-sandbox";
import { PosRateLimited, RefusalKind } from "../../src/errors";
import { anOrderTicket } from "../support/an-order-ticket";
import { eventually, eventuallyIs } from "../support/eventually";
import { type IikoProcess, startIikoProcess } from "../support/iiko-process";
import { aSandboxLine, aTicketOf, branch, CREATE, credential } from "../support/iiko-under-test";
import { SandboxControl } from "../support/sandbox-control";
import { organization } from "../support/sandbox-session";
import { spawnTypeScript } from "../support/spawn-typescript";
import { createTestDatabase, type TestDatabase } from "../support/test-database";

const LOGIN = "/api/1/access_token";
const PAYMENT_TYPES = "/api/1/payment_types";
const MENU = "/api/menu/v3/by_id";
const BY_ID = "/api/1/deliveries/by_id";

let aheadMs = 0;
let database: TestDatabase;
let sandbox: Sandbox;
const running: IikoProcess[] = [];

beforeEach(async () => {
  aheadMs = 0;
  [database, sandbox] = await Promise.all([
    createTestDatabase(),
    startSandbox({ port: 0, creationDelayMs: 50, cookingSpeed: 50 }),
  ]);
});

afterEach(async () => {
  await Promise.all(running.splice(0).map((process) => process.stop()));
  await sandbox.close();
  await database.drop();
});

/** Another process of the gateway. Its clock can be moved, together with the database's. */
async function process(perSecond = 200): Promise<IikoProcess> {
  const clock = { now: () => new Date(Date.now() + aheadMs) };
  const started = await startIikoProcess(database.url, { baseUrl: sandbox.url, perSecond, clock });
  running.push(started);
  return started;
}

const plan: SandboxControl["plan"] = (planned) => new SandboxControl(sandbox.url).plan(planned);
const calls: SandboxControl["calls"] = (path) => new SandboxControl(sandbox.url).calls(path);

const paymentTypes = ({ pos }: IikoProcess) => pos.paymentTypes(credential, organization.id);
const aTicket = () => aTicketOf([aSandboxLine()]);
const failure = (call: Promise<unknown>) =>
  call.then(
    () => undefined,
    (error: unknown) => error,
  );

/** The minimum time for this many calls, in milliseconds: a busy machine can only add to it. */
function leastMs(calls: number, perSecond: number, burst: number): number {
  return ((calls - burst) / perSecond) * 1_000;
}

describe("Two processes with forty branches on one key", () => {
  it("log in once and share one budget", async () => {
    const both = [await process(20), await process(20)];
    const look = ({ pos }: IikoProcess) =>
      pos.findOrders(credential, organization.id, [anOrderTicket().posOrderId]);
    const startedAt = performance.now();
    const branches = Array.from({ length: 20 }, () =>
      both.flatMap((each) => [paymentTypes(each), look(each)]),
    );
    await Promise.all(branches.flat());
    expect(performance.now() - startedAt).toBeGreaterThan(leastMs(40, 20, 10));
    expect(await calls(LOGIN)).toHaveLength(1);
    expect(await calls(PAYMENT_TYPES)).toHaveLength(40);
  });

  it("do so as real processes, too", async () => {
    const startedAt = performance.now();
    const file = resolve(__dirname, "../support/iiko-child.ts");
    const children = [1, 2].map(() =>
      spawnTypeScript(
        file,
        [database.url, sandbox.url, "12", "10"],
        ["ignore", "ignore", "inherit"],
      ),
    );
    const codes = await Promise.all(
      children.map(async (child) => (await once(child, "exit"))[0] as number),
    );
    expect(codes).toEqual([0, 0]);
    expect(await calls(LOGIN)).toHaveLength(1);
    const times = (await calls(PAYMENT_TYPES)).map(({ at }) => Date.parse(at));
    expect(times).toHaveLength(24);
    expect(performance.now() - startedAt).toBeGreaterThan(leastMs(24, 10, 5));
  });

  it("batch their probes for orders of one organization", async () => {
    const one = await process();
    const tickets = Array.from({ length: 30 }, aTicket);
    await one.pos.submitOrder(branch, tickets[0] ?? aTicket());
    const found = await Promise.all(
      tickets.map(({ posOrderId }) =>
        one.pos.findOrders(credential, organization.id, [posOrderId.toUpperCase()]),
      ),
    );
    expect(found.map((updates) => updates.length)).toEqual([1, ...Array<number>(29).fill(0)]);
    expect(await calls(BY_ID)).toHaveLength(1);
  });
});

describe("An order", () => {
  it("never waits behind menus", async () => {
    const [one, two] = [await process(), await process()];
    await plan({ fault: { kind: "hang" }, path: MENU, times: 20 });
    const menus = [one, two, one, two].map(({ pos }) => failure(pos.menu(branch)));
    await eventually(async () => (await calls(MENU)).length > 0);
    await Promise.all([one, two].map(({ pos }) => pos.submitOrder(branch, aTicket())));
    expect(await calls(MENU)).toHaveLength(1);
    await sandbox.close();
    await Promise.all(menus);
  });

  it("lets menus through only one at a time", async () => {
    const [one, two] = [await process(), await process()];
    await plan({ fault: { kind: "delay", ms: 150 }, path: MENU, times: 20 });
    await Promise.all([one, two, one, two].map(({ pos }) => pos.menu(branch)));
    const order = await calls(MENU);
    const overlaps = order.filter((call, index) => {
      const before = order[index - 1];
      return before && Date.parse(call.at) < Date.parse(before.at) + (before.durationMs ?? 0) - 5;
    });
    expect(overlaps).toEqual([]);
  });

  it("is sent immediately when nothing else is", async () => {
    // One call in 20 min: a call that had to wait for the budget would be refused instead.
    const { pos } = await process(1 / 1_200);
    await pos.submitOrder(branch, aTicket());
    expect(await calls(CREATE)).toHaveLength(1);
  });
});

describe("A token", () => {
  it("is renewed by one process before it expires", async () => {
    const [one, two] = [await process(), await process()];
    await Promise.all([one, two].map(paymentTypes));
    aheadMs = 3_500_000;
    await Promise.all([one, two].map(paymentTypes));
    expect(await calls(LOGIN)).toHaveLength(1);
    aheadMs = 3_520_000;
    await Promise.all([one, two, one, two].map(paymentTypes));
    expect(await calls(LOGIN)).toHaveLength(2);
  });

  it("that dies early is replaced once, whichever process notices", async () => {
    const [one, two] = [await process(), await process()];
    await Promise.all([one, two].map(paymentTypes));
    await new SandboxControl(sandbox.url).send("POST", "tokens/expire");
    await Promise.all([one, two, one, two].map(paymentTypes));
    expect(await calls(LOGIN)).toHaveLength(2);
  });
});

describe("A key that iiko blocks", () => {
  const blocked: Fault = {
    kind: "status",
    status: 401,
    body: { errorDescription: "Apilogin has been blocked." },
  };

  it("stops in every process immediately, and works again when it is resumed", async () => {
    const [one, two] = [await process(), await process()];
    await Promise.all([one, two].map(paymentTypes));
    await plan({ fault: blocked, path: PAYMENT_TYPES });
    const verdict = { posCode: "KEY_BLOCKED", kind: RefusalKind.OPERATOR };
    expect(await failure(paymentTypes(one))).toMatchObject(verdict);
    const made = (await calls(PAYMENT_TYPES)).length;
    await eventually(async () => (await failure(two.pos.organizations(credential))) !== undefined);
    expect(await failure(paymentTypes(two))).toMatchObject(verdict);
    expect(await failure(paymentTypes(one))).toMatchObject(verdict);
    expect(await calls(PAYMENT_TYPES)).toHaveLength(made);
    const keys = await one.db.query<{ id: string }[]>("select id from pos_keys");
    await one.db.transaction((tx) => one.keys.resume(tx, keys[0]?.id ?? ""));
    await eventuallyIs(() => failure(paymentTypes(two)), undefined);
    expect(JSON.stringify(keys)).not.toContain(DEMO_KEY);
  });

  it("does not stop because of an organization that does not belong to it", async () => {
    const { pos } = await process();
    const denied = pos.paymentTypes(credential, "11111111-1111-4111-8111-111111111111");
    expect(await failure(denied)).toMatchObject({ posCode: "ORGANIZATION_DENIED" });
    expect(await pos.paymentTypes(credential, organization.id)).not.toEqual([]);
  });
});

describe("HTTP 429", () => {
  it("with Retry-After pauses the group in every process, but no other groups", async () => {
    const [one, two] = [await process(), await process()];
    await Promise.all([one, two].map(paymentTypes));
    await plan({ fault: { kind: "rate-limit", retryAfterSeconds: 60 }, path: PAYMENT_TYPES });
    expect(await failure(paymentTypes(one))).toMatchObject({ retryAfterMs: 60_000 });
    const error = await failure(paymentTypes(two));
    expect(error).toBeInstanceOf(PosRateLimited);
    expect((error as PosRateLimited).retryAfterMs).toBeGreaterThan(5_000);
    expect(await calls(PAYMENT_TYPES)).toHaveLength(3);
    await two.pos.findOrders(credential, organization.id, [anOrderTicket().posOrderId]);
    aheadMs = 60_000;
    expect(await paymentTypes(two)).not.toEqual([]);
  });

  it("without Retry-After lets calls that can wait continue after 5 s", async () => {
    const [one, two] = [await process(), await process()];
    await Promise.all([one, two].map(paymentTypes));
    await plan({ fault: { kind: "rate-limit" }, path: PAYMENT_TYPES });
    expect(await failure(paymentTypes(one))).toMatchObject({ retryAfterMs: 5_000 });
    const waiting = paymentTypes(two);
    // Only waiting shows that nothing happens.
    await new Promise((wake) => setTimeout(wake, 300));
    expect(await calls(PAYMENT_TYPES)).toHaveLength(3);
    aheadMs = 5_000;
    expect(await waiting).not.toEqual([]);
  });
});
