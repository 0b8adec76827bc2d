import { IikoTransport } from "../../src/adapters/iiko/connection/iiko-transport";
import { IikoStreets } from "../../src/adapters/iiko/delivery/iiko-streets";
import { IikoDirectory } from "../../src/adapters/iiko/directory/iiko-directory";
import { IikoPos } from "../../src/adapters/iiko/iiko-pos";
import { IikoMenus } from "../../src/adapters/iiko/menu/iiko-menus";
import { IikoDeliveries } from "../../src/adapters/iiko/orders/iiko-deliveries";
import { IikoWebhooks } from "../../src/adapters/iiko/webhooks/iiko-webhooks";
import { type PosBranch, type PosCredential } from "../../src/ports/pos/pos-branch";
import { anOrderTicket } from "../support/an-order-ticket";
import { contractFor } from "../support/iiko-contract";
import { inMemorySharing } from "../support/in-memory-sharing";
import { type ScriptedServer, sendJson, startScriptedServer } from "../support/scripted-server";

const credential: PosCredential = { kind: "API_LOGIN_V1", apiLogin: "demo" };
const version2: PosCredential = {
  kind: "APP_KEY_V2",
  apiKey: "key",
  appId: "d84f7a80-e48b-4907-a357-71ecb268a616",
  clientSecret: "secret",
};
const organizationId = "980fc7f0-8928-4055-adbe-5ef97627bfec";
const terminalGroupId = "f11b5fc6-1640-49b1-a433-93781406f4ee";
const branch: PosBranch = {
  credential,
  organizationId,
  terminalGroupId,
  externalMenuId: "10073",
  priceCategoryId: null,
  timeZone: "Europe/Moscow",
};
const customerId = "86af990e-fa13-4367-a91e-74c9f4999706";
const from = new Date("2026-10-12T12:00:00Z");
const menu = {
  externalMenuId: "10073",
  organizationId,
  priceCategoryId: "00000000-0000-0000-0000-000000000000",
};

const ADDRESS = {
  city: null,
  street: "Печная ул",
  posStreetId: null,
  house: "7",
  building: "2",
};
const BY_ID = { ...ADDRESS, city: "Ярославль", street: "", posStreetId: customerId };

let server: ScriptedServer;
let transport: IikoTransport;
let directory: IikoDirectory;
let menus: IikoMenus;
let streets: IikoStreets;
let pos: IikoPos;

beforeEach(async () => {
  server = await startScriptedServer((response, { path }) =>
    sendJson(response, 200, path.includes("access_token") ? { token: "token" } : {}),
  );
  const clock = () => new Date("2026-10-12T12:00:00Z");
  transport = new IikoTransport({ baseUrl: server.url, clock, sharing: inMemorySharing() });
  directory = new IikoDirectory(transport);
  menus = new IikoMenus(transport);
  streets = new IikoStreets(transport);
  pos = new IikoPos({ baseUrl: server.url, clock, sharing: inMemorySharing() });
});

afterEach(async () => {
  transport.close();
  pos.close();
  await server.close();
});

/** The empty answers are refused; only the requests matter here. */
async function asked(call: () => Promise<unknown>): Promise<string[]> {
  await call().catch(() => undefined);
  return server.calls.map(({ path }) => path);
}

function expectContractKept(): void {
  for (const { path, body } of server.calls) {
    const contract = contractFor(path);
    expect(contract).toBeDefined();
    // iiko publishes no body for the list of menus.
    if (path !== "/api/2/menu")
      expect({ path, violations: contract?.request(body) }).toEqual({ path, violations: [] });
  }
}

describe("every request to iiko keeps its contract", () => {
  it.each<[string, () => Promise<unknown>]>([
    ["/api/1/access_token", () => directory.organizations(credential)],
    ["/api/v2/access_token", () => directory.organizations(version2)],
    ["/api/1/organizations", () => directory.organizations(credential)],
    ["/api/1/terminal_groups", () => directory.terminalGroups(credential, [organizationId], true)],
    [
      "/api/1/terminal_groups/is_alive",
      () => directory.isAlive(credential, [organizationId], [terminalGroupId]),
    ],
    ["/api/2/menu", () => directory.externalMenus(credential)],
    ["/api/2/menu/by_id", () => menus.externalMenuById(credential, { ...menu, version: 4 })],
    [
      "/api/2/menu/by_id",
      () => menus.externalMenuById(credential, { ...menu, priceCategoryId: null, version: 2 }),
    ],
    ["/api/menu/v3/by_id", () => menus.standaloneMenuById(credential, menu)],
    [
      "/api/menu/v3/by_id",
      () => menus.standaloneMenuById(credential, { ...menu, priceCategoryId: null }),
    ],
    ["/api/1/nomenclature", () => menus.nomenclature(credential, organizationId)],
    ["/api/1/payment_types", () => directory.paymentTypes(credential, organizationId)],
    [
      "/api/1/organizations/settings",
      () => directory.organizationSettings(credential, organizationId),
    ],
    [
      "/api/1/organizations/settings",
      () => directory.organizationRules(credential, organizationId),
    ],
    ["/api/1/marketing_sources", () => directory.marketingSources(credential, organizationId)],
    ["/api/1/delivery_restrictions", () => pos.deliveryTerms(credential, [organizationId])],
    [
      "/api/1/delivery_restrictions/allowed",
      () => pos.locateAddress(credential, organizationId, ADDRESS, null),
    ],
    [
      "/api/1/delivery_restrictions/allowed",
      () => pos.locateAddress(credential, organizationId, BY_ID, { latitude: 57, longitude: 39 }),
    ],
    ["/api/1/cities", () => streets.cities(credential, organizationId)],
    [
      "/api/1/streets/by_city",
      () => streets.streetsByCity(credential, organizationId, terminalGroupId),
    ],
    ["/api/1/organizations/settings", () => streets.cityChoice(credential, organizationId)],
    ["/api/1/discounts", () => directory.discounts(credential, [organizationId])],
    ["/api/1/deliveries/order_types", () => directory.orderTypes(credential, [organizationId])],
    [
      "/api/1/deliveries/by_id",
      () =>
        new IikoDeliveries(transport).deliveriesById(
          credential,
          { organizationId, orderIds: [terminalGroupId] },
          ({ id }) => id,
        ),
    ],
    [
      "/api/1/loyalty/iiko/customer/info",
      () => pos.loyaltyAccount(credential, organizationId, "+79990000001"),
    ],
    [
      "/api/1/loyalty/iiko/customer/transactions/by_date",
      () =>
        pos.loyaltyTransactions(credential, organizationId, {
          customerId,
          from,
          to: from,
          page: 0,
          size: 100,
        }),
    ],
    [
      "/api/1/loyalty/iiko/coupons/info",
      () => pos.coupon(credential, organizationId, "KEBAB-2026"),
    ],
    [
      "/api/1/loyalty/iiko/customer/wallet/hold",
      () =>
        pos.holdPoints(credential, organizationId, {
          holdId: customerId,
          customerId,
          walletId: customerId,
          sum: 1_050,
        }),
    ],
    [
      "/api/1/loyalty/iiko/customer/wallet/cancel_hold",
      () => pos.cancelHold(credential, organizationId, customerId),
    ],
    ["/api/1/loyalty/iiko/calculate", () => pos.loyaltyQuote(branch, anOrderTicket())],
    [
      "/api/1/webhooks/settings",
      () => new IikoWebhooks(transport).webhookSettings(credential, organizationId),
    ],
    [
      "/api/1/webhooks/update_settings",
      () =>
        pos.registerWebhook(
          credential,
          organizationId,
          "https://gateway.example.test/webhooks/iiko/1",
          "secret",
        ),
    ],
  ])("%s", async (path, call) => {
    expect(await asked(call)).toContain(path);
    expectContractKept();
  });
});
