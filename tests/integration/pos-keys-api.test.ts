import { graphql } from "graphql";
import { Registry } from "prom-client";
import { type DataSource } from "typeorm";

import { createDataSource } from "../../ormconfig";
import { DEMO_KEY } from "../../sandbox/credentials";
import { type Sandbox, startSandbox } from "../../sandbox/start-sandbox";
import { PostgresEventFeed } from "../../src/adapters/postgres/postgres-event-feed";
import { PrometheusPosMeter } from "../../src/adapters/prometheus/prometheus-pos-meter";
import { type App, createApp } from "../../src/app";
import { type Context } from "../../src/context";
import { type Viewer } from "../../src/domain/access/viewer";
import { type Locale } from "../../src/domain/texts/locale";
import { systemClock } from "../../src/ports/clock";
import { createSchema } from "../../src/schema";
import { ADMIN, GUEST, operatorOf } from "../support/branch-gateway";
import { eventuallyIs } from "../support/eventually";
import { secrets } from "../support/iiko-process";
import { organization } from "../support/sandbox-session";
import { createTestDatabase, type TestDatabase } from "../support/test-database";

const POS_KEYS = `{
  posKeys {
    id maskedKey branches { name } state failure trouble reason upstreamMessage tokenExpiresAt
    budgets { group perSecond available pausedUntil waiting }
  }
}`;
const RESUME = `mutation ($branchId: ID!) {
  resumePosKey(branchId: $branchId) { posKey { state } userErrors { code field message } }
}`;

interface Answer {
  readonly posKeys: {
    readonly id: string;
    readonly maskedKey: string;
    readonly branches: readonly { readonly name: string }[];
    readonly state: string;
    readonly budgets: readonly object[];
  }[];
  readonly resumePosKey: object;
}

let database: TestDatabase;
let sandbox: Sandbox;
let db: DataSource;
let feed: PostgresEventFeed;
let app: App;
let schema: ReturnType<typeof createSchema>;
let branchIds: string[];
const registry = new Registry();

beforeEach(async () => {
  [database, sandbox] = await Promise.all([createTestDatabase(), startSandbox({ port: 0 })]);
  db = await createDataSource(database.url, { poolSize: 4 }).initialize();
  feed = new PostgresEventFeed(database.url, () => undefined);
  await feed.start();
  registry.clear();
  app = createApp({
    db,
    feed,
    secrets,
    clock: systemClock,
    poses: { SANDBOX: { baseUrl: sandbox.url } },
    webhookUrl: "",
    channels: {},
    posMeter: new PrometheusPosMeter(registry),
  });
  schema = createSchema(app.resolvers);
  branchIds = [];
  for (const name of ["Arbat", "Tverskaya"]) {
    const { id } = await app.createBranch.execute({
      name,
      timeZone: "Europe/Moscow",
      currencyCode: "RUB",
    });
    await save(id, 1, DEMO_KEY);
    branchIds.push(id);
  }
});

afterEach(async () => {
  app.close();
  await feed.close();
  await db.destroy();
  await sandbox.close();
  await database.drop();
});

async function save(branchId: string, version: number, apiLogin: string): Promise<void> {
  const input = { apiLogin, pos: "SANDBOX", organizationId: organization.id };
  await app.saveBranchSettings.execute(ADMIN, branchId, version, input);
}

async function ask(source: string, viewer: Viewer, variableValues = {}, locale: Locale = "en") {
  const contextValue = {
    requestId: "test",
    viewer,
    locale,
    followOrder: app.followOrder,
    followBranch: app.followBranch,
  } as Context;
  const { data, errors } = await graphql({ schema, source, contextValue, variableValues });
  return { data: JSON.parse(JSON.stringify(data ?? null)) as Answer, errors };
}

/** The answer of the branch's POS, or the error. */
async function call(branchId = branchIds[0] ?? ""): Promise<unknown> {
  const [access] = await app.findPosAccess.execute(ADMIN, branchId);
  return access?.pos.paymentTypes(access.credential, organization.id).then(
    () => "ok",
    (error: unknown) => error,
  );
}

async function block(): Promise<void> {
  const fault = {
    kind: "status",
    status: 401,
    body: { errorDescription: "Apilogin has been blocked." },
  };
  await fetch(`${sandbox.url}/_sandbox/faults`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ fault, path: "/api/1/payment_types" }),
  });
  expect(await call()).toMatchObject({ posCode: "KEY_BLOCKED" });
}

/** Both branches, in the order of a list sorted by their ids. */
function byId(): { name: string }[] {
  const [arbat = "", tverskaya = ""] = branchIds;
  const names = [{ name: "Arbat" }, { name: "Tverskaya" }];
  return arbat < tverskaya ? names : names.reverse();
}

describe("posKeys", () => {
  it("shows one key for the branches that share it, and what is left of its budgets", async () => {
    await call();
    const { data } = await ask(POS_KEYS, ADMIN);
    expect(data.posKeys).toEqual([
      {
        id: expect.stringMatching(/^[\w-]{43}$/) as string,
        maskedKey: "****",
        branches: byId(),
        state: "OK",
        failure: null,
        trouble: null,
        reason: null,
        upstreamMessage: null,
        tokenExpiresAt: expect.any(String) as string,
        budgets: [
          {
            group: "Data: dictionaries",
            perSecond: 2,
            pausedUntil: null,
            waiting: 0,
            available: expect.any(Number) as number,
          },
        ],
      },
    ]);
    expect(JSON.stringify(data)).not.toContain(DEMO_KEY);
  });

  it("shows a limited key only its own branches, and a guest nothing", async () => {
    const { data } = await ask(POS_KEYS, operatorOf(branchIds[1] ?? ""));
    expect(data.posKeys.map(({ branches }) => branches)).toEqual([[{ name: "Tverskaya" }]]);
    expect((await ask(POS_KEYS, GUEST)).errors).toHaveLength(1);
  });

  it("says in both languages why a key is stopped", async () => {
    await block();
    const stopped = {
      state: "STOPPED",
      failure: "KEY_BLOCKED",
      trouble: "KEY_BLOCKED",
      tokenExpiresAt: null,
    };
    expect((await ask(POS_KEYS, ADMIN)).data.posKeys).toMatchObject([
      { ...stopped, reason: expect.stringContaining("has blocked") as string },
    ]);
    expect((await ask(POS_KEYS, ADMIN, {}, "ru")).data.posKeys).toMatchObject([
      { ...stopped, reason: expect.stringContaining("заблокирован") as string },
    ]);
    expect(await registry.metrics()).toMatch(
      /gateway_iiko_calls_total\{group="Data: dictionaries",outcome="refused"\} 1/,
    );
  });
});

describe("A stopped key", () => {
  it("works again for every branch when one of them resumes it", async () => {
    await block();
    expect(await call(branchIds[1])).toMatchObject({ posCode: "KEY_BLOCKED" });
    const { data } = await ask(RESUME, operatorOf(branchIds[1] ?? ""), { branchId: branchIds[1] });
    expect(data.resumePosKey).toEqual({ posKey: { state: "OK" }, userErrors: [] });
    await eventuallyIs(() => call(branchIds[0]), "ok");
    expect(await registry.metrics()).toMatch(/gateway_iiko_key_state\{key="[\w-]{8}"\} 0/);
  });

  it("works again when it is saved again", async () => {
    await block();
    await save(branchIds[0] ?? "", 2, DEMO_KEY);
    await eventuallyIs(() => call(branchIds[1]), "ok");
  });

  it("is not resumed by anyone who may not work on the branch", async () => {
    await block();
    const { data } = await ask(RESUME, operatorOf(branchIds[1] ?? ""), { branchId: branchIds[0] });
    expect(data.resumePosKey).toMatchObject({
      posKey: null,
      userErrors: [{ code: "NOT_FOUND", field: ["branchId"] }],
    });
    expect(await call()).toMatchObject({ posCode: "KEY_BLOCKED" });
  });
});
