import { DEFAULT_COMPANY_ID } from "./default-company";

/** What a caller may do. A wider scope includes the narrower ones. */
export enum Scope {
  PUBLIC = "PUBLIC",
  CUSTOMER = "CUSTOMER",
  OPERATOR = "OPERATOR",
  ADMIN = "ADMIN",
}

/** The company that a caller belongs to: data of other companies does not exist for this caller. */
export interface CompanyOfViewer {
  readonly id: string;
  /** Its branches; null: there is no other company, so every branch belongs to it. */
  readonly branchIds: readonly string[] | null;
}

/**
 * Who is calling: somebody unknown, a guest signed in by Result.Rest, or the holder of an API key.
 * Created only in `src/security`, the single place where a company narrows what a viewer can reach.
 */
export type Viewer =
  | {
      readonly kind: "anonymous";
      /** Left out: the caller named none, and sees everything public whose id it knows. */
      readonly company?: CompanyOfViewer;
    }
  | {
      readonly kind: "customer";
      readonly phone: string;
      readonly expiresAt: Date | null;
      /**
       * Company of the guest: a phone in two companies belongs to two guests. Left out: there are
       * no others.
       */
      readonly company?: CompanyOfViewer;
    }
  | {
      readonly kind: "key";
      readonly keyId: string;
      readonly label: string;
      readonly scope: Scope.OPERATOR | Scope.ADMIN;
      /**
       * Branches it can reach: those of its company, or those it is limited to. null: every branch.
       */
      readonly branchIds: readonly string[] | null;
      /** Left out: the key of the platform's administrator, who is above all companies. */
      readonly company?: CompanyOfViewer;
    };

/** Returns whether the viewer is anyone other than the holder of an API key. */
export function isGuest(viewer: Viewer): boolean {
  return viewer.kind !== "key";
}

const RANK: Record<Scope, number> = { PUBLIC: 0, CUSTOMER: 1, OPERATOR: 2, ADMIN: 3 };

export function hasScope(viewer: Viewer, scope: Scope): boolean {
  return RANK[scopeOf(viewer)] >= RANK[scope];
}

function scopeOf(viewer: Viewer): Scope {
  if (viewer.kind === "anonymous") return Scope.PUBLIC;
  return viewer.kind === "customer" ? Scope.CUSTOMER : viewer.scope;
}

/**
 * Returns the branches that exist for the viewer, in the form that a statement's condition takes;
 * null: every branch.
 */
export function reachOf(viewer: Viewer): readonly string[] | null {
  return viewer.kind === "key" ? viewer.branchIds : (viewer.company?.branchIds ?? null);
}

/** Sets of lists that many viewers share, so that a long list is not searched for each row. */
const SETS = new WeakMap<readonly string[], ReadonlySet<string>>();

/**
 * Returns whether the viewer may see what a branch shows to everyone. A branch of another company,
 * or one outside a key's limits, does not exist.
 */
export function seesBranch(viewer: Viewer, branchId: string): boolean {
  const reach = reachOf(viewer);
  if (reach === null) return true;
  const ids = SETS.get(reach) ?? new Set(reach);
  SETS.set(reach, ids);
  return ids.has(branchId);
}

/** Returns whether the viewer may work as an operator of this branch. */
export function operatesBranch(viewer: Viewer, branchId: string): boolean {
  return viewer.kind === "key" && seesBranch(viewer, branchId);
}

/** Returns whether the key is valid for every branch of its company, including future ones. */
export function worksForAll(viewer: Viewer): boolean {
  return viewer.kind === "key" && viewer.branchIds === (viewer.company?.branchIds ?? null);
}

/** Returns whether the viewer is the administrator of the platform, who is above all companies. */
export function isPlatform(viewer: Viewer): boolean {
  return viewer.kind === "key" && viewer.scope === Scope.ADMIN && viewer.company === undefined;
}

/** Returns the company of whatever the viewer creates or requests without naming one. */
export function companyIdOf(viewer: Viewer): string {
  return viewer.company?.id ?? DEFAULT_COMPANY_ID;
}

/** Returns the viewer's name for histories. */
export function actorOf(viewer: Viewer): string | null {
  if (viewer.kind === "key") return viewer.label;
  return viewer.kind === "customer" ? "guest" : null;
}
