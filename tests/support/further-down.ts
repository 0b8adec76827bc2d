import { getNamedType, isObjectType } from "graphql";

import { SERVED, statedIn } from "./input-places";
import { OWNER_PHONE, type Places } from "./scope-rows";

/**
 * Text arguments of fields that are not at the root, by their coordinates, and how to reach them.
 */
export const FURTHER_DOWN: readonly (readonly [
  coordinate: string,
  type: string,
  document: string,
])[] = [
  [
    "Branch.product(article:)",
    "String!",
    "branch(id: $branchId) { product(article: $text) { id } }",
  ],
  [
    "Branch.sections(after:)",
    "String",
    "branch(id: $branchId) { sections(after: $text) { nodes { id } } }",
  ],
  [
    "Branch.changes(after:)",
    "String",
    "branch(id: $branchId) { changes(after: $text) { nodes { field } } }",
  ],
  [
    "Section.products(after:)",
    "String",
    "sections(branchId: $branchId) { nodes { products(after: $text) { nodes { id } } } }",
  ],
  [
    "BranchesPlan.branches(after:)",
    "String",
    "branchesPlan(id: $branchesPlanId) { branches(after: $text) { nodes { state } } }",
  ],
  [
    "CatalogPlan.changes(after:)",
    "String",
    "cataloguePlan(id: $planId) { changes(after: $text) { nodes { article } } }",
  ],
  ["PosKeyStatus.branchIds(after:)", "ID", "posKeys { branchIds(after: $text) }"],
  ["PosKeyStatus.branches(after:)", "ID", "posKeys { branches(after: $text) { id } }"],
  [
    "PosMenu.items(after:)",
    "String",
    "posMenu(branchId: $branchId) { items(after: $text) { nodes { id } } }",
  ],
  [
    "PosMenu.items(search:)",
    "String",
    "posMenu(branchId: $branchId) { items(search: $text) { nodes { id } } }",
  ],
  [
    "PosMenu.items(categoryId:)",
    "ID",
    "posMenu(branchId: $branchId) { items(categoryId: $text) { nodes { id } } }",
  ],
  [
    "Promotion.codes(after:)",
    "String",
    "promotions(branchId: $branchId) { nodes { codes(after: $text) { nodes { code } } } }",
  ],
  [
    "Order.timeline(after:)",
    "EventCursor",
    "orders { nodes { timeline(after: $text) { nodes { id } } } }",
  ],
  [
    "Customer.orders(after:)",
    "String",
    "customer(phone: $phone) { orders(after: $text) { nodes { id } } }",
  ],
  [
    "Customer.loyalty(branchId:)",
    "ID!",
    "customer(phone: $phone) { loyalty(branchId: $text) { asOf } }",
  ],
  [
    "LoyaltyAccount.transactions(after:)",
    "String",
    "loyaltyBalance(branchId: $branchId, phone: $phone) { transactions(after: $text) { nodes { id } } }",
  ],
];

/** A query with `text` in that place. */
export function queryWith(
  [, type, document]: (typeof FURTHER_DOWN)[number],
  text: string,
  places: Places,
) {
  const { branchId, planId, branchesPlanId } = places;
  const given = {
    $branchId: ["ID!", branchId],
    $planId: ["ID!", planId],
    $branchesPlanId: ["ID!", branchesPlanId],
    $phone: ["String!", OWNER_PHONE],
  };
  const used = Object.entries({ ...given, $text: [type, text] }).filter(([name]) =>
    document.includes(name),
  );
  return {
    query: `query (${used.map(([name, [of]]) => `${name}: ${of}`).join(", ")}) { ${document} }`,
    variables: Object.fromEntries(used.map(([name, [, value]]) => [name.slice(1), value])),
  };
}

/** All such arguments in the schema, with their maximum lengths. */
export function textsBelowTheRoot(): { coordinate: string; place: string; characters: number }[] {
  const roots = [SERVED.getQueryType(), SERVED.getMutationType(), SERVED.getSubscriptionType()];
  const types = Object.values(SERVED.getTypeMap()).filter(isObjectType);
  return types
    .filter((type) => !roots.includes(type) && !type.name.startsWith("__"))
    .flatMap((type) =>
      Object.values(type.getFields()).flatMap(({ name, args }) =>
        args.flatMap((arg) => {
          const characters = statedIn(arg, "characters");
          const isText = ["String", "ID", "EventCursor"].includes(getNamedType(arg.type).name);
          return isText
            ? [{ coordinate: `${type.name}.${name}(${arg.name}:)`, place: arg.name, characters }]
            : [];
        }),
      ),
    );
}
