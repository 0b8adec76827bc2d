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
import { Scope } from "../../domain/access/viewer";
import { PlanGuardCode } from "../../domain/catalogue/plan";
import { BranchesPlanEntryState } from "../../entities/catalogue/branches-plan-entry";
import { type ApplyBranchesPlan } from "../../services/catalogue/branches-plans/apply-branches-plan";
import { type FindBranchesPlan } from "../../services/catalogue/branches-plans/find-branches-plan";
import { type PlanForBranches } from "../../services/catalogue/branches-plans/plan-for-branches";
import { type UndoBranchesPlan } from "../../services/catalogue/branches-plans/undo-branches-plan";
import { planNotFound } from "../../services/catalogue/catalogue-error";
import { type FindJobs } from "../../services/jobs/find-jobs";
import { Job } from "../jobs/job";
import { AtMost, CURSOR } from "../schema/at-most";
import { type Connection, pageOfRows, rowsAsked } from "../schema/connection";
import { payloadOf } from "../schema/user-error";
import {
  BranchesPlan,
  BranchesPlanConnection,
  BranchesPlanPayload,
  toBranchesPlan,
} from "./branches-plan";
import { PlanForBranchesInput, toBranchesPlanRequests } from "./branches-plan-input";
import { type PlannedBranch, PlannedBranchConnection, toPlannedBranch } from "./planned-branch";

interface UseCases {
  readonly findBranchesPlan: FindBranchesPlan;
  readonly planForBranches: PlanForBranches;
  readonly applyBranchesPlan: ApplyBranchesPlan;
  readonly undoBranchesPlan: UndoBranchesPlan;
  readonly findJobs: FindJobs;
}

const PLAN_ID = { description: "The plan: BranchesPlan.id." };

@Resolver(() => BranchesPlan)
export class BranchesPlanResolver {
  constructor(private readonly useCases: UseCases) {}

  @Query(() => BranchesPlan, {
    nullable: true,
    description:
      "A plan for many branches by its id; null if there is none or your key may not work on all of its branches. Plans that change settings are for administrators.",
  })
  @Authorized(Scope.OPERATOR)
  async branchesPlan(
    @Ctx() { viewer }: Context,
    @Arg("id", () => ID, PLAN_ID) id: string,
  ): Promise<BranchesPlan | null> {
    const plan = await this.useCases.findBranchesPlan.execute(viewer, id);
    return plan && toBranchesPlan(plan);
  }

  @Query(() => BranchesPlanConnection, {
    description:
      "Plans for many branches, newest first, as far as your key may work on all of their branches.",
  })
  @Authorized(Scope.OPERATOR)
  async branchesPlans(
    @Ctx() { viewer }: Context,
    @Arg("first", () => Int, { defaultValue: 20 }) first: number,
    @AtMost(CURSOR) @Arg("after", () => String, { nullable: true }) after: string | null,
  ): Promise<Connection<BranchesPlan>> {
    const asked = rowsAsked(first, after);
    const start = asked.after + 1;
    const found = await this.useCases.findBranchesPlan.list(viewer, start, asked.limit);
    const placed = found.map((plan, index) => ({ plan, position: start + index }));
    return pageOfRows(placed, first, after, ({ plan }) => toBranchesPlan(plan));
  }

  @Mutation(() => BranchesPlanPayload, {
    description:
      "«На все рестораны»: plans one change for many branches. A background job computes it for each branch; a branch that looks like a mistake is stopped alone. Nothing is changed until applyBranchesPlan. Refused with NOT_FOUND if your key may not work on each of the branches.",
  })
  @Authorized(Scope.OPERATOR)
  planForBranches(
    @Ctx() context: Context,
    @Arg("input", () => PlanForBranchesInput, {
      description: "What is changed, and at which branches.",
    })
    input: PlanForBranchesInput,
  ): Promise<BranchesPlanPayload> {
    return payloadOf(context.locale, async () => {
      const { branchIds = null, idempotencyKey } = input;
      const requests = toBranchesPlanRequests(input);
      const id = await this.useCases.planForBranches.execute(context.viewer, {
        branchIds,
        requests,
        idempotencyKey,
      });
      return this.planOf(context, id);
    });
  }

  @Mutation(() => BranchesPlanPayload, {
    description:
      "With `first`: applies the plan to that branch alone, immediately. Without: applies it to all other branches by a background job; refused with CONFLICT until it has been applied to one branch. Branches in state STOPPED are left out. Safe to repeat.",
  })
  @Authorized(Scope.OPERATOR)
  applyBranchesPlan(
    @Ctx() context: Context,
    @Arg("planId", () => ID, PLAN_ID) planId: string,
    @Arg("first", () => ID, {
      nullable: true,
      description: "The only branch to change now: Branch.id. If omitted, all the others.",
    })
    first: string | null | undefined,
    @Arg("accept", () => [PlanGuardCode], {
      nullable: true,
      description: "With `first`: the guards that you accept for that branch.",
    })
    accept: PlanGuardCode[] | null | undefined,
  ): Promise<BranchesPlanPayload> {
    return payloadOf(context.locale, async () => {
      const yes = { first: first ?? null, accept: accept ?? [] };
      await this.useCases.applyBranchesPlan.execute(context.viewer, planId, yes);
      return this.planOf(context, planId);
    });
  }

  @Mutation(() => BranchesPlanPayload, {
    description:
      "Takes a plan back by a background job: every branch that it changed is again as it was, unless it was changed since; such branches get the state CHANGED_SINCE. Also stops a plan that is being applied. Safe to repeat.",
  })
  @Authorized(Scope.OPERATOR)
  undoBranchesPlan(
    @Ctx() context: Context,
    @Arg("planId", () => ID, PLAN_ID) planId: string,
  ): Promise<BranchesPlanPayload> {
    return payloadOf(context.locale, async () => {
      await this.useCases.undoBranchesPlan.execute(context.viewer, planId);
      return this.planOf(context, planId);
    });
  }

  @FieldResolver(() => PlannedBranchConnection, {
    description: "What becomes of each branch of the plan, in its order.",
  })
  async branches(
    @Ctx() { locale }: Context,
    @Root() { id, counts }: BranchesPlan,
    @Arg("first", () => Int, { defaultValue: 50 }) first: number,
    @AtMost(CURSOR) @Arg("after", () => String, { nullable: true }) after: string | null,
    @Arg("states", () => [BranchesPlanEntryState], {
      nullable: true,
      description: "Only branches in these states. If omitted, all.",
    })
    states: BranchesPlanEntryState[] | null | undefined,
  ): Promise<Connection<PlannedBranch> & { totalCount: number }> {
    const asked = Object.assign({ states: states ?? null }, rowsAsked(first, after));
    const rows = await this.useCases.findBranchesPlan.entries(id, asked);
    const page = pageOfRows(rows, first, after, (row) => toPlannedBranch(row, locale));
    return Object.assign(page, { totalCount: countIn(counts, states ?? null) });
  }

  @FieldResolver(() => Job, {
    nullable: true,
    description:
      "The background job that is at it, to be followed by jobChanged; null if there is none, or your key is limited to branches.",
  })
  async job(@Ctx() { viewer }: Context, @Root() { jobId }: BranchesPlan): Promise<Job | null> {
    if (jobId === null) return null;
    const job = (await this.useCases.findJobs.byIds(viewer, [jobId])).get(jobId);
    return job ? Object.assign(new Job(), job) : null;
  }

  private async planOf({ viewer }: Context, id: string): Promise<{ plan: BranchesPlan }> {
    const plan = await this.useCases.findBranchesPlan.execute(viewer, id);
    if (!plan) throw planNotFound();
    return { plan: toBranchesPlan(plan) };
  }
}

const COUNT_OF = {
  WAITING: "waiting",
  PLANNED: "planned",
  UNCHANGED: "unchanged",
  STOPPED: "stopped",
  APPLIED: "applied",
  FAILED: "failed",
  UNDONE: "undone",
  CHANGED_SINCE: "changedSince",
} as const;

function countIn(
  counts: BranchesPlan["counts"],
  states: readonly BranchesPlanEntryState[] | null,
): number {
  const wanted = new Set(states ?? Object.values(BranchesPlanEntryState));
  return [...wanted].reduce((sum, state) => sum + counts[COUNT_OF[state]], 0);
}
