import { Arg, Authorized, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql";

import { type Context } from "../context";
import { type Locale } from "../domain/locale";
import { operatesBranch, Scope } from "../domain/viewer";
import { Branch } from "../entities/branch";
import { type CatalogPlanChange, ChangeAction } from "../entities/catalog-plan-change";
import { NotFound } from "../errors";
import { type FindBranch } from "../services/branches/find-branch";
import { type ApplyPlan } from "../services/catalogue/apply-plan";
import { planNotFound, requireOperated } from "../services/catalogue/catalogue-fault";
import { type FindPlan } from "../services/catalogue/find-plan";
import { type ImportSection } from "../services/catalogue/import-section";
import {
  type CatalogChange,
  CatalogChangeConnection,
  CatalogPlan,
  ImportSectionInput,
  PlanPayload,
  toCatalogPlan,
} from "./types/catalog-plan";
import { type Connection, pageOf } from "./types/connection";
import { payloadOf } from "./types/user-error";

interface UseCases {
  readonly findPlan: FindPlan;
  readonly importSection: ImportSection;
  readonly applyPlan: ApplyPlan;
  readonly findBranch: FindBranch;
}

@Resolver(() => CatalogPlan)
export class CatalogueResolver {
  constructor(private readonly useCases: UseCases) {}

  @Query(() => CatalogPlan, { nullable: true })
  @Authorized(Scope.OPERATOR)
  async catalogPlan(@Ctx() { viewer }: Context, @Arg("id", () => ID) id: string): Promise<CatalogPlan | null> {
    const plan = await this.useCases.findPlan.execute(id);
    return plan && operatesBranch(viewer, plan.branchId) ? toCatalogPlan(plan) : null;
  }

  @Mutation(() => PlanPayload, {
    description: "«Сохранить товар»: takes chosen fields of chosen articles from the POS menu into a section.",
  })
  @Authorized(Scope.OPERATOR)
  importSection(
    @Ctx() { viewer, locale }: Context,
    @Arg("input", () => ImportSectionInput) input: ImportSectionInput,
  ): Promise<PlanPayload> {
    return payloadOf(locale, async () => {
      requireOperated(viewer, input.branchId, ["input", "branchId"]);
      return { plan: toCatalogPlan(await this.useCases.importSection.execute(input)) };
    });
  }

  @Mutation(() => PlanPayload, {
    description: "All of the plan or nothing. STALE_VERSION when the catalogue has changed since. Safe to repeat.",
  })
  @Authorized(Scope.OPERATOR)
  applyCatalogPlan(
    @Ctx() { viewer, locale }: Context,
    @Arg("planId", () => ID) planId: string,
    @Arg("idempotencyKey", () => String, { description: "Your own, 1 to 200 characters; one per plan." }) key: string,
  ): Promise<PlanPayload> {
    const { findPlan, applyPlan } = this.useCases;
    return payloadOf(locale, async () => {
      const plan = await findPlan.execute(planId);
      if (!plan || !operatesBranch(viewer, plan.branchId)) throw planNotFound();
      return { plan: toCatalogPlan(await applyPlan.execute(planId, key)) };
    });
  }

  @FieldResolver(() => Branch)
  async branch(@Ctx() { viewer }: Context, @Root() { branchId }: CatalogPlan): Promise<Branch> {
    const branch = await this.useCases.findBranch.execute(viewer, branchId);
    if (!branch) throw new NotFound("There is no such branch any more");
    return branch;
  }

  @FieldResolver(() => CatalogChangeConnection)
  async changes(
    @Ctx() { locale }: Context,
    @Root() { id }: CatalogPlan,
    @Arg("first", () => Int, { defaultValue: 50 }) first: number,
    @Arg("after", () => String, { nullable: true }) after: string | null,
    @Arg("action", () => ChangeAction, { nullable: true }) action: ChangeAction | null,
  ): Promise<Connection<CatalogChange> & { totalCount: number }> {
    const changes = await this.useCases.findPlan.changes(id, action ?? undefined);
    const all = changes.map((change) => toCatalogChange(change, locale));
    return { ...pageOf(all, first, after), totalCount: all.length };
  }
}

function toCatalogChange(change: CatalogPlanChange, locale: Locale): CatalogChange {
  const { article, name, action, fields, reason } = change;
  const why = { reason: reason?.message[locale] ?? null, reasonCode: reason?.code ?? null };
  return { article, name, action, fields: [...fields], ...why };
}
