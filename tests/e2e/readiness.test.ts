import { eventually } from "../support/eventually";
import { PostgresProxy } from "../support/postgres-proxy";
import { RunningGateway } from "../support/running-gateway";
import { createTestDatabase, type TestDatabase } from "../support/test-database";

interface Answer {
  readonly status: string;
  readonly parts?: Readonly<Record<string, string>>;
}

describe("a gateway whose network connection to the database fails", () => {
  let database: TestDatabase;
  let proxy: PostgresProxy;
  let gateway: RunningGateway;

  beforeAll(async () => {
    database = await createTestDatabase();
    proxy = await PostgresProxy.start(database.url);
    gateway = await RunningGateway.start({ DATABASE_URL: proxy.url });
  });

  afterAll(async () => {
    proxy.cutClient();
    await gateway.stop();
    await proxy.stop();
    await database.drop();
  });

  async function ready(): Promise<Answer> {
    return (await fetch(`${gateway.client.url}/readyz`)).json() as Promise<Answer>;
  }

  async function metrics(): Promise<string> {
    return (await fetch(`${gateway.client.url}/metrics`)).text();
  }

  it("is ready without the connection that listens for events, and reports that it hears none", async () => {
    proxy.freeze(/gateway-events/);
    proxy.holdNew(/gateway-events/);
    await eventually(
      async () => Number(/^gateway_feed_heard_seconds (\S+)$/m.exec(await metrics())?.[1]) > 4,
    );
    expect(await ready()).toEqual({ status: "ready" });
    expect(await metrics()).toMatch(/^gateway_feed_looked_seconds \d/m);
    proxy.restore();
    await eventually(
      async () => Number(/^gateway_feed_heard_seconds (\S+)$/m.exec(await metrics())?.[1]) < 3,
    );
  });

  it("reports within seconds which parts do not work, keeps serving metrics, and is ready again once they work", async () => {
    proxy.vanish();
    const { status, parts = {} } = await eventually(async () => {
      const answer = await ready();
      return Object.keys(answer.parts ?? {}).length === 3 ? answer : undefined;
    });
    expect([status, Object.keys(parts)]).toEqual(["not ready", ["database", "lease", "claim"]]);
    const shown = await metrics();
    for (const part of Object.keys(parts))
      expect(shown).toContain(`gateway_part_ready{part="${part}"} 0`);
    expect(shown).not.toMatch(/^gateway_orders_waiting\{/m);

    proxy.restore();
    proxy.cutClient();
    await eventually(async () => (await ready()).status === "ready");
    expect(await metrics()).toContain(`gateway_part_ready{part="claim"} 1`);
  });
});
