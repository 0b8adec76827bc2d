import { randomUUID } from "node:crypto";

import { UnlocatedAddresses } from "../../src/domain/delivery/unlocated-addresses";
import { ZoneSource } from "../../src/domain/delivery/zone-source";
import { Branch } from "../../src/entities/branches/branch";
import { BranchSettings } from "../../src/entities/branches/branch-settings";
import { type BranchSettingsChange } from "../../src/services/branches/settings/branch-settings-change";
import { ADMIN, GUEST } from "../support/branch-gateway";
import { DemoGateway } from "../support/demo-gateway";
import { plainProduct } from "../support/sandbox-session";

const ALLOWED = "/api/1/delivery_restrictions/allowed";
const OPTIONS = `query ($input: DeliveryOptionsInput!) {
  deliveryOptions(input: $input) {
    options { served zone minutes fee { amount } reason { code } }
    userErrors { code field }
  }
}`;
const QUOTE = `mutation ($input: QuoteInput!) {
  quoteOrder(input: $input) { quote { deliveryFee { amount } warnings { code } } userErrors { code } }
}`;
const CREATE = `mutation ($input: CreateOrderInput!) {
  createOrder(input: $input) { order { totals { deliveryFee { amount } } } userErrors { code } }
}`;
const IN_CENTRE = { latitude: 57.62, longitude: 39.86 };
const FAR_AWAY = { latitude: 43.1, longitude: 131.9 };
const NOT_LOCATED = { served: false, reason: { code: "ADDRESS_NOT_LOCATED" } };

interface Told {
  readonly deliveryOptions: { readonly options: readonly object[] };
}

let gateway: DemoGateway;
let organizationId: string;
let house = 0;

beforeAll(async () => {
  gateway = await DemoGateway.start();
  const { db, demoBranchId: branchId } = gateway;
  organizationId = (await db.manager.findOneByOrFail(BranchSettings, { branchId })).organizationId!;
  await change({ zonesFrom: ZoneSource.POS, unlocatedAddresses: UnlocatedAddresses.REFUSE });
});

beforeEach(async () => {
  await gateway.control("POST", "reset");
  house += 1;
});

afterAll(() => gateway.stop());

async function change(delivery: BranchSettingsChange["delivery"]) {
  const { app, db, demoBranchId: id } = gateway;
  const { version } = await db.manager.findOneByOrFail(Branch, { id });
  await app.saveBranchSettings.execute(ADMIN, id, version, { delivery });
  await app.refreshPosZones.execute();
}

/** A different house for each test, because what is known of an address stays known. */
function address(change: object = {}) {
  return { city: "Ярославль", street: "Печная ул", house: `${house}`, ...change };
}

async function optionOf(place: object) {
  const input = { branchIds: [gateway.demoBranchId], address: place, sum: "1000.00" };
  const { deliveryOptions } = await gateway.ask<Told>(OPTIONS, { input }, GUEST);
  return deliveryOptions.options[0];
}

function order(place: object) {
  return {
    branchId: gateway.demoBranchId,
    fulfilment: "DELIVERY",
    customer: { name: "Анна", phone: "+79990000001" },
    lines: [{ article: plainProduct.article, quantity: "2" }],
    address: place,
  };
}

async function created(place: object) {
  const rest = { payment: { method: "CASH" }, idempotencyKey: randomUUID() };
  const { createOrder } = await gateway.ask<{ createOrder: object }>(CREATE, {
    input: { ...order(place), ...rest },
  });
  return createOrder;
}

async function asked(): Promise<number> {
  const { counts } = (await gateway.control("GET", "calls")) as { counts: Record<string, number> };
  return counts[ALLOWED] ?? 0;
}

function streetAt(location?: object) {
  const cities = [{ name: "Ярославль", streets: [{ name: "Печная ул", location }] }];
  return gateway.control("PUT", `streets/${organizationId}`, { cities });
}

describe("an address in words at a branch that delivers by the sandbox's zones", () => {
  it("is served with the fee and minutes of its zone, and ordered without another request", async () => {
    await streetAt(IN_CENTRE);
    const served = { served: true, zone: "Центр", minutes: 40, reason: null };
    expect(await optionOf(address())).toMatchObject(served);
    const { quoteOrder } = await gateway.ask<{ quoteOrder: { quote: object } }>(QUOTE, {
      input: order(address({ flat: "5" })),
    });
    expect(quoteOrder.quote).toMatchObject({ warnings: [] });
    expect(await created(address({ flat: "12" }))).toMatchObject({
      order: { totals: { deliveryFee: { amount: expect.stringMatching(/^[1-9]/) as string } } },
      userErrors: [],
    });
    expect(await asked()).toBe(1);
  });

  it("is refused if it is far away, or if iiko does not find it", async () => {
    await streetAt(FAR_AWAY);
    expect(await optionOf(address())).toMatchObject({ reason: { code: "ADDRESS_NOT_SERVED" } });
    expect(await created(address())).toMatchObject({
      userErrors: [{ code: "ADDRESS_NOT_SERVED" }],
    });
    await streetAt();
    const elsewhere = address({ building: "2" });
    expect(await optionOf(elsewhere)).toMatchObject(NOT_LOCATED);
    expect(await created(elsewhere)).toMatchObject({
      userErrors: [{ code: "ADDRESS_NOT_LOCATED" }],
    });
    expect(await asked()).toBe(2);
  });

  it("stays unlocated, within two and a half seconds, if iiko is silent", async () => {
    await gateway.control("POST", "faults", { path: ALLOWED, fault: { kind: "hang" } });
    const startedAt = performance.now();
    expect(await optionOf(address())).toMatchObject(NOT_LOCATED);
    expect(performance.now() - startedAt).toBeLessThan(2_500);
    expect(await created(address())).toMatchObject({
      order: null,
      userErrors: [{ code: "ADDRESS_NOT_LOCATED" }],
    });
    expect(await asked()).toBe(1);
  });

  it.each([
    ["refuses", { kind: "status", status: 400 }],
    ["fails", { kind: "status", status: 500 }],
    ["is busy", { kind: "rate-limit", retryAfterSeconds: 1 }],
    ["answers with a page", { kind: "html", status: 200 }],
    ["answers half", { kind: "truncate" }],
    ["answers too much", { kind: "huge", bytes: 2 ** 21 }],
  ])("stays unlocated if iiko %s", async (_, fault) => {
    await gateway.control("POST", "faults", { path: ALLOWED, fault });
    expect(await optionOf(address())).toMatchObject(NOT_LOCATED);
    expect(await asked()).toBe(1);
  });

  it("is not looked up if its words are too long", async () => {
    const long = { city: "г".repeat(61), street: "у".repeat(61), building: "1".repeat(11) };
    const input = { branchIds: [gateway.demoBranchId], address: address(long) };
    expect(await gateway.ask(OPTIONS, { input })).toMatchObject({
      deliveryOptions: {
        options: [],
        userErrors: ["city", "street", "building"].map((field) => ({
          code: "INVALID",
          field: ["input", "address", field],
        })),
      },
    });
    expect(await asked()).toBe(0);
  });
});

describe("an address judged by a service other than the sandbox's zones", () => {
  const assigned = (...tills: string[]) =>
    gateway.control("PUT", "switches", { externallyAssigned: tills });
  const terminalGroupId = async () => {
    const { db, demoBranchId: branchId } = gateway;
    return (await db.manager.findOneByOrFail(BranchSettings, { branchId })).terminalGroupId!;
  };
  const decideElsewhere = async () => {
    const path = `delivery-restrictions/${organizationId}`;
    await gateway.control("PUT", path, { useExternalAssignationService: true });
    await gateway.db.query("update delivery_zones set due_at = now() - interval '1 day'");
    await gateway.app.refreshPosZones.execute();
  };
  const inCentre = () => ({ latitude: "57.62", longitude: "39.86", house: `${house}` });

  it("is served if that service says so, by the zone that iiko names", async () => {
    await decideElsewhere();
    await assigned(await terminalGroupId());
    expect(await optionOf(inCentre())).toMatchObject({ served: true, zone: "Центр", minutes: 40 });
    expect(await asked()).toBe(1);
  });

  it("is refused if that service says no, and so is its order, without another request", async () => {
    await decideElsewhere();
    await assigned();
    await streetAt(IN_CENTRE);
    expect(await optionOf(address())).toMatchObject({ reason: { code: "ADDRESS_NOT_SERVED" } });
    expect(await created(address())).toMatchObject({
      userErrors: [{ code: "ADDRESS_NOT_SERVED" }],
    });
    expect(await asked()).toBe(1);
  });

  it("is looked up again after ten minutes, and orders follow the zones until then", async () => {
    await decideElsewhere();
    await assigned();
    await streetAt(IN_CENTRE);
    await optionOf(address());
    await gateway.db.query("update located_addresses set asked_at = now() - interval '11 minutes'");
    expect(await created(address())).toMatchObject({ userErrors: [] });
    expect(await optionOf(address())).toMatchObject({ reason: { code: "ADDRESS_NOT_SERVED" } });
    expect(await asked()).toBe(2);
  });

  it("is judged by the zones as before if iiko does not answer", async () => {
    await decideElsewhere();
    await assigned();
    await gateway.control("POST", "faults", { path: ALLOWED, fault: { kind: "drop-before" } });
    expect(await optionOf(inCentre())).toMatchObject({ served: true, zone: "Центр" });
  });

  it("needs no lookup once the zones decide again", async () => {
    await gateway.db.query("update delivery_zones set due_at = now() - interval '1 day'");
    await gateway.app.refreshPosZones.execute();
    expect(await optionOf(inCentre())).toMatchObject({ served: true, zone: "Центр" });
    expect(await asked()).toBe(0);
  });
});
