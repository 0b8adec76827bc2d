import { setImmediate as turnOfEventLoop } from "node:timers/promises";

import { type DataSource, type EntityManager } from "typeorm";

import { type PlanGuardCode, PlanKind } from "../../../domain/catalogue/plan";
import { UserErrorCode } from "../../../domain/errors/user-error-code";
import { newId } from "../../../domain/ids";
import { type BranchesPlan, BranchesPlanKind } from "../../../entities/catalogue/branches-plan";
import {
  type BranchesPlanEntry,
  BranchesPlanEntryState,
  type NewSection,
} from "../../../entities/catalogue/branches-plan-entry";
import { type EventFeed } from "../../../ports/event-feed";
import { announceCatalogue } from "../announce-catalogue";
import { type ApplyPlan } from "../plans/apply-plan";
import { type ImportBase } from "../plans/import-base";
import { importChangesOf } from "../plans/plan-import";
import { priceChangesOf } from "../plans/plan-price-sync";
import { readImportBases } from "../plans/read-import-bases";
import { judgePlan, type NewPlan } from "../plans/store-plan";
import { freeSlug } from "../slug";
import { BRANCH_GONE, expired, NO_POS_MENU } from "./branches-plan-errors";
import { type BranchesPlanRequest } from "./branches-plan-request";
import { type BranchesWork, type PlaceInPlan, type WorkedOut } from "./branches-work";
import { keepReplaced, restoreReplaced } from "./replaced-products";

type CatalogueRequest = Exclude<
  BranchesPlanRequest,
  { readonly kind: BranchesPlanKind.CHANGE_SETTINGS }
>;

/**
 * The same order as in `ApplyPlan`: a transaction that waits for one of the locks does not hold the
 * other yet.
 */
const LOCK_PLAN = `
select 1 from catalog_plans plan join branches branch on branch.id = plan.branch_id
where plan.id = $1 for no key update`;

/**
 * What imports and price syncs do at each branch: they apply its own catalogue plan, and can undo
 * it.
 */
export class CataloguesOfBranches implements BranchesWork {
  constructor(
    private readonly parts: {
      readonly db: DataSource;
      readonly feed: EventFeed;
      readonly applyPlan: ApplyPlan;
    },
  ) {}

  async workOut(plan: BranchesPlan, places: readonly PlaceInPlan[]): Promise<WorkedOut[]> {
    const request = plan.request as CatalogueRequest;
    const ids = places.map(({ branchId }) => branchId);
    const bases = await readImportBases(this.parts.db, ids);
    const workedOut: WorkedOut[] = [];
    for (const place of places) {
      // Yields to other work between two branches.
      await turnOfEventLoop();
      workedOut.push(atBranch(place, bases.get(place.branchId), request));
    }
    return workedOut;
  }

  async apply(
    tx: EntityManager,
    _: BranchesPlan,
    entry: BranchesPlanEntry,
    accepted: readonly PlanGuardCode[],
  ): Promise<number> {
    const { catalogPlanId, newSection, branchId } = entry;
    if (catalogPlanId === null) throw expired();
    await tx.query(LOCK_PLAN, [catalogPlanId]);
    await keepReplaced(tx, entry, catalogPlanId);
    if (newSection) await insertSection(tx, branchId, newSection);
    const applying = { key: null, accepted, ofMany: true };
    const version = await this.parts.applyPlan.within(tx, catalogPlanId, applying);
    if (version === undefined) throw expired();
    return version;
  }

  async undo(tx: EntityManager, _: BranchesPlan, entry: BranchesPlanEntry): Promise<boolean> {
    const { branchId, appliedVersion, newSection } = entry;
    const [branch] = await tx.query<{ catalogue_version: number }[]>(
      "select catalogue_version from branches where id = $1 for no key update",
      [branchId],
    );
    if (branch?.catalogue_version !== appliedVersion) return false;
    await restoreReplaced(tx, entry);
    if (newSection) await tx.query("delete from sections where id = $1", [newSection.id]);
    await announceCatalogue(tx, this.parts.feed, branchId);
    return true;
  }
}

function atBranch(
  place: PlaceInPlan,
  base: ImportBase | "NO_POS_MENU" | undefined,
  request: CatalogueRequest,
): WorkedOut {
  const { FAILED, STOPPED, PLANNED, UNCHANGED } = BranchesPlanEntryState;
  const { position, branchId } = place;
  if (base === undefined) return { position, branchId, state: FAILED, reason: BRANCH_GONE };
  if (base === "NO_POS_MENU") return { position, branchId, state: FAILED, reason: NO_POS_MENU };
  const { newSection, plan } = planOf(base, request);
  const catalogPlan = judgePlan(plan);
  const isEmpty = plan.changes.every(({ target }) => target === null);
  const [guard] = catalogPlan.guards;
  return {
    position,
    branchId,
    state: isEmpty ? UNCHANGED : guard ? STOPPED : PLANNED,
    reason: guard ? { code: UserErrorCode[guard.code], message: guard.message } : null,
    catalogPlan,
    newSection: isEmpty ? null : newSection,
  };
}

function planOf(
  base: ImportBase,
  request: CatalogueRequest,
): { readonly plan: NewPlan; readonly newSection: NewSection | null } {
  const { maxChangePercent } = request;
  const limits = maxChangePercent === undefined ? {} : { maxChangePercent };
  if (request.kind === BranchesPlanKind.SYNC_PRICES) {
    const changes = priceChangesOf(base, request);
    const plan = { kind: PlanKind.SYNC_PRICES, sectionId: null, base, changes };
    return { plan: Object.assign(plan, limits), newSection: null };
  }
  const { sections } = base.catalogue;
  const known = sections.find(({ name }) => name === request.sectionName);
  const section = known ?? sectionToBe(base, request.sectionName);
  const changes = importChangesOf(base, section, request);
  const sectionId = known?.id ?? null;
  const plan = { kind: PlanKind.IMPORT_SECTION, sectionId, base, changes };
  return { plan: Object.assign(plan, limits), newSection: known ? null : section };
}

/** After the existing sections, where `createSection` puts it. */
function sectionToBe({ catalogue }: ImportBase, name: string): NewSection {
  const { sections } = catalogue;
  const slug = freeSlug(name, new Set(sections.map((section) => section.slug)));
  return { id: newId(), name, slug, position: (sections.at(-1)?.position ?? -1) + 1 };
}

async function insertSection(
  tx: EntityManager,
  branchId: string,
  { id, name, slug, position }: NewSection,
): Promise<void> {
  await tx.query(
    "insert into sections (id, branch_id, name, slug, position) values ($1, $2, $3, $4, $5)",
    [id, branchId, name, slug, position],
  );
}
