import { demoOrderInput, placeOrder } from "./demo-order";
import { eventually } from "./eventually";
import { OWNER_PHONE, type Places } from "./scope-rows";
import { type WholeGateway } from "./whole-gateway";

export const NOWHERE = "00000000-0000-4000-8000-000000000000";

/** Creates an order in its till, a plan, a promotion and everything else that the table queries. */
export async function preparePlaces(gateway: WholeGateway): Promise<Places> {
  const branchId = await gateway.demoBranchId();
  const orderKey = "scopes-order";
  const input = await demoOrderInput(gateway, branchId, {
    idempotencyKey: orderKey,
    customer: { name: "Owner", phone: OWNER_PHONE },
  });
  const { data } = await placeOrder(gateway, input);
  const orderId = data.createOrder.order?.id ?? "";
  const asAdmin = <Data>(document: string) => gateway.ask<Data>(document, {}, gateway.adminKey);
  await eventually(async () => {
    const answer = await asAdmin(
      `{ order(id: "${orderId}") { injection { state attempts { number } } } }`,
    );
    return answer.text.includes("IN_POS");
  });
  const { data: found } = await asAdmin<{
    sections: { nodes: { id: string }[] };
    organizations: { posId: string }[];
    jobs: { nodes: { id: string }[] };
  }>(`{ sections(branchId: "${branchId}") { nodes { id } } organizations(branchId: "${branchId}") { posId }
    jobs(kinds: ["forget-old"]) { nodes { id } } }`);
  const sectionId = found.sections.nodes[0]?.id ?? "";
  const [organizationId, jobId] = [
    found.organizations[0]?.posId ?? "",
    found.jobs.nodes[0]?.id ?? "",
  ];
  const { data: planned } = await asAdmin<{
    importSection: { plan: { id: string } };
  }>(`mutation { importSection(
    input: { branchId: "${branchId}", sectionId: "${sectionId}", articles: ["none"], fields: [PRICE], dryRun: true }
  ) { plan { id } } }`);
  const planId = planned.importSection.plan.id;
  await asAdmin(
    `mutation { applyCataloguePlan(planId: "${planId}", idempotencyKey: "scope") { userErrors { code } } }`,
  );
  const branchesPlanId = await planForBranches(gateway, branchId);
  const { data: begun } = await asAdmin<{
    createPromotion: { promotion: { id: string } };
  }>(`mutation { createPromotion(
    input: { name: "Scope", kind: PERCENT, percent: 5, branchIds: ["${branchId}"] }
  ) { promotion { id } } }`);
  const promotionId = begun.createPromotion.promotion.id;
  const token = data.createOrder.trackingToken ?? "";
  return {
    branchId,
    orderId,
    orderKey,
    token,
    planId,
    branchesPlanId,
    sectionId,
    promotionId,
    organizationId,
    jobId,
  };
}

/** Worked out but not applied. */
async function planForBranches(gateway: WholeGateway, branchId: string): Promise<string> {
  const { data } = await gateway.ask<{ planForBranches: { plan: { id: string } } }>(
    `mutation { planForBranches(input: { branchIds: ["${branchId}"], syncPrices: {} }) { plan { id } } }`,
    {},
    gateway.adminKey,
  );
  const { id } = data.planForBranches.plan;
  await eventually(async () => {
    const answer = await gateway.ask(
      `{ branchesPlan(id: "${id}") { state } }`,
      {},
      gateway.adminKey,
    );
    return answer.text.includes("READY");
  });
  return id;
}

/** The same for ids under which nothing exists. */
export function absentPlaces(): Places {
  const token = `${"A".repeat(22)}.${"A".repeat(43)}`;
  const ids = {
    branchId: NOWHERE,
    orderId: NOWHERE,
    planId: NOWHERE,
    branchesPlanId: NOWHERE,
    sectionId: NOWHERE,
    organizationId: NOWHERE,
  };
  return { ...ids, promotionId: NOWHERE, orderKey: "absent", token, jobId: "0" };
}
