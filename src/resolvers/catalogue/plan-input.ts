import { Field, ID, InputType, registerEnumType } from "type-graphql";

import { ImportField } from "../../domain/catalogue/import-field";
import { keyOf } from "../../domain/texts/typed-text";
import { PlanGuardCode } from "../../entities/catalogue/catalog-plan";
import { MatchBy } from "../../services/catalogue/plans/plan-price-changes";
import {
  MAX_ARTICLE_LENGTH,
  MAX_ARTICLES,
} from "../../services/catalogue/plans/plan-request-faults";
import { AtMost } from "../schema/at-most";
import { Decimal } from "../schema/scalars";

registerEnumType(ImportField, {
  name: "ImportField",
  description: "What an import takes over from the POS, and what an operator may lock.",
  valuesConfig: {
    PRICE: { description: "Of sizes and options. No price in the POS means not sold." },
    NUTRITION: { description: "Without the weight." },
    AVAILABILITY: {
      description:
        "Whether the product is sold: not while the POS hides it or has no price. Existing amounts stay.",
    },
    NAME: { description: "What guests call the product." },
    DESCRIPTION: { description: "What the menu says of the dish beneath its name." },
    IMAGES: { description: "The addresses of its pictures." },
    SIZES: { description: "Which sizes there are and what they are called, without prices." },
    OPTIONS: { description: "Groups of options, their limits and their options, without prices." },
    WEIGHT: { description: "Grams of one portion." },
  },
});
registerEnumType(MatchBy, {
  name: "MatchBy",
  description: "By what a product is found in the POS's menu.",
  valuesConfig: {
    ARTICLE: { description: "By its article: the usual way." },
    POS_ID: {
      description:
        "By the POS's id that the catalogue has noted with the product: holds when its article was changed there.",
    },
  },
});

@InputType()
abstract class PlanInput {
  @Field(() => ID, { description: "The branch whose catalogue changes: Branch.id." })
  branchId!: string;

  @Field(() => Decimal, {
    nullable: true,
    defaultValue: "50",
    description: "A price that moves by more stops the plan with PRICE_CHANGE_TOO_LARGE.",
  })
  maxChangePercent!: string | null;

  @Field(() => Boolean, { defaultValue: true, description: "false: the plan is applied at once." })
  dryRun!: boolean;

  @Field(() => [PlanGuardCode], {
    nullable: true,
    description: "For dryRun: false: the guards that you say yes to. Others stop the plan.",
  })
  accept!: PlanGuardCode[] | null;
}

@InputType({ description: "An article that takes over other fields than the rest of an import." })
export class ArticleFieldsInput {
  @AtMost({ characters: MAX_ARTICLE_LENGTH })
  @Field(() => String, { description: "One of the import's articles." })
  article!: string;

  @Field(() => [ImportField], {
    description: "In place of `fields`; none: the product moves into the section as it is.",
  })
  fields!: ImportField[];
}

@InputType({
  description:
    "What importSection takes over from the POS menu, and how it treats what looks like a mistake.",
})
export class ImportSectionInput extends PlanInput {
  @Field(() => ID, {
    description: "A section that exists; products imported elsewhere before move here.",
  })
  sectionId!: string;

  @AtMost({ characters: MAX_ARTICLE_LENGTH, items: MAX_ARTICLES, asUserError: true })
  @Field(() => [String], { description: "At least one." })
  articles!: string[];

  @Field(() => [ImportField], { description: "A new product always takes NAME, SIZES and PRICE." })
  fields!: ImportField[];

  @AtMost({ items: MAX_ARTICLES })
  @Field(() => [ArticleFieldsInput], {
    nullable: true,
    description: "Articles that take over other fields than `fields`, each with its own.",
  })
  fieldsOf!: ArticleFieldsInput[] | null;
}

@InputType({
  description:
    "Which prices syncPrices takes over from the POS menu, and how it treats what looks like a mistake.",
})
export class SyncPricesInput extends PlanInput {
  @AtMost({ characters: MAX_ARTICLE_LENGTH, items: MAX_ARTICLES, asUserError: true })
  @Field(() => [String], {
    nullable: true,
    description: "At least one; every product when left out.",
  })
  articles!: string[] | null;

  @Field(() => MatchBy, {
    defaultValue: MatchBy.ARTICLE,
    description: "How a product of the catalogue is found in the POS menu.",
  })
  matchBy!: MatchBy;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "Takes locked prices, too. They stay locked.",
  })
  overrideLocked!: boolean;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      "Reads the POS's menu first, as refreshPosMenu does; what keeps it from that is refused. false: prices are as old as the menu, see CatalogPlan.posMenuReadAt.",
  })
  refresh!: boolean;
}

/** What the inputs of both plans say the same way. */
export function toPlanOptions({ maxChangePercent, dryRun, accept }: PlanInput) {
  return {
    dryRun,
    accept: accept ?? [],
    ...(maxChangePercent !== null && { maxChangePercent: Number(maxChangePercent) }),
  };
}

/** Article → its own fields. */
export function toFieldsOf(
  input: readonly ArticleFieldsInput[] | null,
): ReadonlyMap<string, ReadonlySet<ImportField>> {
  return new Map(input?.map(({ article, fields }) => [keyOf(article), new Set(fields)]));
}
