import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { DEMO_KEY } from "../../sandbox/credentials";
import { eventually, eventuallyIs } from "../support/eventually";
import { RunningGateway } from "../support/running-gateway";
import { CREATE_PATH } from "../support/sandbox-control";
import { changeSettings } from "../support/set-up-branch";
import { ADMIN_KEY } from "../support/settings";
import { type Storefront } from "../support/storefront";

describe("the metrics of orders on their way to the till", () => {
  let gateway: RunningGateway;
  let storefront: Storefront;

  beforeAll(async () => {
    gateway = await RunningGateway.start();
    storefront = await gateway.storefront();
    await changeSettings(gateway.client, storefront.branchId, {
      injection: { retryDelaysSeconds: [1, 1, 1] },
    });
  });

  afterAll(() => gateway.stop());

  async function scrape(): Promise<string> {
    return (await fetch(`${gateway.client.url}/metrics`)).text();
  }

  /** The value of the line that begins with the name and has all labels; 0 when there is none. */
  async function valueOf(
    name: string,
    labels: Readonly<Record<string, string>> = {},
  ): Promise<number> {
    const wanted = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
    const isMeant = (line: string) =>
      /^\w+/.exec(line)?.[0] === name && wanted.every((label) => line.includes(label));
    return Number((await scrape()).split("\n").find(isMeant)?.split(" ").at(-1) ?? 0);
  }

  it("count orders accepted and orders that reached the till, with the time taken", async () => {
    const branch = storefront.branchId;
    await storefront.order();
    await eventually(
      async () => (await valueOf("gateway_order_seconds_to_till_count", { branch })) === 1,
    );
    expect(await valueOf("gateway_orders_accepted_total", { branch })).toBe(1);
    expect(await valueOf("gateway_order_seconds_to_till_sum", { branch })).toBeGreaterThan(0);
  });

  it("count lost answers, and orders handed over to the staff with the reason", async () => {
    const branch = storefront.branchId;
    await gateway.sandbox.plan({ path: CREATE_PATH, fault: { kind: "drop-after" } });
    await storefront.order();
    await eventually(
      async () => (await valueOf("gateway_order_answers_lost_total", { branch })) === 1,
    );
    await eventually(
      async () => (await valueOf("gateway_order_seconds_to_till_count", { branch })) === 2,
    );

    await gateway.sandbox.plan({
      fault: { kind: "creation-error", code: "ProductNotFound", message: "Not found" },
    });
    await storefront.order();
    await eventually(
      async () =>
        (await valueOf("gateway_orders_waiting", { branch, state: "FALLBACK_SENT" })) === 1,
    );
    expect(
      await valueOf("gateway_orders_handed_over_total", { branch, reason: "ProductNotFound" }),
    ).toBe(1);
    expect(
      await valueOf("gateway_oldest_waiting_order_seconds", { branch }),
    ).toBeGreaterThanOrEqual(0);
  });

  it("show a branch whose key has lost its organization", async () => {
    const create = `mutation { createBranch(input: { name: "Ушёл", timeZone: "Europe/Moscow" }) { branch { id } } }`;
    type Created = { readonly createBranch: { readonly branch: { readonly id: string } } };
    const { createBranch } = await gateway.client.ask<Created>(create, {}, ADMIN_KEY);
    const { id: branch } = createBranch.branch;
    await changeSettings(gateway.client, branch, {
      pos: "SANDBOX",
      apiLogin: DEMO_KEY,
      organizationId: randomUUID(),
    });
    // Causes the stop list to be read within seconds; it does not matter that there is no menu.
    const refresh =
      "mutation ($branch: ID!) { refreshPosMenu(branchId: $branch) { userErrors { code } } }";
    await gateway.client.ask(refresh, { branch }, ADMIN_KEY);
    await eventually(
      async () => (await valueOf("gateway_pos_organization_lost", { branch })) === 1,
    );
    expect(await valueOf("gateway_pos_organization_lost", { branch: storefront.branchId })).toBe(0);
  });

  it("count the open sockets", async () => {
    const { trackingToken } = await storefront.order();
    const events = gateway.client.subscribe(
      "subscription ($token: String!) { trackOrder(token: $token) { cursor } }",
      { token: trackingToken },
    );
    void events.next().catch(() => undefined);
    await eventuallyIs(() => valueOf("gateway_live_connections"), 1);
    await gateway.client.close();
    await eventuallyIs(() => valueOf("gateway_live_connections"), 0);
  });

  it("include everything that the Grafana dashboard queries", async () => {
    const dashboard = readFileSync(join(__dirname, "..", "..", "docs", "grafana.json"), "utf8");
    const asked = new Set(dashboard.match(/\b(gateway|nodejs)_\w+/g));
    const shown = await scrape();
    const told = [...asked].filter(
      (name) => !shown.includes(`# TYPE ${name.replace(/_(count|sum|bucket)$/, "")} `),
    );
    expect(asked.size).toBeGreaterThan(8);
    expect(told).toEqual([]);
  });
});
