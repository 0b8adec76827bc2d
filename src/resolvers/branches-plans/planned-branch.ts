import { Field, ObjectType } from "type-graphql";

import { UserErrorCode } from "../../domain/errors/user-error-code";
import { type Locale } from "../../domain/texts/locale";
import {
  type BranchesPlanEntry,
  BranchesPlanEntryState,
} from "../../entities/catalogue/branches-plan-entry";
import { countedConnectionOf } from "../schema/connection";
import { DateTime } from "../schema/scalars";

@ObjectType({
  simpleResolvers: true,
  description: "A setting that a plan changes at a branch.",
})
export class SettingDifference {
  @Field(() => String, { description: "Name of the setting, as in SettingsChange.field." })
  field!: string;

  @Field(() => String, { nullable: true, description: "The value before the plan." })
  before!: string | null;

  @Field(() => String, { nullable: true, description: "The value that the plan sets." })
  after!: string | null;
}

@ObjectType({ simpleResolvers: true, description: "What a plan does at one of its branches." })
export class PlannedBranch {
  /** Read by `branch`. */
  branchId!: string;

  /** Read by `plan`. */
  catalogPlanId!: string | null;

  @Field(() => BranchesPlanEntryState, { description: "What became of the plan at this branch." })
  state!: BranchesPlanEntryState;

  @Field(() => String, {
    nullable: true,
    description: "Why the branch was stopped, failed or was not changed back, in your language.",
  })
  reason!: string | null;

  @Field(() => UserErrorCode, {
    nullable: true,
    description: "The reason as a code; null where there is no reason.",
  })
  reasonCode!: UserErrorCode | null;

  @Field(() => [SettingDifference], {
    description: "Of a plan of kind CHANGE_SETTINGS: the settings that change.",
  })
  settings!: SettingDifference[];

  @Field(() => DateTime, { nullable: true, description: "When the branch was changed." })
  appliedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: "When the branch was changed back." })
  undoneAt!: Date | null;
}

export const PlannedBranchConnection = countedConnectionOf("PlannedBranch", PlannedBranch);

export function toPlannedBranch(row: BranchesPlanEntry, locale: Locale): PlannedBranch {
  const { branchId, catalogPlanId, state, reason, differences, appliedAt, undoneAt } = row;
  return Object.assign(new PlannedBranch(), {
    branchId,
    catalogPlanId,
    state,
    reason: reason?.message[locale] ?? null,
    reasonCode: reason?.code ?? null,
    settings: differences ?? [],
    appliedAt,
    undoneAt,
  });
}
