import { type DataSource, type EntityManager } from "typeorm";

import { type PlanGuard, type PlanGuardCode } from "../../../domain/catalogue/plan";
import { UserErrorCode } from "../../../domain/errors/user-error-code";
import { isUuid } from "../../../domain/ids";
import { isStorable } from "../../../domain/texts/storable-text";
import { isLonger } from "../../../domain/texts/text-length";
import { CataloguePlan } from "../../../entities/catalogue/catalogue-plan";
import { CatalogueWorkKind } from "../../../entities/catalogue/catalogue-work-row";
import { Refused } from "../../../errors";
import { type EventFeed } from "../../../ports/event-feed";
import { longTransaction } from "../../../postgres/long-transaction";
import { announceCatalogue } from "../announce-catalogue";
import { planNotFound, refusal } from "../catalogue-error";
import { type MenuSnapshots } from "../menu/menu-snapshots";
import { duringWork, type Tell } from "../work/during-work";
import { guardErrors } from "./plan-guards";
import { writeTargets } from "./write-targets";

interface LockedPlan {
  branch_id: string;
  applied: boolean;
  expired: boolean;
  moved: boolean;
  empty: boolean;
  key_taken: boolean;
  of_many: boolean;
  size: number;
  guards: PlanGuard[];
}

/** How to apply a plan. */
interface Applying {
  /** The client's idempotency key; null if the gateway immediately applies its own plan. */
  readonly key: string | null;
  /** The guards that the caller accepts. */
  readonly accepted: readonly PlanGuardCode[];
  /** It is a branch's part of a plan for many, which stores what is replaced. */
  readonly ofMany: boolean;
  readonly tell?: Tell;
}

/**
 * The locks make plans for the same branch wait for each other; the second one then sees what the
 * first one did.
 */
const LOCK = `
select plan.branch_id, plan.guards, plan.applied_at is not null as applied, plan.expires_at < now() as expired,
  plan.base_version <> branch.catalogue_version as moved,
  not exists (select from catalog_plan_changes where plan_id = plan.id and target is not null) as empty,
  exists (
    select from catalog_plans other
    where other.branch_id = plan.branch_id and other.apply_key = $2 and other.id <> plan.id
  ) as key_taken,
  exists (select from branches_plan_entries where catalog_plan_id = plan.id) as of_many,
  (select coalesce(max(position) + 1, 0) from catalog_plan_changes where plan_id = plan.id) as size
from catalog_plans plan join branches branch on branch.id = plan.branch_id
where plan.id = $1 for update of plan for no key update of branch`;

export const LONGEST_PLAN_KEY = 200;

/** Makes the changes in a plan, either all of them or none. */
export class ApplyPlan {
  constructor(
    private readonly db: DataSource,
    private readonly feed: EventFeed,
    private readonly snapshots: MenuSnapshots,
  ) {}

  /**
   * Safe to repeat: a plan that was applied stays as it is, whatever the key. Afterwards
   * `MenuSnapshots` in this process shows the change.
   *
   * @param idempotencyKey the client's key; null if the gateway immediately applies its own plan
   * @param accepted the guards that the caller accepts
   * @throws {Refused} the plan does not exist or has expired, the catalogue has changed since, a
   *   guard stops it, or the key belongs to another plan
   */
  async execute(
    planId: string,
    idempotencyKey: string | null,
    accepted: readonly PlanGuardCode[] = [],
  ): Promise<CataloguePlan> {
    checkKey(idempotencyKey);
    if (!isUuid(planId)) throw planNotFound();
    const branchId = await this.branchOf(planId);
    const work = { branchId, kind: CatalogueWorkKind.APPLY };
    const { plan, version } = await duringWork(this.db, work, (tell) => {
      const applying = { key: idempotencyKey, accepted, ofMany: false, tell };
      return longTransaction(this.db, async (tx) => {
        const version = await this.within(tx, planId, applying);
        return { plan: await tx.findOneByOrFail(CataloguePlan, { id: planId }), version };
      });
    });
    if (version !== undefined) await this.snapshots.get(branchId, version);
    return plan;
  }

  private async branchOf(id: string): Promise<string> {
    const plan = await this.db.manager.findOne(CataloguePlan, {
      select: { branchId: true },
      where: { id },
    });
    if (!plan) throw planNotFound();
    return plan.branchId;
  }

  /**
   * The same as part of `tx`. Returns the catalogue's new version; undefined if nothing changed.
   *
   * @throws {Refused} as `execute` does
   */
  async within(
    tx: EntityManager,
    planId: string,
    { key, accepted, ofMany, tell }: Applying,
  ): Promise<number | undefined> {
    const [plan] = await tx.query<LockedPlan[]>(LOCK, [planId, key]);
    if (!plan) throw planNotFound();
    if (plan.key_taken) throw keyReused();
    if (plan.of_many && !ofMany) throw partOfMany();
    if (plan.applied) return undefined;
    if (plan.expired || plan.moved) throw stale();
    const userErrors = guardErrors(plan.guards, accepted, ["accept"]);
    if (userErrors.length > 0) throw new Refused(userErrors);

    await tx.query("update catalog_plans set applied_at = now(), apply_key = $2 where id = $1", [
      planId,
      key,
    ]);
    if (plan.empty) return undefined;
    await writeTargets(tx, { planId, branchId: plan.branch_id, size: plan.size }, tell);
    return announceCatalogue(tx, this.feed, plan.branch_id);
  }
}

function checkKey(key: string | null): void {
  if (key === null || (key !== "" && !isLonger(key, LONGEST_PLAN_KEY) && isStorable(key))) return;
  throw refusal(UserErrorCode.INVALID, ["idempotencyKey"], {
    ru: `Ключ идемпотентности: от 1 до ${LONGEST_PLAN_KEY} символов`,
    en: `An idempotency key is 1 to ${LONGEST_PLAN_KEY} characters`,
  });
}

function keyReused() {
  return refusal(UserErrorCode.IDEMPOTENCY_KEY_REUSED, ["idempotencyKey"], {
    ru: "С этим ключом уже применён другой план",
    en: "Another plan was applied with this key",
  });
}

function partOfMany() {
  return refusal(UserErrorCode.CONFLICT, ["planId"], {
    ru: "Это часть плана для нескольких филиалов: примените её через applyBranchesPlan с first",
    en: "This is part of a plan for many branches: apply it by applyBranchesPlan with first",
  });
}

function stale() {
  return refusal(UserErrorCode.STALE_VERSION, ["planId"], {
    ru: "План устарел: каталог с тех пор изменился или прошёл час. Составьте новый",
    en: "The plan is out of date: the catalogue has changed since, or an hour has passed. Make a new one",
  });
}
