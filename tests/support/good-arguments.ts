import { randomUUID } from "node:crypto";

import { FORMER_NAMES } from "../../src/resolvers/schema/former-names";
import { demoOrderInput } from "./demo-order";
import { OWNER_PHONE, type Places } from "./scope-rows";
import { type WholeGateway } from "./whole-gateway";

/** By the names of queries and mutations. */
export type GoodArguments = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/**
 * Arguments for operations that would not reach the database with their required arguments alone.
 */
export async function goodArguments(
  gateway: WholeGateway,
  { branchId, orderId, planId, promotionId, sectionId, ...at }: Places,
): Promise<GoodArguments> {
  const { data } = await gateway.ask<{
    branch: {
      version: number;
      sections: { nodes: { products: { nodes: { id: string; article: string }[] } }[] };
    };
  }>(
    `query ($id: ID!) {
      branch(id: $id) { version sections { nodes { products { nodes { id article } } } } }
    }`,
    { id: branchId },
    gateway.adminKey,
  );
  const { data: ofPlatform } = await gateway.ask<{ companies: { nodes: { id: string }[] } }>(
    "{ companies(first: 1) { nodes { id } } }",
    {},
    gateway.adminKey,
  );
  const [company] = ofPlatform.companies.nodes;
  const [product] = data.branch.sections.nodes.flatMap(({ products }) => products.nodes);
  const articles = [product!.article];
  const order = await demoOrderInput(gateway, branchId, {
    fulfilment: "DELIVERY",
    address: { street: "Печная", house: "1" },
  });
  const { idempotencyKey: _, payment: __, ...basket } = order as Record<string, unknown>;
  const ofBranch = [
    "catalogueIssues",
    "lockedProducts",
    "loyaltyBalance",
    "menu",
    "products",
    "promotions",
    "sections",
    "setOrderAcceptance",
  ];
  return {
    ...Object.fromEntries([...ofBranch, "retryDeadLetters"].map((field) => [field, { branchId }])),
    loyaltyBalance: { branchId, phone: OWNER_PHONE },
    terminalGroups: { branchId, organizationId: at.organizationId },
    trackedOrder: { token: at.token },
    applyBranchesPlan: { planId: at.branchesPlanId },
    setBusyMode: { branchId, minutes: 0 },
    undoBranchesPlan: { planId: at.branchesPlanId },
    branchesPlan: { id: at.branchesPlanId },
    planForBranches: { input: { branchIds: [branchId], syncPrices: {} } },
    applyCataloguePlan: { planId, idempotencyKey: "again" },
    orderByIdempotencyKey: { idempotencyKey: "none" },
    exportCustomer: { phone: OWNER_PHONE },
    cancelOrder: { id: orderId, reason: "A guest's wish" },
    claimOrder: { id: orderId },
    orderFigures: { from: "2026-11-25", to: "2026-11-26" },
    releaseOrder: { id: orderId },
    createApiKey: { input: { label: "Key", scope: "OPERATOR", branchIds: [branchId] } },
    deliveryOptions: { input: { branchIds: [branchId], address: {} } },
    importDeliveryZones: {
      input: { branchId, geoJson: '{"type":"FeatureCollection","features":[]}' },
    },
    createCompany: { input: { name: "Company" } },
    saveCompany: { id: company!.id, input: {} },
    eraseCustomer: { phone: "+79990000099" },
    createBranch: { input: { name: "Branch", timeZone: "Europe/Moscow" } },
    createOrder: { input: order },
    createPromotion: {
      input: { name: "Promotion", kind: "PERCENT", percent: 5, branchIds: [branchId] },
    },
    createSection: { branchId, name: "Section" },
    generatePromoCodes: { input: { promotionId, count: 1 } },
    importSection: { input: { branchId, sectionId, articles, fields: ["PRICE"] } },
    sendTestMessage: { branchId, kind: "EMAIL", target: "kitchen@example.com" },
    setProductFieldLocks: { productId: product!.id, fields: ["PRICE"], locked: true },
    setPromotionPaused: { id: promotionId, paused: false },
    markOrderEnteredByHand: { id: orderId, posNumber: "1" },
    quoteOrder: { input: basket },
    retryJob: { id: "1" },
    retryOrder: { id: orderId },
    streets: { branchId, text: "ленина" },
    timeSlots: { branchId, day: "2026-12-31" },
    saveBranchSettings: {
      branchId,
      expectedVersion: data.branch.version,
      verify: false,
      input: {},
    },
    syncPrices: { input: { branchId } },
  };
}

function nowNamed(field: string): string {
  return FORMER_NAMES[`Query.${field}`] ?? FORMER_NAMES[`Mutation.${field}`] ?? field;
}

/** Each call creates a different order. */
export function argumentsOf(
  good: GoodArguments,
  field: string,
): Readonly<Record<string, unknown>> | undefined {
  const given = good[field] ?? good[nowNamed(field)];
  if (field !== "createOrder") return given;
  return { input: { ...(given?.["input"] as object), idempotencyKey: randomUUID() } };
}
