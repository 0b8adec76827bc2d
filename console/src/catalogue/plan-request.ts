import { go } from "../routing/use-address";
import { type ImportSectionInput, type SyncPricesInput } from "./operations";

/** What a plan was requested with, so that it can be requested again with less in it. */
export type PlanRequest =
  | { readonly kind: "IMPORT_SECTION"; readonly input: ImportSectionInput }
  | { readonly kind: "SYNC_PRICES"; readonly input: SyncPricesInput };

/**
 * Belongs to this tab: anyone who opens a plan by its link sees it but cannot take rows out of it.
 */
const requests = new Map<string, PlanRequest>();

export function rememberRequest(planId: string, request: PlanRequest): void {
  requests.set(planId, request);
}

export function requestOf(planId: string): PlanRequest | undefined {
  return requests.get(planId);
}

/** The plan is part of the address, so a colleague who gets the link sees the same. */
export function showPlan(planId: string | null): void {
  const query = new URLSearchParams(location.search);
  for (const filter of ["q", "show"]) query.delete(filter);
  if (planId === null) query.delete("plan");
  else query.set("plan", planId);
  const search = query.toString();
  go(search === "" ? location.pathname : `${location.pathname}?${search}`);
}
