import { randomUUID } from "node:crypto";

import { demoRestaurant } from "../../sandbox/restaurant/demo-restaurant";
import { StreetUse } from "../../src/domain/delivery/street-use";
import { ZoneSource } from "../../src/domain/delivery/zone-source";
import { Branch } from "../../src/entities/branches/branch";
import { BranchSettings } from "../../src/entities/branches/branch-settings";
import { type BranchSettingsChange } from "../../src/services/branches/settings/branch-settings-change";
import { ADMIN } from "../support/branch-gateway";
import { writtenZones } from "../support/delivery-places";
import { asRestrictions } from "../support/delivery-restrictions";
import { DemoGateway } from "../support/demo-gateway";
import { eventually } from "../support/eventually";
import { plainProduct } from "../support/sandbox-session";
import { SeededChoices } from "../support/seeded-choices";

const MINUTE_MS = 60_000;
const ORDERS = 60;
const CREATE = `mutation ($input: CreateOrderInput!) {
  createOrder(input: $input) { order { id } userErrors { code } }
}`;
const ZONES = "query ($id: ID!) { branch(id: $id) { deliveryZones { name } } }";
const STREETS = `query ($id: ID!, $text: String!) {
  streets(branchId: $id, text: $text) { name city }
}`;
const VLADIVOSTOK = { latitude: "43.1155", longitude: "131.8855" };

interface Created {
  readonly createOrder: {
    readonly order: { readonly id: string } | null;
    readonly userErrors: readonly { readonly code: string }[];
  };
}

/** Deliveries in and around the zones, for times and sums on both sides of their limits. */
class RandomDeliveries extends SeededChoices {
  delivery(at: Date) {
    const quantity = this.between(1, Math.ceil(1_800 / plainProduct.sizes[0]!.price!));
    const wantedAt = new Date(at.getTime() + this.between(2 * 60, 5 * 24 * 60) * MINUTE_MS);
    const near = this.chance(0.8);
    const degrees = (from: number, to: number) => (this.between(from, to) / 1_000).toFixed(3);
    return {
      lines: [{ article: plainProduct.article, quantity: String(quantity) }],
      wantedAt: wantedAt.toISOString(),
      address: {
        street: "Печная",
        house: "7",
        latitude: near ? degrees(57_550, 57_660) : degrees(57_400, 57_800),
        longitude: near ? degrees(39_800, 39_950) : degrees(39_600, 40_300),
      },
    };
  }
}

function productOf(article: string) {
  return demoRestaurant.categories
    .flatMap(({ products }) => products)
    .find((product) => product.article === article)!;
}

let gateway: DemoGateway;
let organizationId: string;

beforeAll(async () => {
  gateway = await DemoGateway.start();
  const { db, demoBranchId: branchId } = gateway;
  const settings = await db.manager.findOneByOrFail(BranchSettings, { branchId });
  organizationId = settings.organizationId!;
});

beforeEach(async () => {
  await gateway.control("POST", "reset");
  await gateway.control("PUT", "switches", { checkRestrictions: true, refuseAtOnce: true });
});

afterAll(() => gateway.stop());

async function change(delivery: BranchSettingsChange["delivery"]) {
  const { app, db, demoBranchId: id } = gateway;
  const { version } = await db.manager.findOneByOrFail(Branch, { id });
  await app.saveBranchSettings.execute(ADMIN, id, version, { delivery });
}

async function deliverBy(zonesFrom: ZoneSource) {
  await change({ zonesFrom });
  await gateway.app.refreshPosZones.execute();
}

async function names(): Promise<string[]> {
  const { branch } = await gateway.ask<{ branch: { deliveryZones: { name: string }[] } }>(ZONES, {
    id: gateway.demoBranchId,
  });
  return branch.deliveryZones.map(({ name }) => name);
}

/** The order's id, or why it is not accepted. */
async function create(wish: object): Promise<string | readonly string[]> {
  const input = {
    branchId: gateway.demoBranchId,
    fulfilment: "DELIVERY",
    customer: { name: "Анна", phone: "+79990000001" },
    payment: { method: "CASH" },
    idempotencyKey: randomUUID(),
    ...wish,
  };
  const { order, userErrors } = (await gateway.ask<Created>(CREATE, { input })).createOrder;
  return order?.id ?? userErrors.map(({ code }) => code);
}

/** What the till makes of accepted orders. */
async function sent(ids: readonly string[]) {
  for (const orderId of ids) await gateway.app.sendOrder.execute({ orderId });
  const ended = () =>
    gateway.sandbox.orders().filter(({ creationStatus }) => creationStatus !== "InProgress");
  await eventually(() => Promise.resolve(ended().length === ids.length));
  return ended().map(({ creationStatus, errorInfo }) => errorInfo?.message ?? creationStatus);
}

describe("a branch that delivers by the sandbox's zones", () => {
  it("shows those of the demo restaurant, the nearer one first", async () => {
    await deliverBy(ZoneSource.POS);
    expect(await names()).toEqual(["Центр", "Город"]);
    expect(demoRestaurant.deliveryRestrictions[organizationId]?.restrictions).toHaveLength(2);
  });

  it("sends the zone's own fee product, at its price", async () => {
    await gateway.control("PUT", "switches", { checkPrices: true });
    await deliverBy(ZoneSource.POS);
    const far = { street: "Печная", house: "7", latitude: "57.7", longitude: "40" };
    const quantity = Math.ceil(800 / plainProduct.sizes[0]!.price!);
    const lines = [{ article: plainProduct.article, quantity: String(quantity) }];
    const id = await create({ address: far, lines });
    expect(await sent([id as string])).toEqual(["Success"]);
    const [inTill] = gateway.sandbox.orders();
    const farAway = productOf("09002");
    expect(inTill!.request.order.items.at(-1)).toMatchObject({
      productId: farAway.id,
      price: farAway.sizes[0]!.price,
    });
  });

  it("accepts no order that the till refuses for place, time or amount", async () => {
    const { deliveryZones, restrictions } = asRestrictions(writtenZones());
    const ofTill = restrictions.map((each) => ({ ...each, terminalGroupId: null }));
    await gateway.control("PUT", `delivery-restrictions/${organizationId}`, {
      deliveryZones: deliveryZones.map((zone) => ({ ...zone, addresses: [] })),
      restrictions: ofTill.filter(({ zone }) => zone !== "Улицы"),
    });
    await deliverBy(ZoneSource.POS);
    const random = new RandomDeliveries(20);
    const taken: string[] = [];
    const refused = new Set<string>();
    for (let tries = 0; taken.length < ORDERS && tries < ORDERS * 10; tries += 1) {
      const outcome = await create(random.delivery(new Date()));
      if (typeof outcome === "string") taken.push(outcome);
      else for (const code of outcome) refused.add(code);
    }
    expect(taken).toHaveLength(ORDERS);
    expect([...refused].sort()).toEqual([
      "ADDRESS_NOT_SERVED",
      "BELOW_MINIMUM",
      "TIME_SLOT_UNAVAILABLE",
    ]);
    expect(new Set(await sent(taken))).toEqual(new Set(["Success"]));
  }, 120_000);

  it("leaves it to the till to refuse what nobody judges", async () => {
    await deliverBy(ZoneSource.NONE);
    const address = { street: "Светланская", house: "1", ...VLADIVOSTOK };
    const lines = [{ article: plainProduct.article, quantity: "1" }];
    const id = await create({ address, lines });
    expect(await sent([id as string])).toEqual([
      "The address is out of the terminal's delivery zones",
    ]);
  });
});

describe("a branch that offers the sandbox's streets", () => {
  const offered = async (text: string) => {
    const { streets } = await gateway.ask<{ streets: { name: string; city: string }[] }>(STREETS, {
      id: gateway.demoBranchId,
      text,
    });
    return streets.map(({ name, city }) => `${name}, ${city}`);
  };
  const written = (...names: string[]) => ({
    cities: [
      {
        name: "Ростов",
        streets: [...names.map((name) => ({ name })), { name: "Забытая ул", isDeleted: true }],
      },
      { name: "Углич", isDeleted: true, streets: [{ name: "Ленина ул" }] },
    ],
  });
  /** Everything that is known becomes due again. */
  const readAgain = async () => {
    await gateway.db.query("update street_lists set due_at = now() - interval '1 day'");
    await gateway.app.refreshStreets.execute();
  };

  it("finds those that iiko has not deleted, and new ones as soon as they are read", async () => {
    await gateway.control("PUT", `streets/${organizationId}`, written("Ленина ул", "Мира ул"));
    await change({ streets: StreetUse.OFFERED });
    await gateway.app.refreshStreets.execute();
    expect(await offered("лен")).toEqual(["Ленина ул, Ростов"]);
    expect(await offered("забы")).toEqual([]);
    await gateway.control("PUT", `streets/${organizationId}`, written("Ленинская ул"));
    await readAgain();
    expect(await offered("лен")).toEqual(["Ленинская ул, Ростов"]);
    await change({ streets: null });
  });
});
