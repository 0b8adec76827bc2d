import { getMetadataStorage } from "type-graphql";

import { publicSdl } from "../../scripts/public-sdl";
import { findUnguarded } from "../../src/security/auth-checker";

/** What anyone may query. A field that is added here is open to the whole internet. */
const PUBLIC = [
  "Query.branch",
  "Query.branches",
  "Query.deliveryOptions",
  "Query.menu",
  "Query.node",
  "Query.nodes",
  "Query.products",
  "Query.sections",
  "Query.streets",
  "Query.timeSlots",
  "Query.trackedOrder",
  "Mutation.createOrder",
  "Mutation.createOrderChallenge",
  "Mutation.quoteOrder",
  "Subscription.availabilityChanged",
  "Subscription.openStateChanged",
  "Subscription.trackOrder",
];

function rootFields(): { name: string; roles: readonly unknown[] | undefined }[] {
  const { queries, mutations, subscriptions } = getMetadataStorage();
  return Object.entries({
    Query: queries,
    Mutation: mutations,
    Subscription: subscriptions,
  }).flatMap(([type, fields]) =>
    fields.map(({ schemaName, roles }) => ({ name: `${type}.${schemaName}`, roles })),
  );
}

describe("The guards of the schema", () => {
  beforeAll(() => publicSdl());

  it("protect every field that asks for one", () => {
    expect(findUnguarded()).toEqual([]);
  });

  it("protect every query, mutation and subscription that is not deliberately public", () => {
    const open = rootFields().filter(({ roles }) => roles === undefined);
    expect(open.map(({ name }) => name).sort()).toEqual([...PUBLIC].sort());
  });

  it("each name the scope that they require", () => {
    const guarded = rootFields().filter(({ roles }) => roles !== undefined);
    expect(guarded.filter(({ roles }) => roles?.length !== 1)).toEqual([]);
    expect(guarded.length).toBeGreaterThan(0);
  });
});
