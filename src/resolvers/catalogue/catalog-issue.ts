import { Field, ID, ObjectType, registerEnumType } from "type-graphql";

import { type Locale } from "../../domain/texts/locale";
import { Severity } from "../../domain/catalogue/menu-issue";
import { UserErrorCode } from "../../domain/faults/user-error-code";
import { type CatalogIssue as Issue } from "../../services/catalogue/pos-menu/catalog-issues";
import { issueText } from "../../services/catalogue/pos-menu/issue-text";

registerEnumType(Severity, {
  name: "Severity",
  description: "How much an issue matters.",
  valuesConfig: {
    INFO: { description: "Worth knowing; nothing has to be done." },
    WARNING: { description: "It works, though perhaps not as anybody meant it." },
    ERROR: { description: "The product cannot be imported until it is mended." },
  },
});

@ObjectType({
  simpleResolvers: true,
  description:
    "Something odd about products of the POS menu or the catalogue. It touches these products alone.",
})
export class CatalogIssue {
  @Field(() => UserErrorCode, { description: "What is wrong, for programs." })
  code!: UserErrorCode;

  @Field(() => Severity, { description: "How much it matters." })
  severity!: Severity;

  @Field(() => String, {
    nullable: true,
    description:
      "The article that it is about; null: the product has none, or it is about the menu as a whole.",
  })
  article!: string | null;

  @Field(() => [ID], { description: "The POS's ids of the products." })
  posProductIds!: string[];

  @Field(() => [ID], {
    description: "Our products under that article, or taken from those of the POS.",
  })
  productIds!: string[];

  @Field(() => String, { description: "In your language." })
  message!: string;

  @Field(() => String, { nullable: true, description: "What to do, in your language." })
  fix!: string | null;
}

export function toCatalogIssue(issue: Issue, locale: Locale): CatalogIssue {
  const { code, severity, article, posProducts, productIds } = issue;
  const { message, fix } = issueText(issue);
  return {
    code,
    severity,
    article,
    productIds: [...productIds],
    posProductIds: posProducts.map(({ posProductId }) => posProductId),
    message: message[locale],
    fix: fix[locale],
  };
}
