import { ADMIN } from "../support/branch-gateway";
import { DemoGateway } from "../support/demo-gateway";
import { eventually } from "../support/eventually";
import { RunningGateway } from "../support/running-gateway";
import { terminalGroup } from "../support/sandbox-session";
import { SseClient } from "../support/sse-client";

const CHANGED = `subscription ($branchId: ID!) {
  availabilityChanged(branchId: $branchId) { article availability { available reason stale } }
}`;
const MENU = "query ($branchId: ID!) { menu(branchId: $branchId) { stale asOf revision } }";
const STOP_LISTS = "/api/1/stop_lists";

interface Changed {
  readonly availabilityChanged: {
    readonly article: string;
    readonly availability: { readonly available: boolean; readonly reason: string | null };
  };
}

interface Age {
  readonly menu: { readonly stale: boolean; readonly asOf: string; readonly revision: string };
}

describe("A dish on the till's stop list (quirk 19, stop-list race)", () => {
  let gateway: RunningGateway;

  beforeAll(async () => (gateway = await RunningGateway.start()));
  afterAll(() => gateway.stop());

  function stop(...articles: string[]): Promise<unknown> {
    const items = articles.map((article) => ({ article, balance: 0 }));
    return gateway.sandbox.send("PUT", "stop-list", { terminalGroupId: terminalGroup.id, items });
  }

  it("is announced over both transports, refused in orders, and accepted again once it is back", async () => {
    const storefront = await gateway.storefront();
    const { branchId } = storefront;
    const input = (await storefront.input()) as { lines: [{ article: string }] };
    const [{ article }] = input.lines;
    const variables = { branchId };
    const stream = await SseClient.open({
      url: `${gateway.gateway.url}/graphql`,
      body: { query: CHANGED, variables },
    });
    const changes = gateway.client.subscribe<Changed>(CHANGED, variables);
    const next = async () => {
      for await (const { data } of changes) {
        if (data.availabilityChanged.article === article) return data.availabilityChanged;
        // Other dishes become available again that the sandbox lacked at the start.
      }
      throw new Error("The stream has ended");
    };

    const first = next();
    await stop(article);
    const sold = { article, availability: { available: false, reason: "STOP_LIST", stale: false } };
    expect(await first).toEqual(sold);
    const told = { event: "next", data: { data: { availabilityChanged: sold } } };
    await eventually(() =>
      stream.events.some((event) => JSON.stringify(event) === JSON.stringify(told)),
    );
    const { products: stopped } = await gateway.client.ask<{
      products: { totalCount: number; nodes: { article: string }[] };
    }>(
      `query ($branchId: ID!) {
        products(branchId: $branchId, unavailableOnly: true) { totalCount nodes { article } }
      }`,
      variables,
    );
    expect(stopped.nodes.map((product) => product.article)).toContain(article);
    expect(stopped.totalCount).toBe(stopped.nodes.length);
    const refused = await storefront.create(input);
    expect(refused).toMatchObject({
      order: null,
      userErrors: [{ code: "ITEM_UNAVAILABLE", field: ["input", "lines", "0", "quantity"] }],
    });

    stream.leave();
    await changes.return?.();
    await stop();
    await eventually(async () => {
      const { products } = await gateway.client.ask<{ products: { nodes: object[] } }>(
        `query ($branchId: ID!, $articles: [String!]) {
          products(branchId: $branchId, articles: $articles, availableOnly: true) { nodes { article } }
        }`,
        { branchId, articles: [article] },
      );
      return products.nodes.length === 1;
    });
    expect((await storefront.create(input)).userErrors).toEqual([]);
  });
});

describe("An iiko outage", () => {
  let gateway: DemoGateway;
  let aheadMs = 0;

  beforeAll(async () => {
    gateway = await DemoGateway.start({ now: () => new Date(Date.now() + aheadMs) });
  });

  afterAll(() => gateway.stop());

  async function age(): Promise<Age["menu"]> {
    return (await gateway.ask<Age>(MENU, { branchId: gateway.demoBranchId }, ADMIN)).menu;
  }

  async function pass(seconds: number): Promise<void> {
    aheadMs += seconds * 1000;
    await gateway.app.refreshStopLists.execute();
  }

  it("leaves the menu in place, stale and with its age, and fresh within a minute of iiko's return", async () => {
    await pass(0);
    const fresh = await eventually(async () => {
      const seen = await age();
      return seen.stale ? undefined : seen;
    });
    await gateway.control("POST", "faults", {
      fault: { kind: "status", status: 503 },
      path: STOP_LISTS,
      times: 100,
    });
    for (let tick = 0; tick < 19; tick += 1) await pass(10);
    expect(await age()).toEqual({ ...fresh, stale: true });
    await gateway.control("DELETE", "faults");
    for (let tick = 0; tick < 6; tick += 1) await pass(10);
    await eventually(async () => !(await age()).stale || undefined);
    expect(new Date((await age()).asOf).getTime()).toBeGreaterThan(new Date(fresh.asOf).getTime());
  });
});
