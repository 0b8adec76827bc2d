import { customerIdOf } from "../../src/domain/ids";
import { ENTITIES, FederatedGateway } from "../support/federated-gateway";
import { NOWHERE } from "../support/scope-places";
import { OWNER_PHONE as OWNER } from "../support/scope-rows";
import { scopeTable, VIEWERS } from "../support/scope-table";

let gateway: FederatedGateway;

beforeAll(async () => {
  gateway = await FederatedGateway.start();
});

afterAll(() => gateway.stop());

/**
 * What `Query.field` returns to each viewer, where a refused field counts as one of a missing
 * object.
 */
function asRootField(field: string): string[] {
  const row = scopeTable.find((each) => each.field === `Query.${field}`);
  return (row?.outcomes ?? []).map((outcome) => (outcome === "ok" ? "ok" : "null"));
}

/** Guests see themselves as in `me`, keys see guests as in `customer`. */
const OF_GUEST = VIEWERS.map((viewer, index) =>
  viewer === "owner" ? asRootField("me")[index] : asRootField("customer")[index],
);
/** Keys do not find a guest by the id alone. */
const BY_ID_OF_GUEST = VIEWERS.map((viewer) => (viewer === "owner" ? "ok" : "null"));

const KEYS: [name: string, outcomes: (string | undefined)[], key: () => object][] = [
  ["Branch by id", asRootField("branch"), () => ({ id: gateway.places.branchId })],
  ["Order by id", asRootField("order"), () => ({ id: gateway.places.orderId })],
  ["Promotion by id", asRootField("promotion"), () => ({ id: gateway.places.promotionId })],
  ["Product by id", asRootField("menu"), () => ({ id: gateway.product.id })],
  [
    "Product by branchId article",
    asRootField("menu"),
    () => ({ branchId: gateway.places.branchId, article: gateway.product.article }),
  ],
  ["Customer by phone", OF_GUEST, () => ({ phone: OWNER })],
  ["Customer by id", BY_ID_OF_GUEST, () => ({ id: customerIdOf(OWNER) })],
];
/** For each type, an object that never existed. */
const ABSENT: Readonly<Record<string, object>> = {
  Branch: { id: NOWHERE },
  Order: { id: NOWHERE },
  Promotion: { id: NOWHERE },
  Product: { id: NOWHERE },
  Customer: { phone: "+79005559999" },
};

describe("an entity", () => {
  const rows = KEYS.flatMap(([name, outcomes, key]) =>
    VIEWERS.map((viewer, index) => ({ name, viewer, outcome: outcomes[index] ?? "", key })),
  );

  it.each(rows)("$name is $outcome for $viewer", async ({ name, viewer, outcome, key }) => {
    const __typename = name.split(" ")[0] ?? "";
    const asked = (found: object) =>
      gateway.ask(
        ENTITIES,
        { representations: [{ __typename, ...found }] },
        gateway.credential(viewer),
      );
    const { status, text, body } = await asked(key());
    expect(body.data?._entities[0] ? "ok" : "null").toBe(outcome);
    if (outcome !== "null") return;
    const absent = await asked(ABSENT[__typename] ?? {});
    expect({ status, text }).toEqual({ status: absent.status, text: absent.text });
  });

  it("is listed in the table with each of its keys", async () => {
    const sdl = await gateway.sdl();
    const keys = [...sdl.matchAll(/^type (\w+) .*@key.*$/gm)].flatMap(([line, type]) =>
      [...line.matchAll(/fields: "([^"]+)"/g)].map(([, fields]) => `${type} by ${fields}`),
    );
    expect(keys.sort()).toEqual(KEYS.map(([name]) => name).sort());
  });

  it("shows each caller only the fields that the caller may see", async () => {
    const query = `query ($representations: [_Any!]!) {
      _entities(representations: $representations) { ... on Branch { name settings { organizationId } } }
    }`;
    const representations = [{ __typename: "Branch", id: gateway.places.branchId }];
    const { body } = await gateway.ask(query, { representations }, gateway.credential("owner"));
    expect(body.errors?.[0]?.extensions.code).toBe("FORBIDDEN");
    expect(
      (await gateway.ask(query, { representations }, gateway.credential("operator"))).body.errors,
    ).toBeUndefined();
  });

  it("is never given to one caller from another caller's answer", async () => {
    const query = `query ($representations: [_Any!]!) {
      _entities(representations: $representations) { ... on Order { id number } }
    }`;
    const representations = [{ __typename: "Order", id: gateway.places.orderId }];
    const seen: boolean[] = [];
    for (const viewer of ["owner", "nobody", "owner", "stranger", "operator", "nobody"] as const) {
      for (let time = 0; time < 4; time += 1) {
        const { body } = await gateway.ask(query, { representations }, gateway.credential(viewer));
        seen.push(body.data?._entities[0] !== null);
      }
    }
    const four = (value: boolean) => [value, value, value, value];
    expect(seen).toEqual([true, false, true, false, true, false].flatMap(four));
  });
});
