import {
  getNamedType,
  type GraphQLInputType,
  type GraphQLSchema,
  isInputObjectType,
  isListType,
  isNonNullType,
} from "graphql";

import { IMPORT, order, quote, rootOf } from "./scope-documents";
import { type Places } from "./scope-rows";
import { type ScopeRow } from "./scope-table";

export interface NamedPlaces extends Places {
  readonly companyId: string;
  readonly keyId: string;
}

/**
 * What the arguments of type ID name, by `field.argument`, or otherwise by the argument name alone.
 */
function namesIn(places: NamedPlaces): Readonly<Record<string, string>> {
  const { branchId, companyId, keyId, orderId, promotionId, planId, sectionId, jobId } = places;
  return {
    branchId,
    branchIds: branchId,
    companyId,
    orderId,
    planId,
    promotionId,
    sectionId,
    productId: orderId,
    id: orderId,
    ids: orderId,
    "branch.id": branchId,
    "catalogPlan.id": planId,
    "cataloguePlan.id": planId,
    "disablePromotion.id": promotionId,
    "jobChanged.id": jobId,
    "promotion.id": promotionId,
    "retryJob.id": jobId,
    "revokeApiKey.id": keyId,
    "setPromotionPaused.id": promotionId,
    "saveCompany.id": companyId,
  };
}

/** The arguments of the root field that name something, as a document passes them. */
function namingArguments(
  schema: GraphQLSchema,
  type: string,
  field: string,
  names: Readonly<Record<string, string>>,
): string[] {
  const root = schema.getType(type);
  if (!root || !("getFields" in root)) return [];
  const its = root.getFields()[field];
  if (!its || !("args" in its)) return [];
  return its.args
    .filter(({ name, type: given }) => isName(name, given))
    .map(({ name, type: given }) => {
      const value = names[`${field}.${name}`] ?? names[name];
      if (value === undefined) throw new Error(`Nothing says what ${field}(${name}:) names`);
      return `${name}: ${isList(given) ? `["${value}"]` : `"${value}"`}`;
    });
}

/**
 * Names in the POS do not count, because the POS knows no companies. `after` is a position in the
 * caller's own list.
 */
function isName(name: string, type: GraphQLInputType): boolean {
  return getNamedType(type).name === "ID" && !/InPos$|^(organizationId|after)$/.test(name);
}

/** The root field of a row, with every argument by which it can name something in `places`. */
export function namingRoot(
  schema: GraphQLSchema,
  { field, document }: ScopeRow,
  places: NamedPlaces,
): string {
  const root = rootOf(document(places));
  const [type = "", name = ""] = field.split(".");
  const missing = namingArguments(schema, type, name, namesIn(places)).filter(
    (argument) => !root.includes(argument.slice(0, argument.indexOf(":") + 1)),
  );
  if (missing.length === 0) return root;
  return root.endsWith(")")
    ? `${root.slice(0, -1)}, ${missing.join(", ")})`
    : `${root}(${missing.join(", ")})`;
}

function isList(type: GraphQLInputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}

/** Every field of type ID in every input, as `Input.field`. */
export function namingInputs(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap()).flatMap((type) =>
    isInputObjectType(type)
      ? Object.values(type.getFields())
          .filter(({ name, type: given }) => isName(name, given))
          .map(({ name }) => `${type.name}.${name}`)
      : [],
  );
}

type Document = (places: NamedPlaces, own: NamedPlaces) => string;

/** Names something within a menu that is already named, so it is independent of companies. */
const OF_A_MENU = null;

/**
 * For each input field that names something: how to query it with another company's id, and with
 * the caller's own ids where something has to be valid. A new field needs a row here.
 */
export const NAMED_BY_INPUTS: Readonly<Record<string, Document | null>> = {
  "ComboPartInput.groupId": OF_A_MENU,
  "ComboPartInput.sizeId": OF_A_MENU,
  "OrderLineInput.sizeId": OF_A_MENU,
  "OrderOptionInput.groupId": OF_A_MENU,
  "CreateApiKeyInput.branchIds": ({ branchId }) => aKey(`branchIds: ["${branchId}"]`),
  "CreateApiKeyInput.companyId": ({ companyId }) => aKey(`companyId: "${companyId}"`),
  "CreateBranchInput.companyId": ({ companyId }) =>
    `mutation { createBranch(input: { name: "Theirs", timeZone: "Europe/Moscow", companyId: "${companyId}" }) {
      branch { id } userErrors { code field message } } }`,
  "CreateOrderInput.branchId": ({ branchId }) => `mutation { ${order({ branchId })} }`,
  "CreateOrderInput.quoteId": ({ orderId }, { branchId }) =>
    `mutation { ${order({ branchId }).replace("branchId:", `quoteId: "${orderId}", branchId:`)} }`,
  "DeliveryOptionsInput.branchIds": ({ branchId }) =>
    `{ deliveryOptions(input: { branchIds: ["${branchId}"], address: {} }) { options { branch { id } } } }`,
  "ImportDeliveryZonesInput.branchId": ({ branchId }) =>
    `mutation { importDeliveryZones(input: { branchId: "${branchId}", geoJson: "" }) {
      branch { id } userErrors { code field message } } }`,
  "CreatePromotionInput.branchIds": ({ branchId }, own) =>
    `mutation { createPromotion(input: { name: "Both", kind: PERCENT, percent: 5,
      branchIds: ["${own.branchId}", "${branchId}"] }) { promotion { id } userErrors { code field message } } }`,
  "GeneratePromoCodesInput.promotionId": ({ promotionId }) =>
    `mutation { generatePromoCodes(input: { promotionId: "${promotionId}", count: 1 }) { userErrors { code field } } }`,
  "ImportSectionInput.branchId": ({ branchId, sectionId }) => anImport(branchId, sectionId),
  "ImportSectionInput.sectionId": ({ sectionId }, { branchId }) => anImport(branchId, sectionId),
  "OrderFilter.branchIds": ({ branchId }) =>
    `{ orders(filter: { branchIds: ["${branchId}"] }) { totalCount nodes { id } } }`,
  "PlanForBranchesInput.branchIds": ({ branchId }, own) =>
    `mutation { planForBranches(input: { branchIds: ["${own.branchId}", "${branchId}"], syncPrices: {} }) {
      plan { id } userErrors { code field message } } }`,
  "QuoteInput.branchId": ({ branchId }) => `mutation { ${quote({ branchId })} }`,
  "SyncPricesInput.branchId": ({ branchId }) =>
    `mutation { syncPrices(input: { branchId: "${branchId}" }) { userErrors { code field } } }`,
};

function aKey(of: string): string {
  return `mutation { createApiKey(input: { label: "Theirs", scope: OPERATOR, ${of} }) {
    secret userErrors { code field message } } }`;
}

function anImport(branchId: string, sectionId: string): string {
  return `mutation { importSection(input: { branchId: "${branchId}", sectionId: "${sectionId}", ${IMPORT} }) {
    userErrors { code field message } } }`;
}
