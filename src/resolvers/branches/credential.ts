import { Field, ObjectType } from "type-graphql";

import { CredentialKind } from "../schema/vendor-kinds";

@ObjectType({
  simpleResolvers: true,
  description: "What may be seen of a stored POS key. The key itself never is.",
})
export class CredentialSummary {
  @Field(() => CredentialKind, { description: "What the key is made of." })
  kind!: string;

  @Field(() => String, { description: "All but the last four characters struck out." })
  masked!: string;
}
