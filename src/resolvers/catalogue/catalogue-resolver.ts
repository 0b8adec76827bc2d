import {
  Arg,
  Authorized,
  Ctx,
  FieldResolver,
  ID,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
} from "type-graphql";

import { type Context } from "../../context";
import { operatesBranch, Scope } from "../../domain/access/viewer";
import { PlanGuardCode } from "../../domain/catalogue/plan";
import { ChangeAction } from "../../domain/catalogue/plan-change";
import { NO_SUCH_BRANCH_ANY_MORE } from "../../domain/errors/thrown-texts";
import { keyOf } from "../../domain/texts/typed-text";
import { Branch } from "../../entities/branches/branch";
import { NotFound } from "../../errors";
import { type FindBranch } from "../../services/branches/find-branch";
import { planNotFound, requireOperated } from "../../services/catalogue/catalogue-error";
import { type ApplyPlan, LONGEST_PLAN_KEY } from "../../services/catalogue/plans/apply-plan";
import { type FindPlan } from "../../services/catalogue/plans/find-plan";
import { type ImportSection } from "../../services/catalogue/plans/import-section";
import { countOf } from "../../services/catalogue/plans/plan-counts";
import { type SyncPrices } from "../../services/catalogue/plans/sync-prices";
import { type FindCatalogueIssues } from "../../services/catalogue/pos-menu/find-catalogue-issues";
import { type RefreshPosMenu } from "../../services/catalogue/pos-menu/refresh-pos-menu";
import { AtMost, CURSOR } from "../schema/at-most";
import { type Connection, pageOfRows, rowsAsked } from "../schema/connection";
import {
  type CatalogueChange,
  CatalogueChangeConnection,
  guardsByArticle,
  toCatalogueChange,
} from "./catalogue-change";
import { CatalogueIssue, toCatalogueIssue } from "./catalogue-issue";
import {
  CataloguePlan,
  PlanGuard,
  PlanPayload,
  planPayload,
  toCataloguePlan,
} from "./catalogue-plan";
import { ImportSectionInput, SyncPricesInput, toFieldsOf, toPlanOptions } from "./plan-input";

interface UseCases {
  readonly findCatalogueIssues: FindCatalogueIssues;
  readonly findPlan: FindPlan;
  readonly importSection: ImportSection;
  readonly syncPrices: SyncPrices;
  readonly refreshPosMenu: RefreshPosMenu;
  readonly applyPlan: ApplyPlan;
  readonly findBranch: FindBranch;
}

/** The most articles that are named with a guard; each change names its guards. */
const NAMED = 100;

@Resolver(() => CataloguePlan)
export class CatalogueResolver {
  constructor(private readonly useCases: UseCases) {}

  @Query(() => CataloguePlan, {
    nullable: true,
    description: "A plan by its id; null if there is none or your key may not work on its branch.",
  })
  @Authorized(Scope.OPERATOR)
  async cataloguePlan(
    @Ctx() { viewer }: Context,
    @Arg("id", () => ID, { description: "The plan: CatalogPlan.id." }) id: string,
  ): Promise<CataloguePlan | null> {
    const plan = await this.useCases.findPlan.execute(id);
    return plan && operatesBranch(viewer, plan.branchId) ? toCataloguePlan(plan) : null;
  }

  @Mutation(() => PlanPayload, {
    description:
      "«Сохранить товар»: imports selected fields of selected articles from the POS menu into a section.",
  })
  @Authorized(Scope.OPERATOR)
  importSection(
    @Ctx() { viewer, locale }: Context,
    @Arg("input", () => ImportSectionInput, {
      description: "Which articles and fields are imported, and into which section.",
    })
    input: ImportSectionInput,
  ): Promise<PlanPayload> {
    const { branchId, sectionId, articles, fields, fieldsOf } = input;
    return planPayload(locale, () => {
      requireOperated(viewer, branchId, ["input", "branchId"]);
      return this.useCases.importSection.execute({
        branchId,
        sectionId,
        articles: articles.map(keyOf),
        fields,
        fieldsOf: toFieldsOf(fieldsOf),
        ...toPlanOptions(input),
      });
    });
  }

  @Mutation(() => PlanPayload, {
    description:
      "Takes only prices from the POS menu, by article. It creates nothing; products that left the POS menu are taken off sale.",
  })
  @Authorized(Scope.OPERATOR)
  syncPrices(
    @Ctx() { viewer, locale }: Context,
    @Arg("input", () => SyncPricesInput, {
      description: "Which prices are taken, and how far they may change.",
    })
    input: SyncPricesInput,
  ): Promise<PlanPayload> {
    const { branchId, articles, matchBy, overrideLocked, refresh } = input;
    return planPayload(locale, async () => {
      requireOperated(viewer, branchId, ["input", "branchId"]);
      if (refresh) await this.useCases.refreshPosMenu.execute(branchId);
      const request = { branchId, articles: articles?.map(keyOf) ?? null, matchBy, overrideLocked };
      return this.useCases.syncPrices.execute({ ...request, ...toPlanOptions(input) });
    });
  }

  @Mutation(() => PlanPayload, {
    description:
      "Applies the whole plan or nothing. Refused with STALE_VERSION if the catalogue has changed since, and with its own code for each guard that is not accepted. Safe to repeat.",
  })
  @Authorized(Scope.OPERATOR)
  applyCataloguePlan(
    @Ctx() { viewer, locale }: Context,
    @Arg("planId", () => ID, { description: "The plan: CatalogPlan.id." }) planId: string,
    @AtMost({ characters: LONGEST_PLAN_KEY, asUserError: true })
    @Arg("idempotencyKey", () => String, {
      description: "Idempotency key of your choice; one per plan.",
    })
    key: string,
    @Arg("accept", () => [PlanGuardCode], {
      nullable: true,
      description: "The guards that you accept.",
    })
    accept: PlanGuardCode[] | null,
  ): Promise<PlanPayload> {
    const { findPlan, applyPlan } = this.useCases;
    return planPayload(locale, async () => {
      const plan = await findPlan.execute(planId);
      if (!plan || !operatesBranch(viewer, plan.branchId)) throw planNotFound();
      return applyPlan.execute(planId, key, accept ?? []);
    });
  }

  @FieldResolver(() => Branch, { description: "The branch whose catalogue it changes." })
  async branch(@Ctx() { viewer }: Context, @Root() { branchId }: CataloguePlan): Promise<Branch> {
    const branch = await this.useCases.findBranch.execute(viewer, branchId);
    if (!branch) throw new NotFound(NO_SUCH_BRANCH_ANY_MORE);
    return branch;
  }

  @FieldResolver(() => [CatalogueIssue], {
    description: "Those of catalogueIssues that concern articles of the plan, as of now.",
  })
  async issues(
    @Ctx() { locale }: Context,
    @Root() { id, branchId }: CataloguePlan,
  ): Promise<CatalogueIssue[]> {
    const issues = await this.useCases.findCatalogueIssues.execute(branchId, id);
    return issues.map((issue) => toCatalogueIssue(issue, locale));
  }

  @FieldResolver(() => [PlanGuard], {
    description: "Guards that stop the plan unless you accept them by name.",
  })
  guards(@Ctx() { locale }: Context, @Root() { allGuards }: CataloguePlan): PlanGuard[] {
    return allGuards.map(({ code, affected, articles, message }) => {
      return { code, affected, articles: articles.slice(0, NAMED), message: message[locale] };
    });
  }

  @FieldResolver(() => CatalogueChangeConnection, {
    description: "The changes, article by article, in the order of the plan.",
  })
  async changes(
    @Ctx() { locale }: Context,
    @Root() { id, summary, allGuards }: CataloguePlan,
    @Arg("first", () => Int, { defaultValue: 50 }) first: number,
    @AtMost(CURSOR) @Arg("after", () => String, { nullable: true }) after: string | null,
    @Arg("action", () => ChangeAction, {
      nullable: true,
      description: "Only changes with this action. If omitted, all changes.",
    })
    action: ChangeAction | null,
    @Arg("guarded", () => Boolean, {
      defaultValue: false,
      description: "true: only what a guard of the plan stops, whatever its action.",
    })
    guarded: boolean,
  ): Promise<Connection<CatalogueChange> & { totalCount: number }> {
    const stopped = guarded ? allGuards.flatMap(({ articles }) => articles) : undefined;
    const rows = await this.useCases.findPlan.changes(id, {
      action: stopped ? undefined : (action ?? undefined),
      articles: stopped,
      ...rowsAsked(first, after),
    });
    const guardsOf = guardsByArticle(allGuards);
    const page = pageOfRows(rows, first, after, (change) =>
      toCatalogueChange(change, guardsOf(change.article), locale),
    );
    return { ...page, totalCount: stopped ? new Set(stopped).size : countOf(summary, action) };
  }
}
