import { ADMIN, GUEST, operatorOf } from "../support/branch-gateway";
import { DeliveryGateway, SQUARE, zone } from "../support/delivery-gateway";

const ZONES = `query ($id: ID!) {
  branch(id: $id) { deliveryZones { name area priority fee { amount } freeFrom { amount } minimumSum { amount } minutes } }
}`;
const CHANGES = `query ($id: ID!) { branch(id: $id) { changes { nodes { field before after } } } }`;

let delivery: DeliveryGateway;
let id: string;

beforeAll(async () => {
  delivery = await DeliveryGateway.start();
});

beforeEach(async () => {
  id = await delivery.connected();
});

afterAll(() => delivery.stop());

describe("the zones of a branch", () => {
  it("are shown to everyone, with their terms and their area for a map", async () => {
    const terms = { fee: 99, freeFrom: 1_500, minimumSum: 500, minutes: 40, priority: 1 };
    expect(await delivery.importZones(id, [zone("Центр", terms)])).toMatchObject({
      userErrors: [],
    });
    const { data } = await delivery.gateway.query(ZONES, GUEST, { id });
    expect(data.branch).toEqual({
      deliveryZones: [
        {
          name: "Центр",
          area: JSON.stringify({ type: "MultiPolygon", coordinates: [[SQUARE]] }),
          priority: 1,
          fee: { amount: "99.00" },
          freeFrom: { amount: "1500.00" },
          minimumSum: { amount: "500.00" },
          minutes: 40,
        },
      ],
    });
  });

  it("are replaced or extended by an import, as the history shows", async () => {
    await delivery.importZones(id, [zone("Б"), zone("А")]);
    expect(await delivery.names(id)).toEqual(["А", "Б"]);
    await delivery.importZones(id, [zone("Б", { priority: 1 }), zone("В")], { keepOthers: true });
    expect(await delivery.names(id)).toEqual(["А", "В", "Б"]);
    await delivery.importZones(id, []);
    expect(await delivery.names(id)).toEqual([]);
    const { data } = await delivery.gateway.query(CHANGES, ADMIN, { id });
    const { nodes } = (data.branch as unknown as { changes: { nodes: { field: string }[] } })
      .changes;
    expect(nodes.filter(({ field }) => field === "deliveryZones")).toEqual([
      { field: "deliveryZones", before: "3: А, Б, В", after: null },
      { field: "deliveryZones", before: "2: Б, А", after: "3: А, Б, В" },
      { field: "deliveryZones", before: null, after: "2: Б, А" },
    ]);
  });

  it("stay unchanged when one of the new ones is invalid", async () => {
    await delivery.importZones(id, [zone("Центр")]);
    const bad = { ...zone("Восьмёрка"), geometry: { type: "Point", coordinates: [1, 2] } };
    expect(await delivery.importZones(id, [zone("Новая"), bad])).toMatchObject({
      branch: null,
      userErrors: [{ code: "INVALID", field: ["input", "geoJson", "features", "1", "geometry"] }],
    });
    expect(await delivery.names(id)).toEqual(["Центр"]);
  });

  it("are drawn only by administrators of the branch", async () => {
    for (const viewer of [GUEST, operatorOf(id)]) {
      expect(await delivery.importZones(id, [zone("Центр")], {}, viewer)).toMatchObject({
        errors: [expect.any(String) as string],
      });
    }
    const missing = "0f0e0d0a-0000-4000-8000-000000000009";
    expect(await delivery.importZones(id, [zone("Центр")], { branchId: missing })).toMatchObject({
      userErrors: [{ code: "NOT_FOUND", field: ["input", "branchId"] }],
    });
    expect(await delivery.names(id)).toEqual([]);
  });
});
