import { Field, ID, ObjectType, registerEnumType } from "type-graphql";

import { type Locale } from "../../domain/locale";
import { Severity } from "../../domain/menu-issue";
import { UserErrorCode } from "../../domain/user-error-code";
import { type CatalogIssue as Issue } from "../../services/catalogue/pos-menu/catalog-issues";
import { issueText } from "../../services/catalogue/pos-menu/issue-text";

registerEnumType(Severity, { name: "Severity", description: "ERROR: the row cannot be imported." });

@ObjectType({
  simpleResolvers: true,
  description: "Something odd about products of the POS menu or the catalogue. It touches these products alone.",
})
export class CatalogIssue {
  @Field(() => UserErrorCode)
  code!: UserErrorCode;

  @Field(() => Severity)
  severity!: Severity;

  @Field(() => String, { nullable: true })
  article!: string | null;

  @Field(() => [ID], { description: "The POS's ids of the products." })
  posProductIds!: string[];

  @Field(() => [ID], { description: "Our products under that article, or taken from those of the POS." })
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
    ...{ code, severity, article, productIds: [...productIds] },
    posProductIds: posProducts.map(({ posProductId }) => posProductId),
    message: message[locale],
    fix: fix[locale],
  };
}
