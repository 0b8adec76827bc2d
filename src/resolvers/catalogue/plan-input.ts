import { Field, ID, InputType, registerEnumType } from "type-graphql";

import { ImportField } from "../../domain/catalogue/import-field";
import { PlanGuardCode } from "../../domain/catalogue/plan";
import { keyOf } from "../../domain/texts/typed-text";
import { MatchBy } from "../../services/catalogue/plans/plan-price-changes";
import {
  MAX_ARTICLE_LENGTH,
  MAX_ARTICLES,
} from "../../services/catalogue/plans/plan-request-errors";
import { AtMost } from "../schema/at-most";
import { Decimal } from "../schema/scalars";

registerEnumType(ImportField, {
  name: "ImportField",
  description: "A field that imports take from the POS and that operators may lock.",
  valuesConfig: {
    PRICE: {
      description: "Prices of sizes and options. Without a price in the POS, it is not sold.",
    },
    NUTRITION: { description: "Nutrition facts, without the weight." },
    AVAILABILITY: {
      description:
        "Whether the product is sold: it is not while the POS hides it or has no price. Existing amounts stay unchanged.",
    },
    NAME: { description: "Name of the product, as guests see it." },
    DESCRIPTION: { description: "The text shown under the name of the dish." },
    IMAGES: { description: "URLs of its pictures." },
    SIZES: { description: "The sizes and their names, without prices." },
    OPTIONS: { description: "Option groups, their limits and their options, without prices." },
    WEIGHT: { description: "Weight of one portion in grams." },
  },
});
registerEnumType(MatchBy, {
  name: "MatchBy",
  description: "How products of the catalogue are matched with the POS menu.",
  valuesConfig: {
    ARTICLE: { description: "By article, the usual way." },
    POS_ID: {
      description:
        "By the POS's id stored with the product. Works even if its article was changed in the POS.",
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
    description:
      "A price change of more than this many per cent stops the plan with PRICE_CHANGE_TOO_LARGE.",
  })
  maxChangePercent!: string | null;

  @Field(() => Boolean, {
    defaultValue: true,
    description: "If false, the plan is applied immediately; otherwise it is only computed.",
  })
  dryRun!: boolean;

  @Field(() => [PlanGuardCode], {
    nullable: true,
    description: "With dryRun: false, the guards that you accept. Other guards stop the plan.",
  })
  accept!: PlanGuardCode[] | null;
}

/** Someone has ticked each of them by hand. */
const MAX_EXCEPTIONS = 1_000;

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
    "What importSection imports from the POS menu, and how it treats what looks like a mistake.",
})
export class ImportSectionInput extends PlanInput {
  @Field(() => ID, {
    description:
      "An existing section. Products that were imported into another section before are moved here.",
  })
  sectionId!: string;

  @AtMost({ characters: MAX_ARTICLE_LENGTH, items: MAX_ARTICLES, asUserError: true })
  @Field(() => [String], { description: "Articles of the products to import, at least one." })
  articles!: string[];

  @Field(() => [ImportField], {
    description: "The fields to import. New products always get NAME, SIZES and PRICE.",
  })
  fields!: ImportField[];

  @AtMost({ items: MAX_EXCEPTIONS })
  @Field(() => [ArticleFieldsInput], {
    nullable: true,
    description: "Articles that take over other fields than `fields`, each with its own.",
  })
  fieldsOf!: ArticleFieldsInput[] | null;
}

@InputType({
  description:
    "Which prices syncPrices takes from the POS menu, and how it treats what looks like a mistake.",
})
export class SyncPricesInput extends PlanInput {
  @AtMost({ characters: MAX_ARTICLE_LENGTH, items: MAX_ARTICLES, asUserError: true })
  @Field(() => [String], {
    nullable: true,
    description:
      "Articles whose prices are taken, at least one. If omitted, those of all products.",
  })
  articles!: string[] | null;

  @Field(() => MatchBy, {
    defaultValue: MatchBy.ARTICLE,
    description: "How products of the catalogue are matched with the POS menu.",
  })
  matchBy!: MatchBy;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "Whether to change locked prices as well. They stay locked.",
  })
  overrideLocked!: boolean;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      "Whether to refresh the POS menu first, as refreshPosMenu does; if that fails, the call is refused. If false, prices are as old as the menu, see CatalogPlan.posMenuReadAt.",
  })
  refresh!: boolean;
}

/** Converts what the inputs of both plans express in the same way. */
export function toPlanOptions({ maxChangePercent, dryRun, accept }: PlanInput) {
  return {
    dryRun,
    accept: accept ?? [],
    ...(maxChangePercent !== null && { maxChangePercent: Number(maxChangePercent) }),
  };
}

/** Returns the individual fields of each article. */
export function toFieldsOf(
  input: readonly ArticleFieldsInput[] | null,
): ReadonlyMap<string, ReadonlySet<ImportField>> {
  return new Map(input?.map(({ article, fields }) => [keyOf(article), new Set(fields)]));
}
