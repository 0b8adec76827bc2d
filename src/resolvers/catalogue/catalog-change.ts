import { type Locale } from "../../domain/texts/locale";
import { type CatalogPlanChange } from "../../entities/catalogue/catalog-plan-change";
import { Field, ObjectType, registerEnumType } from "type-graphql";

import { UserErrorCode } from "../../domain/faults/user-error-code";
import { ChangeAction } from "../../entities/catalogue/catalog-plan-change";
import { countedConnectionOf } from "../schema/connection";

registerEnumType(ChangeAction, {
  name: "ChangeAction",
  description: "What a plan does to an article.",
  valuesConfig: {
    CREATE: { description: "Adds the product to the catalogue." },
    UPDATE: { description: "Changes the fields that differ." },
    UNCHANGED: { description: "Nothing: the catalogue and the POS agree." },
    SKIP_LOCKED: {
      description: "Nothing: the POS differs only in fields that an operator has locked.",
    },
    REMOVE: {
      description:
        "Takes the product off sale, because it is no longer in the POS menu. It stays in the catalogue without a price.",
    },
    BLOCKED: {
      description:
        "Nothing: the article cannot be taken over before somebody mends it; `reason` says what.",
    },
  },
});

@ObjectType({
  simpleResolvers: true,
  description: "A field of a product in which the catalogue and the POS differ.",
})
export class FieldChange {
  @Field(() => String, { description: "name, price, price.<size>, options.<group> …" })
  field!: string;

  @Field(() => String, {
    nullable: true,
    description: "What the catalogue has, in words; null: nothing, or no price.",
  })
  before!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "What the POS has, in words; null: nothing, or no price.",
  })
  after!: string | null;

  @Field(() => Boolean, {
    description: "true: the POS has `after`, ours stays `before`, because the field is locked.",
  })
  locked!: boolean;
}

@ObjectType({ simpleResolvers: true, description: "What a plan does to one article." })
export class CatalogChange {
  @Field(() => String, {
    description: "The article, as the POS menu has it or as it was asked for.",
  })
  article!: string;

  @Field(() => String, {
    nullable: true,
    description: "The product's name; null: neither side knows the article.",
  })
  name!: string | null;

  @Field(() => ChangeAction, { description: "What the plan does to the article." })
  action!: ChangeAction;

  @Field(() => [FieldChange], {
    description:
      "What differs between the catalogue and the POS, field by field, locked fields included.",
  })
  fields!: FieldChange[];

  @Field(() => String, {
    nullable: true,
    description:
      "Why the article is BLOCKED or REMOVED, or still cannot be ordered after the change, and how to mend it, in your language.",
  })
  reason!: string | null;

  @Field(() => UserErrorCode, {
    nullable: true,
    description: "The same as `reason`, for programs; null where there is no reason.",
  })
  reasonCode!: UserErrorCode | null;
}

export const CatalogChangeConnection = countedConnectionOf("CatalogChange", CatalogChange);

export function toCatalogChange(change: CatalogPlanChange, locale: Locale): CatalogChange {
  const { article, name, action, reason } = change;
  const fields = change.fields.map(({ field, before, after, locked = false }) => ({
    field,
    before,
    after,
    locked,
  }));
  return {
    article,
    name,
    action,
    fields,
    reason: reason?.message[locale] ?? null,
    reasonCode: reason?.code ?? null,
  };
}
