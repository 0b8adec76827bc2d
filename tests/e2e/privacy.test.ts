import { type DataSource } from "typeorm";

import { createDataSource } from "../../ormconfig";
import { demoOrderInput, placeOrder } from "../support/demo-order";
import { eventually } from "../support/eventually";
import { searchDatabase } from "../support/search-database";
import { WholeGateway } from "../support/whole-gateway";

const PHONE = "+79045550166";
const MARKS = [
  "9045550166",
  "555-01-66",
  "Гликерия",
  "Кромешная",
  "Забываемая",
  "Хорошковск",
  "66Щ",
  "не стучать",
];

let gateway: WholeGateway;
let db: DataSource;
let branchId: string;
let token: string;

beforeAll(async () => {
  gateway = await WholeGateway.start({ publicMutationBurst: 0 });
  db = await createDataSource(gateway.databaseUrl).initialize();
  branchId = await gateway.demoBranchId();
  const body = {
    error: "X",
    errorDescription: "Гликерия Кромешная, 8 904 555-01-66, Забываемая 66Щ: не стучать",
  };
  const fault = {
    path: "/api/1/deliveries/create",
    times: 1,
    fault: { kind: "status", status: 400, body },
  };
  const headers = { "content-type": "application/json" };
  await fetch(`${gateway.sandboxUrl}/_sandbox/faults`, {
    method: "POST",
    headers,
    body: JSON.stringify(fault),
  });
  const input = await demoOrderInput(gateway, branchId, {
    fulfilment: "DELIVERY",
    customer: { name: "Гликерия Кромешная", phone: PHONE },
    address: { city: "Хорошковск", street: "улица Забываемая", house: "66Щ" },
    comment: "не стучать",
  });
  token = (await placeOrder(gateway, input)).data.createOrder.trackingToken ?? "";
  await eventually(async () => (await tracked()).text.includes('"FALLBACK_SENT"'), 60_000);
});

afterAll(async () => {
  await db?.destroy();
  await gateway?.stop();
});

function tracked() {
  return gateway.ask(`{ trackedOrder(token: "${token}") {
    erasedAt comment totals { total { amount } } injection { state } timeline(first: 50) { nodes { summary } }
  } }`);
}

function asAdmin(document: string) {
  return gateway.ask(document, {}, gateway.adminKey);
}

const ERASE = `mutation { eraseCustomer(phone: "${PHONE}") { erasedOrders userErrors { code field message } } }`;

describe("A guest of a running gateway", () => {
  it("is quoted by iiko, and nothing of theirs is kept but the order itself", async () => {
    const found = await searchDatabase(db, MARKS);
    expect(new Set(found.map((place) => place.split(": ")[0]))).toEqual(new Set(["public.orders"]));
  });

  it("is not forgotten while the order is under way, and the refusal names the order", async () => {
    const { data } = await asAdmin(ERASE);
    expect(data).toMatchObject({
      eraseCustomer: {
        erasedOrders: null,
        userErrors: [{ code: "ORDERS_UNDER_WAY", field: ["phone"] }],
      },
    });
  });

  it("can learn what is stored about them, but only from an admin", async () => {
    const { text } = await asAdmin(
      `mutation { exportCustomer(phone: "${PHONE}") { page { document totalOrders } } }`,
    );
    expect(text).toContain("Гликерия Кромешная");
  });

  it("is forgotten everywhere once the order is done: database, log and answers", async () => {
    await db.query("update orders set status = 'CLOSED' where customer_phone = $1", [PHONE]);
    const before = (await tracked()).data as { trackedOrder: { timeline: object; totals: object } };
    expect((await asAdmin(ERASE)).data).toEqual({
      eraseCustomer: { erasedOrders: 1, userErrors: [] },
    });
    expect(await searchDatabase(db, MARKS)).toEqual([]);
    expect(MARKS.filter((mark) => gateway.log.some((line) => line.includes(mark)))).toEqual([]);
    const { data, text } = await tracked();
    const { timeline, totals } = before.trackedOrder;
    expect(data).toMatchObject({
      trackedOrder: { comment: null, erasedAt: expect.any(String) as string, timeline, totals },
    });
    expect(MARKS.filter((mark) => text.includes(mark))).toEqual([]);
    const { text: changes } = await asAdmin(
      `{ branch(id: "${branchId}") { changes { nodes { field before after } } } }`,
    );
    expect(changes).toContain('"customer"');
    expect(MARKS.filter((mark) => changes.includes(mark))).toEqual([]);
  });
});
