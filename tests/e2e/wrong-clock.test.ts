import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { Client } from "pg";

import { freePort } from "../../packages/embedded-postgres/src/free-port";
import { eventually } from "../support/eventually";
import { GatewayClient } from "../support/gateway-client";
import { build, isReady, Programs } from "../support/program";
import { settingsFor } from "../support/settings";
import { Storefront } from "../support/storefront";
import { createTestDatabase, type TestDatabase } from "../support/test-database";

/** Loaded into a gateway before anything else: puts its machine's clock an hour ahead. */
const HOUR_AHEAD = `
  const Real = Date, now = Real.now.bind(Real), ahead = 3_600_000;
  globalThis.Date = class extends Real {
    constructor(...parts) { if (parts.length === 0) super(now() + ahead); else super(...parts); }
    static now() { return now() + ahead; }
  };`;

async function order(gateway: GatewayClient): Promise<unknown> {
  const storefront = await Storefront.of(gateway);
  return (await storefront.create(await storefront.input())).order;
}

describe("a gateway on a machine whose clock is an hour ahead", () => {
  const programs = new Programs();
  let database: TestDatabase;
  let folder: string;
  let url: string;

  beforeAll(async () => {
    build();
    database = await createTestDatabase();
    folder = await mkdtemp(join(tmpdir(), "gateway-clock-"));
    const preload = join(folder, "clock.cjs");
    await writeFile(preload, HOUR_AHEAD);
    const port = await freePort(undefined);
    url = `http://127.0.0.1:${port}`;
    const env = { ...settingsFor(database, folder, port), NODE_OPTIONS: `--require ${preload}` };
    await programs.start("src/main.js", env, () => isReady(url));
  });

  afterAll(async () => {
    await programs.stop();
    await database?.drop();
    if (folder) await rm(folder, { recursive: true, force: true });
  });

  it("uses the database's clock, so that others do not take its orders for abandoned ones", async () => {
    const gateway = new GatewayClient(url);
    // Its demo branch opens after it has reported that it is ready.
    await eventually(() => order(gateway).catch(() => undefined));
    const client = new Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query(
      `select bool_and(created_at between clock_timestamp() - interval '30 min' and clock_timestamp() + interval '30 min') as fits
       from orders`,
    );
    await client.end();
    expect(rows).toEqual([{ fits: true }]);
  });
});
