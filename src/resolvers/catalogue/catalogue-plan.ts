import { Field, Int, ObjectType, registerEnumType } from "type-graphql";

import { type PlanGuard as Guard, PlanGuardCode, PlanKind } from "../../domain/catalogue/plan";
import { type Locale } from "../../domain/texts/locale";
import { type CataloguePlan as CataloguePlanRow } from "../../entities/catalogue/catalogue-plan";
import { Node } from "../../entities/node";
import { PlanStopped } from "../../services/catalogue/plans/apply-at-once";
import { DateTime, Decimal } from "../schema/scalars";
import { userErrorsOf } from "../schema/user-error";
import { UserError } from "../schema/user-error-types";

registerEnumType(PlanKind, {
  name: "PlanKind",
  description: "Purpose of a plan.",
  valuesConfig: {
    IMPORT_SECTION: { description: "Importing products into a section by importSection." },
    SYNC_PRICES: { description: "Taking prices from the POS menu by syncPrices." },
  },
});

registerEnumType(PlanGuardCode, {
  name: "PlanGuardCode",
  description: "Why a plan is applied only if the guard is accepted by name in `accept`.",
  valuesConfig: {
    PRICE_CHANGE_TOO_LARGE: {
      description: "The price of a size or an option changes by more than maxChangePercent.",
    },
    ZERO_PRICE: {
      description: "Something that had a price, or a new product, would become free.",
    },
    MASS_REMOVAL: {
      description:
        "Three or more products, and more than a fifth of those that are sold and compared, would be taken off sale.",
    },
  },
});

@ObjectType({
  simpleResolvers: true,
  description: "Number of articles of a plan by action.",
})
export class PlanSummary {
  @Field(() => Int, { description: "Articles that are added to the catalogue." })
  create!: number;

  @Field(() => Int, { description: "Articles of the catalogue that are changed." })
  update!: number;

  @Field(() => Int, { description: "Articles for which the catalogue and the POS agree." })
  unchanged!: number;

  @Field(() => Int, { description: "Articles that differ only in locked fields." })
  skipLocked!: number;

  @Field(() => Int, { description: "Articles that left the POS menu and are taken off sale." })
  remove!: number;

  @Field(() => Int, {
    description: "Articles that cannot be imported until a problem is fixed.",
  })
  blocked!: number;

  @Field(() => Decimal, {
    nullable: true,
    description:
      "Largest change of a price in per cent, up or down; null if no existing price changes.",
  })
  largestPriceChangePercent!: string | null;
}

@ObjectType({
  simpleResolvers: true,
  description:
    "A change that looks like a mistake in the POS and stops the plan until it is accepted.",
})
export class PlanGuard {
  @Field(() => PlanGuardCode, {
    description: "The kind of change. Name it in `accept` to proceed anyway.",
  })
  code!: PlanGuardCode;

  @Field(() => String, { description: "What is wrong, in your language." })
  message!: string;

  @Field(() => Int, { description: "Number of products concerned." })
  affected!: number;

  @Field(() => [String], {
    description: "Articles of the products concerned, at most the first hundred.",
  })
  articles!: string[];
}

@ObjectType("CatalogPlan", {
  implements: Node,
  simpleResolvers: true,
  description:
    "A set of catalogue changes, computed field by field, to be reviewed and then applied as a whole.",
})
export class CataloguePlan extends Node {
  /** Read by `branch`. */
  branchId!: string;

  /** Read by `guards`. */
  allGuards!: readonly Guard[];

  @Field(() => PlanKind, { description: "Purpose of the plan." })
  kind!: PlanKind;

  @Field(() => DateTime, { description: "When the plan was computed." })
  createdAt!: Date;

  @Field(() => DateTime, { description: "When the plan expires; it cannot be applied after that." })
  expiresAt!: Date;

  @Field(() => Int, {
    description: "The version of the catalogue to which the plan can be applied.",
  })
  baseVersion!: number;

  @Field(() => String, { nullable: true, description: "Revision of the POS menu." })
  sourceRevision!: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description:
      "When the POS menu used for the comparison was last read. The plan does not reflect later changes there.",
  })
  posMenuReadAt!: Date | null;

  @Field(() => PlanSummary, { description: "Number of articles for each action." })
  summary!: PlanSummary;

  @Field(() => Boolean, { description: "Whether the plan has been applied." })
  applied!: boolean;
}

@ObjectType({
  simpleResolvers: true,
  description: "The plan that was computed or applied, or the reasons why there is none.",
})
export class PlanPayload {
  @Field(() => CataloguePlan, {
    nullable: true,
    description: "The plan. Also set if guards stopped a plan that was to be applied.",
  })
  plan?: CataloguePlan | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}

export function toCataloguePlan(row: CataloguePlanRow): CataloguePlan {
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
  return Object.assign(new CataloguePlan(), {
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

/** Like `payloadOf`, and includes the plan if guards stopped it. */
export async function planPayload(
  locale: Locale,
  run: () => Promise<CataloguePlanRow>,
): Promise<PlanPayload> {
  try {
    return { plan: toCataloguePlan(await run()), userErrors: [] };
  } catch (error) {
    const userErrors = userErrorsOf(error, locale);
    return { plan: error instanceof PlanStopped ? toCataloguePlan(error.plan) : null, userErrors };
  }
}
