import { isStoredPhone } from "../guests/former-phone";

/** What a caller may do. A wider scope includes the narrower ones. */
export enum Scope {
  PUBLIC = "PUBLIC",
  CUSTOMER = "CUSTOMER",
  OPERATOR = "OPERATOR",
  ADMIN = "ADMIN",
}

/**
 * Who is calling: nobody we know, a guest signed in by Result.Rest, or the holder of an API key.
 */
export type Viewer =
  | { readonly kind: "anonymous" }
  | { readonly kind: "customer"; readonly phone: string; readonly expiresAt: Date | null }
  | {
      readonly kind: "key";
      readonly keyId: string;
      readonly label: string;
      readonly scope: Scope.OPERATOR | Scope.ADMIN;
      /** null: every branch. */
      readonly branchIds: readonly string[] | null;
    };

const RANK: Record<Scope, number> = { PUBLIC: 0, CUSTOMER: 1, OPERATOR: 2, ADMIN: 3 };

export function hasScope(viewer: Viewer, scope: Scope): boolean {
  return RANK[scopeOf(viewer)] >= RANK[scope];
}

function scopeOf(viewer: Viewer): Scope {
  if (viewer.kind === "anonymous") return Scope.PUBLIC;
  return viewer.kind === "customer" ? Scope.CUSTOMER : viewer.scope;
}

/** May the viewer work as an operator of this branch? */
export function operatesBranch(viewer: Viewer, branchId: string): boolean {
  return (
    viewer.kind === "key" && (viewer.branchIds === null || viewer.branchIds.includes(branchId))
  );
}

/**
 * Is it the guest with this phone, signed in, or somebody who works at the branch? @param phone
 * E.164, or as an order has it
 */
export function actsFor(viewer: Viewer, phone: string | null, branchId: string): boolean {
  return (
    (viewer.kind === "customer" && isStoredPhone(phone, viewer.phone)) ||
    operatesBranch(viewer, branchId)
  );
}

/**
 * May the viewer see what a branch shows to everybody? A key that is limited to branches sees
 * nothing of the others.
 */
export function seesBranch(viewer: Viewer, branchId: string): boolean {
  return viewer.kind !== "key" || operatesBranch(viewer, branchId);
}

/** How the viewer is named in histories. */
export function actorOf(viewer: Viewer): string | null {
  if (viewer.kind === "key") return viewer.label;
  return viewer.kind === "customer" ? "guest" : null;
}
