import {
  readDeliveryCities,
  readStreetsOfCity,
} from "../../src/adapters/iiko/delivery/iiko-streets";
import {
  citiesSchema,
  cityChoiceSchema,
  streetsSchema,
} from "../../src/adapters/iiko/delivery/street-schemas";
import { readRows } from "../../src/adapters/iiko/values/iiko-fields";

const KEY = { kind: "API_LOGIN_V1", apiLogin: "demo" } as const;
const OWN = "organization";

function client(cities: object[], choice: object) {
  const listed = [
    { organizationId: OWN, items: cities },
    { organizationId: "another", items: [{ id: "x", name: "Elsewhere" }] },
  ];
  return {
    cities: () => Promise.resolve(readRows(() => citiesSchema.parse({ cities: listed }))),
    cityChoice: () =>
      Promise.resolve(
        readRows(() => cityChoiceSchema.parse({ organizations: [{ id: OWN, ...choice }] })),
      ),
  };
}

const CITIES = [
  { id: "a", name: "Ярославль" },
  { id: "b", name: "Кострома", isDeleted: false },
  { id: "c", name: "Старый город", isDeleted: true },
  { name: "without an id" },
];

describe("The cities of an iiko organization", () => {
  it.each([
    ["all that were not deleted, where it has chosen none", {}, ["a", "b"]],
    ["the same, where iiko writes nothing for none", { deliveryCityIds: null }, ["a", "b"]],
    ["those that it has chosen", { deliveryCityIds: ["b", "c", "gone"] }, ["b"]],
    ["its usual one first", { deliveryCityIds: ["a"], defaultDeliveryCityId: "b" }, ["b", "a"]],
  ])("are %s", async (_, choice, ids) => {
    const read = await readDeliveryCities(client(CITIES, choice), KEY, OWN);
    expect(read.map(({ posId }) => posId)).toEqual(ids);
  });
});

describe("The streets of an iiko city", () => {
  it("are those that are readable and not deleted", async () => {
    const streets = [
      { id: 12, name: "Ленина ул", isDeleted: null },
      { id: "3", name: "Забытая ул", isDeleted: true },
      { id: "4", name: null },
      "nothing",
    ];
    const read = readRows(() => streetsSchema.parse({ streets }));
    const streetsByCity = () => Promise.resolve(read);
    expect(await readStreetsOfCity({ streetsByCity }, KEY, OWN, "a")).toEqual([
      { posId: "12", name: "Ленина ул" },
    ]);
  });
});
