import { randomUUID } from "node:crypto";

import { type GatewayClient } from "../../support/gateway-client";
import { RunningGateway } from "../../support/running-gateway";
import { changeSettings } from "../../support/set-up-branch";
import { ADMIN_KEY } from "../../support/settings";
import { Storefront } from "../../support/storefront";
import { startAbacusTill } from "./abacus-till";

const CREATE_BRANCH = `mutation { createBranch(input: { name: "Кафе", timeZone: "Europe/Moscow" }) { branch { id } } }`;
const REFRESH = `mutation ($branchId: ID!) {
  refreshPosMenu(branchId: $branchId) { userErrors { message } }
  createSection(branchId: $branchId, name: "Всё") { section { id } }
}`;
const IMPORT = `mutation ($input: ImportSectionInput!) {
  importSection(input: $input) { plan { applied } userErrors { message } }
}`;
const ORGANIZATIONS = `query ($branchId: ID!) {
  organizations(branchId: $branchId) { idInPos terminalGroups { idInPos alive } }
}`;
const SETTINGS = `query ($branchId: ID!) {
  branch(id: $branchId) { settings { organizationId organizationIdInPos terminalGroupIdInPos } }
}`;
const POS_MENU = "query ($branchId: ID!) { posMenu(branchId: $branchId) { source } }";

/** Connects a branch to the invented till by its key alone, and takes over what that sells. */
async function setUp(client: GatewayClient, apiKey: string): Promise<string> {
  const ask = <T>(document: string, variables = {}) =>
    client.ask<T>(document, variables, ADMIN_KEY);
  const made = await ask<{ createBranch: { branch: { id: string } } }>(CREATE_BRANCH);
  const branchId = made.createBranch.branch.id;
  await changeSettings(client, branchId, { apiKey });
  const { organizations } = await ask<{
    organizations: { idInPos: string; terminalGroups: { idInPos: string; alive: boolean }[] }[];
  }>(ORGANIZATIONS, { branchId });
  const [organization] = organizations;
  const tills = organization?.terminalGroups ?? [];
  await changeSettings(client, branchId, {
    organizationIdInPos: organization?.idInPos,
    terminalGroupIdInPos: tills.find(({ alive }) => alive)?.idInPos,
    externalMenuId: "all",
    pos: "ABACUS",
  });
  expect(await ask(SETTINGS, { branchId })).toEqual({
    branch: {
      settings: {
        organizationId: null,
        organizationIdInPos: "кафе 7/2",
        terminalGroupIdInPos: "till a",
      },
    },
  });
  const { createSection } = await ask<{ createSection: { section: { id: string } } }>(REFRESH, {
    branchId,
  });
  const { id: sectionId } = createSection.section;
  const articles = ["301", "302"];
  const input = { branchId, sectionId, articles, fields: ["NAME", "PRICE"], dryRun: false };
  expect(await ask(IMPORT, { input })).toMatchObject({
    importSection: { plan: { applied: true } },
  });
  expect(await ask(POS_MENU, { branchId })).toEqual({ posMenu: { source: "OWN_FORMAT" } });
  return branchId;
}

it("submits an order to another vendor's POS, and brings its statuses back", async () => {
  const till = await startAbacusTill();
  const gateway = await RunningGateway.start({ ABACUS_URL: till.url });
  try {
    const branchId = await setUp(gateway.client, till.key);
    const storefront = new Storefront(gateway.client, branchId);
    const { order, trackingToken, userErrors } = await storefront.create({
      idempotencyKey: randomUUID(),
      branchId,
      fulfilment: "PICKUP",
      lines: [{ article: "301", quantity: 2 }],
      customer: { name: "Тест Гость", phone: "+79990000001" },
      payment: { method: "CASH" },
    });
    expect(userErrors).toEqual([]);
    const events = await storefront.follow(trackingToken ?? "", ({ to }) => to === "CLOSED");
    expect(events.some(({ state }) => state === "IN_POS")).toBe(true);
    expect(till.bills).toHaveLength(1);
    expect(till.bills[0]).toMatchObject({ bill: "B-1", number: order?.number, total: 78_000 });
  } finally {
    await gateway.stop();
    await till.close();
  }
});
