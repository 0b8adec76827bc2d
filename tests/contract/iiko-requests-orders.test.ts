import { IikoPos } from "../../src/adapters/iiko/iiko-pos";
import { Fulfilment, type OrderTicket } from "../../src/domain/ticket/order-ticket";
import { PaymentMethod } from "../../src/domain/ticket/payment-method";
import { type PosBranch, type PosCredential } from "../../src/ports/pos/pos-branch";
import { anAddress, anOrderTicket, aTicketLine } from "../support/an-order-ticket";
import { contractFor } from "../support/iiko-contract";
import { inMemorySharing } from "../support/in-memory-sharing";
import { type ScriptedServer, sendJson, startScriptedServer } from "../support/scripted-server";

const credential: PosCredential = { kind: "API_LOGIN_V1", apiLogin: "demo" };
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

let server: ScriptedServer;
let pos: IikoPos;

beforeEach(async () => {
  server = await startScriptedServer((response, { path }) =>
    sendJson(response, 200, path.includes("access_token") ? { token: "token" } : {}),
  );
  const clock = () => new Date("2026-10-12T12:00:00Z");
  pos = new IikoPos({ baseUrl: server.url, clock, sharing: inMemorySharing() });
});

afterEach(async () => {
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

describe("an order keeps iiko's contract", () => {
  const option = {
    posProductId: "6b5fc62a-9448-4c92-a6eb-9fe3b890bb44",
    posGroupId: "6fe2ae13-950f-46a3-aaa5-8684290faa30",
    name: "Сметана",
    article: "09301",
    quantity: 1000,
    price: 4000,
  };
  const posSizeId = "3b1128e9-003b-4ce8-a55e-4bf741ca1fb0";
  const payments = Object.values(PaymentMethod).map((method) => ({
    method,
    posPaymentTypeId: "c61954ae-0a91-436d-a4a0-9f8c0e1d7ad4",
    sum: 10050,
    processedExternally: method === PaymentMethod.ONLINE,
  }));
  const long = "щ".repeat(1000);

  it.each<[string, Partial<OrderTicket>, Partial<PosBranch>]>([
    ["of one dish", {}, {}],
    ["without a till", {}, { terminalGroupId: null }],
    ["with all kinds of payment", { payments }, {}],
    ["without payments", { payments: [], comment: "Без приборов" }, {}],
    ["for a time", { wantedAt: new Date("2026-10-12T16:30:00Z") }, {}],
    ["to be picked up", { fulfilment: Fulfilment.PICKUP, address: null }, {}],
    ["for the hall", { fulfilment: Fulfilment.DINE_IN, address: null }, {}],
    [
      "with options",
      { lines: [aTicketLine({ options: [option, { ...option, posGroupId: null }], posSizeId })] },
      {},
    ],
    [
      "of half-and-half products",
      { lines: [aTicketLine({ compound: true, options: [option], posSizeId })] },
      {},
    ],
    [
      "with everything too long",
      {
        number: long,
        comment: long,
        customer: { name: long, phone: "+79990000009", joinsLoyalty: false },
        address: {
          ...anAddress,
          city: long,
          street: long,
          building: long,
          flat: long,
          entrance: long,
          comment: long,
        },
        lines: [aTicketLine({ comment: long })],
      },
      {},
    ],
  ])("%s", async (_name, ticket, at) => {
    expect(
      await asked(() => pos.submitOrder({ ...branch, ...at }, anOrderTicket(ticket))),
    ).toContain("/api/1/deliveries/create");
    expectContractKept();
  });
});
