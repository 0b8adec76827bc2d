import { Field, Int, ObjectType, registerEnumType } from "type-graphql";

import {
  type CatalogPlan as CatalogPlanRow,
  type PlanGuard as Guard,
  PlanGuardCode,
  PlanKind,
} from "../../entities/catalogue/catalog-plan";
import { Node } from "../../entities/node";
import { DateTime, Decimal } from "../schema/scalars";
import { UserError } from "../schema/user-error";

registerEnumType(PlanKind, {
  name: "PlanKind",
  description: "What a plan was made for.",
  valuesConfig: {
    IMPORT_SECTION: { description: "Products that importSection takes over into a section." },
    SYNC_PRICES: { description: "Prices that syncPrices takes over." },
  },
});

registerEnumType(PlanGuardCode, {
  name: "PlanGuardCode",
  description: "Why a plan is applied only with an explicit yes: `accept` names it.",
  valuesConfig: {
    PRICE_CHANGE_TOO_LARGE: {
      description: "A price of a size or an option moves by more than maxChangePercent.",
    },
    ZERO_PRICE: {
      description: "Something that had a price, or a product that is new on sale, becomes free.",
    },
    MASS_REMOVAL: {
      description: "Three or more products, over a fifth of those sold and looked at, go off sale.",
    },
  },
});

@ObjectType({
  simpleResolvers: true,
  description: "How many articles of each action the plan holds.",
})
export class PlanSummary {
  @Field(() => Int, { description: "Articles that the catalogue gets." })
  create!: number;

  @Field(() => Int, { description: "Articles of the catalogue that change." })
  update!: number;

  @Field(() => Int, { description: "Articles in which catalogue and POS agree." })
  unchanged!: number;

  @Field(() => Int, { description: "Articles that differ in locked fields alone." })
  skipLocked!: number;

  @Field(() => Int, { description: "Articles that left the POS's menu: no longer sold." })
  remove!: number;

  @Field(() => Int, {
    description: "Articles that cannot be taken over before somebody mends them.",
  })
  blocked!: number;

  @Field(() => Decimal, {
    nullable: true,
    description: "Up or down; null when no existing price changes.",
  })
  largestPriceChangePercent!: string | null;
}

@ObjectType({
  simpleResolvers: true,
  description: "Looks like a mistake in the POS, and stops the plan until accepted.",
})
export class PlanGuard {
  @Field(() => PlanGuardCode, {
    description: "What looks like a mistake. Name it in `accept` to go on all the same.",
  })
  code!: PlanGuardCode;

  @Field(() => String, { description: "In your language." })
  message!: string;

  @Field(() => Int, { description: "How many products it is about." })
  affected!: number;

  @Field(() => [String], { description: "The first hundred of them." })
  articles!: string[];
}

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    "Changes of the catalogue, worked out field by field, to be looked at and then applied as a whole.",
})
export class CatalogPlan extends Node {
  /** What `branch` reads. */
  branchId!: string;

  /** What `guards` reads. */
  allGuards!: readonly Guard[];

  @Field(() => PlanKind, { description: "What it was made for." })
  kind!: PlanKind;

  @Field(() => DateTime, { description: "When it was worked out." })
  createdAt!: Date;

  @Field(() => DateTime, { description: "Cannot be applied later." })
  expiresAt!: Date;

  @Field(() => Int, {
    description: "The version of the catalogue that the plan can be applied to.",
  })
  baseVersion!: number;

  @Field(() => String, { nullable: true, description: "The POS menu's own revision." })
  sourceRevision!: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description:
      "When the POS menu that it compares was last read: it says nothing of what has changed there since.",
  })
  posMenuReadAt!: Date | null;

  @Field(() => PlanSummary, { description: "How many articles it is about, action by action." })
  summary!: PlanSummary;

  @Field(() => Boolean, { description: "true: its changes have been made." })
  applied!: boolean;
}

@ObjectType({
  simpleResolvers: true,
  description: "The plan that was worked out or applied, or why there is none.",
})
export class PlanPayload {
  @Field(() => CatalogPlan, {
    nullable: true,
    description: "Also when guards stop a plan that was to be applied.",
  })
  plan?: CatalogPlan | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}

export function toCatalogPlan(row: CatalogPlanRow): CatalogPlan {
  const {
    id,
    branchId,
    kind,
    createdAt,
    expiresAt,
    baseVersion,
    sourceRevision,
    posMenuReadAt,
    summary,
    guards,
    appliedAt,
  } = row;
  return Object.assign(new CatalogPlan(), {
    id,
    branchId,
    kind,
    createdAt,
    expiresAt,
    baseVersion,
    sourceRevision,
    posMenuReadAt,
    summary,
    allGuards: guards,
    applied: appliedAt !== null,
  });
}
