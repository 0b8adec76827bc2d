import { Field, ID, ObjectType, registerEnumType } from "type-graphql";

import { Severity } from "../../domain/catalogue/menu-issue";
import { UserErrorCode } from "../../domain/errors/user-error-code";
import { type Locale } from "../../domain/texts/locale";
import { type CatalogueIssue as Issue } from "../../services/catalogue/pos-menu/catalogue-issues";
import { issueText } from "../../services/catalogue/pos-menu/issue-text";

registerEnumType(Severity, {
  name: "Severity",
  description: "How serious an issue is.",
  valuesConfig: {
    INFO: { description: "For information; nothing has to be done." },
    WARNING: { description: "It works, but perhaps not as intended." },
    ERROR: { description: "The product cannot be imported until this is fixed." },
  },
});

@ObjectType("CatalogIssue", {
  simpleResolvers: true,
  description:
    "A problem with products of the POS menu or the catalogue. It affects only these products.",
})
export class CatalogueIssue {
  @Field(() => UserErrorCode, { description: "What is wrong, as a code for programs." })
  code!: UserErrorCode;

  @Field(() => Severity, { description: "How serious it is." })
  severity!: Severity;

  @Field(() => String, {
    nullable: true,
    description:
      "The article concerned; null if the product has none or the whole menu is concerned.",
  })
  article!: string | null;

  @Field(() => [ID], { description: "The POS's ids of the products." })
  posProductIds!: string[];

  @Field(() => [ID], {
    description:
      "The products of the catalogue that have this article or were imported from these products of the POS.",
  })
  productIds!: string[];

  @Field(() => String, { description: "What is wrong, in your language." })
  message!: string;

  @Field(() => String, { nullable: true, description: "How to fix it, in your language." })
  fix!: string | null;
}

export function toCatalogueIssue(issue: Issue, locale: Locale): CatalogueIssue {
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
