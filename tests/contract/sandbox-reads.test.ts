import { customerInfo } from "../../sandbox/dictionaries/customer-info";
import { type ReadContext } from "../../sandbox/read-route";
import { readRoutes, withoutCorrelationId } from "../../sandbox/reads";
import { demoRestaurant } from "../../sandbox/restaurant/demo-restaurant";
import { defaultSwitches } from "../../sandbox/switches";
import { contractFor, iikoContractFile } from "../support/iiko-contract";

const organizationIds = demoRestaurant.organizations.map(({ id }) => id);
const [organizationId = ""] = organizationIds;
const externalMenuId = demoRestaurant.externalMenu.id;
const cityId = demoRestaurant.cities[organizationId]?.[0]?.id;
const foreignId = "2715df0b-515f-4c3d-aeb9-d6020ebe8ad0";
const correlationId = "4da205c2-84d5-4c7d-a25e-1eb0d78c4ba1";
const sandbox: ReadContext = {
  restaurant: demoRestaurant,
  baseUrl: "http://127.0.0.1:9100",
  revision: 1_790_000_000,
  switches: defaultSwitches(),
  now: () => new Date("2026-10-12T06:10:11.222Z"),
};

function groupId(name: string): string {
  return demoRestaurant.terminalGroups.find((group) => group.name === name)?.id ?? "";
}

function productId(name: string): string {
  const products = demoRestaurant.categories.flatMap(({ products }) => products);
  return products.find((product) => product.name === name)?.id ?? "";
}

/** The route's answer as the server sends it. */
function ask(path: string, body: Record<string, unknown>) {
  const answer = readRoutes[path]!(body, sandbox);
  const root = withoutCorrelationId.has(path) && answer.status === 200 ? {} : { correlationId };
  return { status: answer.status, body: { ...root, ...answer.body } as Record<string, unknown> };
}

const liveGroup = groupId("Кухня на Печной");
const line = {
  type: "Product",
  productId: productId("Том ям с креветками"),
  amount: 1,
  price: 520,
};
const reads: [path: string, requests: Record<string, unknown>[]][] = [
  [
    "/api/1/organizations",
    [{}, { organizationIds, returnAdditionalInfo: true, includeDisabled: false }],
  ],
  [
    "/api/1/organizations/settings",
    [
      {
        organizationIds,
        parameters: ["Name", "CurrencyIsoName", "AddressLookup", "PricesVatInclusive"],
      },
    ],
  ],
  ["/api/1/terminal_groups", [{ organizationIds }, { organizationIds, includeDisabled: true }]],
  [
    "/api/1/terminal_groups/is_alive",
    [{ organizationIds, terminalGroupIds: [liveGroup, foreignId] }],
  ],
  ["/api/1/payment_types", [{ organizationIds }]],
  ["/api/1/discounts", [{ organizationIds }]],
  ["/api/1/deliveries/order_types", [{ organizationIds }]],
  ["/api/1/marketing_sources", [{ organizationIds }]],
  ["/api/1/delivery_restrictions", [{ organizationIds }]],
  [
    "/api/1/delivery_restrictions/allowed",
    [
      {},
      { deliveryAddress: { city: "Ярославль", streetName: "Печная ул", house: "7" } },
      { orderLocation: { latitude: 43.1, longitude: 131.9 }, deliverySum: 100 },
    ].map((asked) => ({
      organizationIds,
      isCourierDelivery: true,
      orderItems: [],
      ...asked,
    })),
  ],
  ["/api/1/cities", [{ organizationIds }, { organizationIds, includeDeleted: true }]],
  ["/api/1/streets/by_city", [{ organizationId, cityId }]],
  ["/api/1/cancel_causes", [{ organizationIds }]],
  ["/api/2/menu", [{}]],
  [
    "/api/2/menu/by_id",
    [{}, { version: 2 }, { version: 3 }, { version: 4 }].map((rest) => ({
      externalMenuId,
      organizationIds,
      ...rest,
    })),
  ],
  ["/api/menu/v3/by_id", [{ externalMenuId, organizationId }]],
  [
    "/api/1/nomenclature",
    [{ organizationId }, { organizationId, startRevision: sandbox.revision }],
  ],
  [
    "/api/1/stop_lists",
    [
      { organizationIds, returnSize: true },
      { organizationIds, terminalGroupsIds: [liveGroup] },
    ],
  ],
  ["/api/1/stop_lists/check", [{ organizationId, terminalGroupId: liveGroup, items: [line] }]],
];

describe(`the sandbox's reads, checked against ${iikoContractFile.split("/").slice(-1).join()}`, () => {
  it("have a contract for every served path", () => {
    expect(reads.map(([path]) => path)).toEqual(Object.keys(readRoutes));
  });

  it.each(reads)("%s answers as iiko documents", (path, requests) => {
    const contract = contractFor(path)!;
    for (const request of requests) {
      if (path !== "/api/2/menu") expect(contract.request(request)).toEqual([]);
      const { status, body } = ask(path, request);
      expect(status).toBe(200);
      expect(contract.response(body)).toEqual([]);
    }
  });

  it("describe a loyalty guest as iiko documents", () => {
    const contract = contractFor("/api/1/loyalty/iiko/customer/info")!;
    for (const guest of demoRestaurant.guests) {
      expect(contract.response(customerInfo(demoRestaurant, guest))).toEqual([]);
    }
  });

  it("are checked for fields that iiko lacks and values of the wrong type", () => {
    const { body } = ask("/api/1/cancel_causes", { organizationIds });
    const { response } = contractFor("/api/1/cancel_causes")!;
    expect(response({ ...body, cancelCause: [] })).toEqual([
      expect.stringContaining("cancelCause"),
    ]);
    expect(response({ ...body, cancelCauses: [{ id: "1", name: null }] })).toHaveLength(2);
  });
});

describe("refusals", () => {
  const everyOther = reads.filter(([path]) => path !== "/api/2/menu");

  it.each(everyOther)("%s refuses an organization that belongs to another key", (path) => {
    const { status, body } = ask(path, {
      organizationIds: [organizationId, foreignId],
      organizationId: foreignId,
    });
    expect(status).toBe(400);
    expect(body).toMatchObject({
      error: "ORGANIZATION_DENIED",
      errorDescription: `Passed organization(s) ${foreignId} doesn't belong to your api login included organization list.`,
    });
    expect(contractFor(path)!.error(body)).toEqual([]);
  });

  it.each(everyOther.filter(([path]) => !path.startsWith("/api/1/organizations")))(
    "%s refuses a request without an organization",
    (path) => {
      expect(ask(path, {})).toMatchObject({
        status: 400,
        body: { error: "INVALID_BODY_JSON_FORMAT" },
      });
    },
  );

  it("answers 500 for settings without a list of parameters, as iiko does", () => {
    expect(ask("/api/1/organizations/settings", { organizationIds }).status).toBe(500);
  });

  it("refuses an unknown external menu and an unknown format", () => {
    expect(ask("/api/2/menu/by_id", { organizationIds, externalMenuId: "1" }).status).toBe(400);
    expect(ask("/api/2/menu/by_id", { organizationIds, externalMenuId, version: 5 }).status).toBe(
      400,
    );
  });

  it("requires a price category once the key uses them", () => {
    const priceCategories = [{ id: foreignId, name: "Доставка" }];
    const priced = { ...sandbox, restaurant: { ...demoRestaurant, priceCategories } };
    const route = readRoutes["/api/2/menu/by_id"]!;
    expect(readRoutes["/api/2/menu"]!({}, priced).body).toMatchObject({ priceCategories });
    expect(route({ organizationIds, externalMenuId }, priced).status).toBe(400);
    expect(
      route({ organizationIds, externalMenuId, priceCategoryId: foreignId }, priced).status,
    ).toBe(200);
  });
});
