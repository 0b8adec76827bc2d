import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";

import { type Context } from "../../context";
import { NO_SUCH_BRANCH_ANY_MORE } from "../../domain/errors/thrown-texts";
import { Branch } from "../../entities/branches/branch";
import { NotFound } from "../../errors";
import { type CatalogPlansLoader } from "../../loaders/catalogue/catalog-plans-loader";
import { type JobSubjectsLoader } from "../../loaders/jobs/job-subjects-loader";
import { CataloguePlan, toCataloguePlan } from "../catalogue/catalogue-plan";
import { PlannedBranch } from "./planned-branch";

interface Loaders {
  readonly subjects: JobSubjectsLoader;
  readonly catalogPlans: CatalogPlansLoader;
}

@Resolver(() => PlannedBranch)
export class PlannedBranchResolver {
  constructor(private readonly loaders: Loaders) {}

  @FieldResolver(() => Branch, {
    description: "The branch that the plan changes, or leaves alone.",
  })
  async branch(@Ctx() context: Context, @Root() { branchId }: PlannedBranch): Promise<Branch> {
    const branch = await this.loaders.subjects.branches(context).load(branchId);
    if (!branch) throw new NotFound(NO_SUCH_BRANCH_ANY_MORE);
    return branch;
  }

  @FieldResolver(() => CataloguePlan, {
    nullable: true,
    description:
      "The changes of the branch's catalogue and the guards that stop them; null in plans that change settings, and a week after the plan has expired.",
  })
  async plan(
    @Ctx() context: Context,
    @Root() { catalogPlanId }: PlannedBranch,
  ): Promise<CataloguePlan | null> {
    if (catalogPlanId === null) return null;
    const plan = await this.loaders.catalogPlans.of(context).load(catalogPlanId);
    return plan && toCataloguePlan(plan);
  }
}
