import { readFileSync } from "node:fs";
import { join } from "node:path";

import {
  buildSchema,
  getNamedType,
  getNullableType,
  type GraphQLField,
  isListType,
  isObjectType,
} from "graphql";

const schema = buildSchema(readFileSync(join(__dirname, "../../schema.graphql"), "utf8"));
const MAX_PAGE = 100;

/**
 * Why lists without pages stay short, however much is stored. A new one needs a page, or an entry
 * here.
 */
const SHORT: Readonly<Record<string, string>> = {
  "It is stored from an input, which states how long it may be": `
    ApiKey.branchIds Branch.deliveryZones BranchContact.channels BranchSettings.fallback BranchSettings.paymentTypes
    BranchSettings.statusMap Caller.branchIds Company.origins InjectionPolicy.retryDelaysSeconds Order.lines
    Order.payments Order.promotions OrderHours.days OrderHours.week OrderLine.halves OrderLine.options OrderLine.parts
    OrderLineHalf.options OrderLinePart.options OrderingHours.days OrderingHours.week Promotion.branchIds
    Promotion.fulfilments Quote.appliedPromotions Quote.gifts Quote.lines Quote.warnings`,
  "It has an entry for each id, day, hour or minute that was asked for, and those are bounded": `
    DeliveryOptionsPayload.options GeneratePromoCodesPayload.codes OrderFigure.cancelledPayments OrderFigure.sales
    OrderFigures.days OrderFigures.hours Query.nodes Query.orderFlow Query.timeSlots`,
  "It is made of the few kinds of things that the gateway itself knows": `
    Branch.catalogueWorks BranchFacts.paymentMethods BranchHealth.checks BranchPayload.checks BranchSettingColumn.choices
    BranchSettingField.choices BranchSettingField.columns CatalogChange.fields CatalogChange.guards CatalogPlan.guards
    LoyaltyAccount.expiring OrderProgress.steps OrderStep.statuses PlannedBranch.settings PosKeyStatus.budgets
    PosMenuItem.changes Product.fieldSources Query.branchSettingFields`,
  "It is a part of one menu, and of how much the gateway reads of one": `
    CatalogIssue.posProductIds CatalogIssue.productIds CatalogPlan.issues ComboChoice.forbiddenOptionIds
    ComboGroup.choices Menu.sections Nutrition.allergens Option.prices OptionGroup.options PosMenu.categories
    PosMenu.issues PosMenuItem.images PosMenuItem.issues PosMenuItem.optionGroups PosMenuItem.sizes
    Product.comboGroups Product.images Product.optionGroups Product.sizes`,
  "It is the answer of the POS, and of how much the gateway reads of one": `
    ExternalMenu.priceCategories LoyaltyAccount.wallets Organization.discounts Organization.externalMenus
    Organization.loyaltyWallets Organization.marketingSources Organization.orderTypes Organization.paymentTypes
    Organization.terminalGroups Query.organizations Query.terminalGroups`,
};

/** Cut off at a number that their descriptions state. */
const CUT_OFF = `
  Injection.attempts Injection.fallback PlanGuard.articles Query.catalogIssues Query.catalogueIssues
  Query.ordersNeedingPeople Query.streets RetryOrdersPayload.jobs RetryOrdersPayload.orders RetryOrdersPayload.skipped`;

type Field = GraphQLField<unknown, unknown>;

function coordinates(text: string): string[] {
  return text.trim().split(/\s+/);
}

/** Every field that may hold several values, by its coordinate. */
function lists(holds: (field: Field) => boolean): Map<string, Field> {
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  const ofTypes = types
    // A page is bounded where it is requested.
    .filter(({ name }) => !name.startsWith("__") && !name.endsWith("Connection"))
    .flatMap((type) =>
      Object.values(type.getFields())
        .filter(holds)
        .map((field) => [`${type.name}.${field.name}`, field] as const),
    );
  return new Map(ofTypes);
}

const isList = ({ type }: Field) => isListType(getNullableType(type));
const isConnection = ({ type }: Field) => getNamedType(type).name.endsWith("Connection");

function hasPages({ args }: Field): boolean {
  const first = args.find(({ name }) => name === "first")?.defaultValue;
  return (
    typeof first === "number" && first <= MAX_PAGE && args.some(({ name }) => name === "after")
  );
}

/** As many as there are faults in an input, and as deep as the input is: the door bounds that. */
function tellsOfInput({ name, args }: Field): boolean {
  return name === "userErrors" || (name === "field" && args.length === 0);
}

describe("Every list of the API", () => {
  const without = [...lists(isList)].filter(
    ([, field]) => !hasPages(field) && !tellsOfInput(field),
  );

  it("is paginated, or is short for a reason given here", () => {
    const short = [...Object.values(SHORT), CUT_OFF].flatMap(coordinates);
    expect(without.map(([coordinate]) => coordinate).sort()).toEqual(short.sort());
  });

  it("states where it is cut off", () => {
    const fields = lists(isList);
    const silent = coordinates(CUT_OFF).filter(
      (coordinate) =>
        !/at most( the first)? [\d,]+|at most the first hundred/i.test(
          fields.get(coordinate)?.description ?? "",
        ),
    );
    expect(silent).toEqual([]);
  });

  it("of edges and cursors defaults to a page that anyone may request", () => {
    const connections = [...lists(isConnection)];
    expect(connections.length).toBeGreaterThan(10);
    expect(connections.filter(([, field]) => !hasPages(field)).map(([name]) => name)).toEqual([]);
  });
});
