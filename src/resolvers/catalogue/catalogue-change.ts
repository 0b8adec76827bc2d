import { Field, ObjectType, registerEnumType } from "type-graphql";

import { type PlanGuard, PlanGuardCode } from "../../domain/catalogue/plan";
import { ChangeAction, type FieldDifference } from "../../domain/catalogue/plan-change";
import { UserErrorCode } from "../../domain/errors/user-error-code";
import { type Locale } from "../../domain/texts/locale";
import { type CataloguePlanChange } from "../../entities/catalogue/catalogue-plan-change";
import { countedConnectionOf } from "../schema/connection";
import { Decimal } from "../schema/scalars";

registerEnumType(ChangeAction, {
  name: "ChangeAction",
  description: "What a plan does with an article.",
  valuesConfig: {
    CREATE: { description: "The product is added to the catalogue." },
    UPDATE: { description: "The fields that differ are changed." },
    UNCHANGED: { description: "Nothing: the catalogue and the POS agree." },
    SKIP_LOCKED: {
      description: "Nothing: the POS differs only in fields that an operator has locked.",
    },
    REMOVE: {
      description:
        "The product is taken off sale because it is no longer in the POS menu. It stays in the catalogue without a price.",
    },
    BLOCKED: {
      description:
        "Nothing: the article cannot be imported until a problem is fixed; `reason` says which.",
    },
  },
});

@ObjectType({
  simpleResolvers: true,
  description: "A difference between the catalogue and the POS in one field of a product.",
})
export class FieldChange {
  @Field(() => String, {
    description: "Name of the field, for example name, price, price.<size> or options.<group>.",
  })
  field!: string;

  @Field(() => String, {
    nullable: true,
    description: "The value in the catalogue, as text; null if there is none, or no price.",
  })
  before!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The value in the POS, as text; null if there is none, or no price.",
  })
  after!: string | null;

  @Field(() => Boolean, {
    description: "Whether the field is locked: if so, the catalogue keeps `before`.",
  })
  locked!: boolean;

  @Field(() => Decimal, {
    nullable: true,
    description:
      "Of a price that both sides have: by how many percent it moves, up or down; else null.",
  })
  changePercent!: string | null;
}

@ObjectType("CatalogChange", {
  simpleResolvers: true,
  description: "What a plan changes for one article.",
})
export class CatalogueChange {
  @Field(() => String, {
    description: "The article, as listed in the POS menu or as requested.",
  })
  article!: string;

  @Field(() => String, {
    nullable: true,
    description: "Name of the product; null if neither side knows the article.",
  })
  name!: string | null;

  @Field(() => ChangeAction, { description: "What the plan does with the article." })
  action!: ChangeAction;

  @Field(() => [FieldChange], {
    description:
      "The differences between the catalogue and the POS, field by field, including locked fields.",
  })
  fields!: FieldChange[];

  @Field(() => String, {
    nullable: true,
    description:
      "Why the article is blocked or removed, or why it cannot be ordered even after the change, and how to fix that, in your language.",
  })
  reason!: string | null;

  @Field(() => UserErrorCode, {
    nullable: true,
    description: "The reason as a code; null where there is no reason.",
  })
  reasonCode!: UserErrorCode | null;

  @Field(() => [PlanGuardCode], {
    description: "The plan's guards that this article is among; empty: it looks like no mistake.",
  })
  guards!: PlanGuardCode[];
}

export const CatalogueChangeConnection = countedConnectionOf("CatalogChange", CatalogueChange);

export function toCatalogueChange(
  change: CataloguePlanChange,
  guards: PlanGuardCode[],
  locale: Locale,
): CatalogueChange {
  const { article, name, action, reason } = change;
  return {
    article,
    name,
    action,
    fields: change.fields.map(toFieldChange),
    reason: reason?.message[locale] ?? null,
    reasonCode: reason?.code ?? null,
    guards,
  };
}

export function toFieldChange(difference: FieldDifference): FieldChange {
  const { field, before, after, locked = false } = difference;
  return { field, before, after, locked, changePercent: percentOf(difference) };
}

/** Returns, for each article, those of a whole plan's guards that name it. */
export function guardsByArticle(
  guards: readonly PlanGuard[],
): (article: string) => PlanGuardCode[] {
  const among = guards.map(({ code, articles }) => ({ code, articles: new Set(articles) }));
  return (article) => among.filter(({ articles }) => articles.has(article)).map(({ code }) => code);
}

/** To one decimal place: it is only displayed, and no decision depends on it. */
function percentOf({ field, before, after }: FieldDifference): string | null {
  if (field !== "price" && !field.startsWith("price.")) return null;
  const [from, to] = [Number(before ?? 0), Number(after ?? Number.NaN)];
  if (from === 0 || Number.isNaN(to)) return null;
  return String(Math.round(((to - from) / from) * 1000) / 10);
}
