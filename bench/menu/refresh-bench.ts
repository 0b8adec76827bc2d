import { loadavg } from "node:os";

import { DEMO_KEY } from "../../sandbox/credentials";
import { demoRestaurant } from "../../sandbox/restaurant/demo-restaurant";
import { openDatabase } from "../../src/gateway/open-database";
import { withDatabase } from "../bench-database";
import { Child, type Usage } from "../child";
import { type Load, type LoadResult } from "../load/run-load";
import { judge, printTable } from "../report";
import { median } from "../rounds";
import { gatewaySettings } from "./gateway-settings";
import { MENU_QUERY } from "./menu-query";
import { BRANCH_ID, seedMenu } from "./seed-menu";

const SHOWN_PRODUCTS = 1_000;
const REFRESHED_PRODUCTS = 10_000;
const SECONDS = 30;
const ADMIN_KEY = "an-admin-key-of-the-bench-and-of-nothing-else";

const SAVE = `mutation ($branchId: ID!, $input: BranchSettingsInput!) {
  saveBranchSettings(branchId: $branchId, expectedVersion: 1, input: $input) { userErrors { code message } } }`;
const REFRESH =
  "mutation ($branchId: ID!) { refreshPosMenu(branchId: $branchId) { userErrors { code message } } }";

/** Refreshes a big POS menu over and over while guests read the branch's menu, as browsers do. */
export function benchRefresh(): Promise<boolean> {
  return withDatabase(async (databaseUrl) => {
    const db = await openDatabase(databaseUrl);
    await seedMenu(db, SHOWN_PRODUCTS);
    await db.query("insert into branch_settings (branch_id) values ($1)", [BRANCH_ID]);
    await db.destroy();
    const [sandbox, iiko] = await Child.start<{ url: string }>("menu/contestants/sandbox", {});
    const settings = gatewaySettings(databaseUrl, {
      IIKO_API_URL: iiko.url,
      ADMIN_API_KEY: ADMIN_KEY,
    });
    const [gateway, { url }] = await Child.start<{ url: string }>(
      "menu/contestants/gateway",
      settings,
    );
    const [asking] = await Child.start("load/load-process", {});
    try {
      await control(iiko.url, "restaurant", { menuOf: REFRESHED_PRODUCTS });
      await connect(url);
      const load = loadOn(url);
      const quiet = await asking.ask<LoadResult>(load);
      await gateway.ask<Usage>({});
      const underWay = asking.ask<LoadResult>(load);
      const times = await refreshFor(SECONDS, url, iiko.url);
      return report(quiet, await underWay, times, await gateway.ask<Usage>({}));
    } finally {
      await Promise.all([asking.stop(), gateway.stop(), sandbox.stop()]);
    }
  });
}

function loadOn(url: string): Load {
  const headers = { "content-type": "application/json", "accept-encoding": "br" };
  const body = JSON.stringify({ query: MENU_QUERY, variables: { branchId: BRANCH_ID } });
  return { url, method: "POST", headers, body, connections: 2, seconds: SECONDS };
}

/** How many milliseconds each refresh took; each one has a different price to store. */
async function refreshFor(seconds: number, url: string, iikoUrl: string): Promise<number[]> {
  const times: number[] = [];
  for (
    const end = performance.now() + seconds * 1_000;
    times.length === 0 || performance.now() < end;
  ) {
    await control(iikoUrl, "menu/prices", { article: "1000000", price: 100 + times.length });
    const start = performance.now();
    await mutate(url, REFRESH, {});
    times.push(performance.now() - start);
  }
  return times;
}

function report(
  quiet: LoadResult,
  busy: LoadResult,
  times: readonly number[],
  usage: Usage,
): boolean {
  printTable([
    ["menu queries", "requests/s", "p50 ms", "p99 ms", "longest ms"],
    row("nothing else", quiet),
    row("during refreshes", busy),
  ]);
  const [load = 0] = loadavg();
  console.log(
    `${times.length} refreshes of ${REFRESHED_PRODUCTS} products, median ${(median(times) / 1_000).toFixed(1)} s; ` +
      `peak memory ${(usage.peakBytes / 2 ** 20).toFixed(0)} MB; longest pause of the event loop ` +
      `${usage.longestPauseMs.toFixed(0)} ms; load average ${load.toFixed(1)}`,
  );
  return judge([
    { name: "p99 of menu queries during refreshes, ms", reached: busy.p99, atMost: 50 },
  ]);
}

function row(name: string, { perSecond, p50, p99, max }: LoadResult): string[] {
  return [name, perSecond.toFixed(1), p50.toFixed(2), p99.toFixed(2), max.toFixed(0)];
}

async function connect(url: string): Promise<void> {
  const [organization] = demoRestaurant.organizations;
  const group = demoRestaurant.terminalGroups.find(
    ({ organizationId }) => organizationId === organization?.id,
  );
  const place = { organizationId: organization?.id, terminalGroupId: group?.id };
  const externalMenuId = String(demoRestaurant.externalMenu.id);
  await mutate(url, SAVE, { input: { apiLogin: DEMO_KEY, pos: "IIKO", ...place, externalMenuId } });
}

async function mutate(url: string, query: string, variables: object): Promise<void> {
  const headers = { "content-type": "application/json", authorization: `Bearer ${ADMIN_KEY}` };
  const body = JSON.stringify({ query, variables: { branchId: BRANCH_ID, ...variables } });
  const text = await (await fetch(url, { method: "POST", headers, body })).text();
  if (!text.includes('"userErrors":[]'))
    throw new Error(`The gateway answered ${text.slice(0, 500)}`);
}

async function control(iikoUrl: string, path: string, body: object): Promise<void> {
  const headers = { "content-type": "application/json" };
  const answer = await fetch(`${iikoUrl}/_sandbox/${path}`, {
    method: "PUT",
    headers,
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`The sandbox answered ${await answer.text()}`);
}
