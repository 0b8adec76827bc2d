import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";

import { UserErrorCode } from "../../domain/user-error-code";
import { type CatalogPlan as CatalogPlanRow, PlanKind } from "../../entities/catalog-plan";
import { ChangeAction } from "../../entities/catalog-plan-change";
import { Node } from "../../entities/node";
import { ImportField } from "../../services/catalogue/import-field";
import { countedConnectionOf } from "./connection";
import { DateTime, Decimal } from "./scalars";
import { UserError } from "./user-error";

registerEnumType(PlanKind, { name: "PlanKind" });
registerEnumType(ChangeAction, { name: "ChangeAction" });
registerEnumType(ImportField, {
  name: "ImportField",
  description: "What an import takes over from the POS. PRICE covers sizes and options.",
});

@ObjectType({ simpleResolvers: true })
export class FieldChange {
  @Field(() => String, { description: "name, price, price.<size>, options.<group> …" })
  field!: string;

  @Field(() => String, { nullable: true })
  before!: string | null;

  @Field(() => String, { nullable: true })
  after!: string | null;
}

@ObjectType({ simpleResolvers: true, description: "What a plan does to one article." })
export class CatalogChange {
  @Field(() => String)
  article!: string;

  @Field(() => String, { nullable: true })
  name!: string | null;

  @Field(() => ChangeAction)
  action!: ChangeAction;

  @Field(() => [FieldChange])
  fields!: FieldChange[];

  @Field(() => String, {
    nullable: true,
    description: "Why the article is BLOCKED and how to mend it, in your language.",
  })
  reason!: string | null;

  @Field(() => UserErrorCode, { nullable: true })
  reasonCode!: UserErrorCode | null;
}

export const CatalogChangeConnection = countedConnectionOf("CatalogChange", CatalogChange);

@ObjectType({ simpleResolvers: true, description: "How many articles of each action the plan holds." })
export class PlanSummary {
  @Field(() => Int)
  create!: number;

  @Field(() => Int)
  update!: number;

  @Field(() => Int)
  unchanged!: number;

  @Field(() => Int)
  blocked!: number;

  @Field(() => Decimal, { nullable: true, description: "Up or down; null when no existing price changes." })
  largestPriceChangePercent!: string | null;
}

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: "Changes of the catalogue, worked out field by field, to be looked at and then applied as a whole.",
})
export class CatalogPlan extends Node {
  /** What `branch` reads. */
  branchId!: string;

  @Field(() => PlanKind)
  kind!: PlanKind;

  @Field(() => DateTime)
  createdAt!: Date;

  @Field(() => DateTime, { description: "Cannot be applied later." })
  expiresAt!: Date;

  @Field(() => Int, { description: "The version of the catalogue that the plan can be applied to." })
  baseVersion!: number;

  @Field(() => String, { nullable: true, description: "The POS menu's own revision." })
  sourceRevision!: string | null;

  @Field(() => PlanSummary)
  summary!: PlanSummary;

  @Field(() => Boolean)
  applied!: boolean;
}

@ObjectType({ simpleResolvers: true })
export class PlanPayload {
  @Field(() => CatalogPlan, { nullable: true })
  plan?: CatalogPlan | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}

@InputType()
export class ImportSectionInput {
  @Field(() => ID)
  branchId!: string;

  @Field(() => ID, { description: "A section that exists; products imported elsewhere before move here." })
  sectionId!: string;

  @Field(() => [String])
  articles!: string[];

  @Field(() => [ImportField], { description: "A new product always takes NAME, SIZES and PRICE." })
  fields!: ImportField[];

  @Field(() => Boolean, { defaultValue: true, description: "false: the plan is applied at once." })
  dryRun!: boolean;
}

export function toCatalogPlan(row: CatalogPlanRow): CatalogPlan {
  const { id, branchId, kind, createdAt, expiresAt, baseVersion, sourceRevision, summary, appliedAt } = row;
  return Object.assign(new CatalogPlan(), {
    ...{ id, branchId, kind, createdAt, expiresAt, baseVersion, sourceRevision, summary },
    applied: appliedAt !== null,
  });
}
