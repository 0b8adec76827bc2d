import { Field, Int, ObjectType } from "type-graphql";

import { BranchesPlanKind, BranchesPlanStep } from "../../entities/catalogue/branches-plan";
import { Node } from "../../entities/node";
import { type CountedPlan } from "../../services/catalogue/branches-plans/find-branches-plan";
import { connectionOf } from "../schema/connection";
import { DateTime } from "../schema/scalars";
import { UserError } from "../schema/user-error-types";
import { BranchesPlanState } from "./branches-plan-states";

@ObjectType({
  simpleResolvers: true,
  description: "Number of a plan's branches in each state.",
})
export class BranchesPlanCounts {
  @Field(() => Int, { description: "Branches whose changes have not been computed yet." })
  waiting!: number;

  @Field(() => Int, { description: "Branches that are ready to be changed." })
  planned!: number;

  @Field(() => Int, { description: "Branches for which there is nothing to apply." })
  unchanged!: number;

  @Field(() => Int, { description: "Branches that a guard or an invalid setting stops." })
  stopped!: number;

  @Field(() => Int, { description: "Branches that were changed." })
  applied!: number;

  @Field(() => Int, { description: "Branches that could not be changed." })
  failed!: number;

  @Field(() => Int, { description: "Branches that were changed back." })
  undone!: number;

  @Field(() => Int, { description: "Branches that were not changed back." })
  changedSince!: number;
}

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    "One change for many branches: computed for each, applied to one first and then to the others, and undone.",
})
export class BranchesPlan extends Node {
  /** Read by `job`. */
  jobId!: string | null;

  @Field(() => BranchesPlanKind, { description: "What it changes." })
  kind!: BranchesPlanKind;

  @Field(() => BranchesPlanState, { description: "How far it is." })
  state!: BranchesPlanState;

  @Field(() => String, { description: "Label of the API key that made it." })
  actor!: string;

  @Field(() => DateTime, { description: "When it was asked for." })
  createdAt!: Date;

  @Field(() => DateTime, {
    description:
      "When it expires: it cannot be applied after that. It can be undone for a week more.",
  })
  expiresAt!: Date;

  @Field(() => BranchesPlanCounts, { description: "Number of branches in each state." })
  counts!: BranchesPlanCounts;
}

export const BranchesPlanConnection = connectionOf("BranchesPlan", BranchesPlan);

@ObjectType({
  simpleResolvers: true,
  description: "A plan for many branches, or the reasons why the call was refused.",
})
export class BranchesPlanPayload {
  @Field(() => BranchesPlan, { nullable: true, description: "The plan; null if it was refused." })
  plan?: BranchesPlan | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}

export function toBranchesPlan(row: CountedPlan): BranchesPlan {
  const { id, jobId, kind, actor, createdAt, expiresAt, counts } = row;
  return Object.assign(new BranchesPlan(), {
    id,
    jobId: row.step === null ? null : jobId,
    kind,
    actor,
    createdAt,
    expiresAt,
    state: stateOf(row),
    counts: {
      waiting: counts.WAITING ?? 0,
      planned: counts.PLANNED ?? 0,
      unchanged: counts.UNCHANGED ?? 0,
      stopped: counts.STOPPED ?? 0,
      applied: counts.APPLIED ?? 0,
      failed: counts.FAILED ?? 0,
      undone: counts.UNDONE ?? 0,
      changedSince: counts.CHANGED_SINCE ?? 0,
    },
  });
}

const UNDER_WAY = {
  [BranchesPlanStep.PLAN]: BranchesPlanState.PLANNING,
  [BranchesPlanStep.APPLY]: BranchesPlanState.APPLYING,
  [BranchesPlanStep.UNDO]: BranchesPlanState.UNDOING,
};

function stateOf({ step, undoAskedAt, restAskedAt, counts }: CountedPlan): BranchesPlanState {
  if (step !== null) return UNDER_WAY[step];
  if (undoAskedAt !== null) return BranchesPlanState.UNDONE;
  if (restAskedAt !== null) return BranchesPlanState.APPLIED;
  return counts.APPLIED ? BranchesPlanState.TRIED : BranchesPlanState.READY;
}
