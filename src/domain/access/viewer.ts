import { DEFAULT_COMPANY_ID } from "./default-company";

/** What a caller may do. A wider scope includes the narrower ones. */
export enum Scope {
  PUBLIC = "PUBLIC",
  CUSTOMER = "CUSTOMER",
  OPERATOR = "OPERATOR",
  ADMIN = "ADMIN",
}

/** The company that a caller belongs to: what is another's does not exist for this caller. */
export interface CompanyOfViewer {
  readonly id: string;
  /** Its branches; null: there is no other company, and so every branch is its own. */
  readonly branchIds: readonly string[] | null;
}

/**
 * Who is calling: nobody we know, a guest signed in by Result.Rest, or the holder of an API key.
 * Made in `src/security` alone, which is the one place where a company narrows what they reach.
 */
export type Viewer =
  | {
      readonly kind: "anonymous";
      /** Left out: the caller named none, and sees what is public wherever it knows the id. */
      readonly company?: CompanyOfViewer;
    }
  | {
      readonly kind: "customer";
      readonly phone: string;
      readonly expiresAt: Date | null;
      /** Of the guest: a phone in two companies is two guests. Left out: there are no others. */
      readonly company?: CompanyOfViewer;
    }
  | {
      readonly kind: "key";
      readonly keyId: string;
      readonly label: string;
      readonly scope: Scope.OPERATOR | Scope.ADMIN;
      /** What it reaches: of its company, or those it is limited to. null: every branch. */
      readonly branchIds: readonly string[] | null;
      /** Left out: the key of the platform's administrator, who is above all companies. */
      readonly company?: CompanyOfViewer;
    };

/** Is it anybody but the holder of an API key? */
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
 * The branches that exist for the viewer, as a condition of a statement takes them; null: every
 * branch.
 */
export function reachOf(viewer: Viewer): readonly string[] | null {
  return viewer.kind === "key" ? viewer.branchIds : (viewer.company?.branchIds ?? null);
}

/** Of lists that many viewers share, so that a long one is not searched through for each row. */
const SETS = new WeakMap<readonly string[], ReadonlySet<string>>();

/**
 * May the viewer see what a branch shows to everybody? A branch of another company, or one that a
 * key is not limited to, does not exist.
 */
export function seesBranch(viewer: Viewer, branchId: string): boolean {
  const reach = reachOf(viewer);
  if (reach === null) return true;
  const ids = SETS.get(reach) ?? new Set(reach);
  SETS.set(reach, ids);
  return ids.has(branchId);
}

/** May the viewer work as an operator of this branch? */
export function operatesBranch(viewer: Viewer, branchId: string): boolean {
  return viewer.kind === "key" && seesBranch(viewer, branchId);
}

/** Is the key good for every branch of its company, those to come included? */
export function worksForAll(viewer: Viewer): boolean {
  return viewer.kind === "key" && viewer.branchIds === (viewer.company?.branchIds ?? null);
}

/** Is it the administrator of the platform, who is above all companies? */
export function isPlatform(viewer: Viewer): boolean {
  return viewer.kind === "key" && viewer.scope === Scope.ADMIN && viewer.company === undefined;
}

/** The company of what the viewer makes or asks for where none is named. */
export function companyIdOf(viewer: Viewer): string {
  return viewer.company?.id ?? DEFAULT_COMPANY_ID;
}

/** How the viewer is named in histories. */
export function actorOf(viewer: Viewer): string | null {
  if (viewer.kind === "key") return viewer.label;
  return viewer.kind === "customer" ? "guest" : null;
}
