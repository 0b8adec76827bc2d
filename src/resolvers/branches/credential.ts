import { Field, ObjectType } from "type-graphql";

import { CredentialKind } from "../schema/vendor-kinds";

@ObjectType({
  simpleResolvers: true,
  description: "What may be shown of a stored POS key. The key itself is never shown.",
})
export class CredentialSummary {
  @Field(() => CredentialKind, {
    description: "Whether it is a single secret or a key of an application.",
  })
  kind!: string;

  @Field(() => String, { description: "The key with all but the last four characters masked." })
  masked!: string;
}
