import { Field, ID, InputType, ObjectType } from "type-graphql";

import { Scope } from "../../domain/access/viewer";
import { ApiKey } from "../../entities/access/api-key";
import { LONGEST_LABEL, MAX_BRANCHES } from "../../services/access/create-api-key";
import { AtMost } from "../schema/at-most";
import { UserError } from "../schema/user-error";

@InputType({ description: "A key for an operator or a service." })
export class CreateApiKeyInput {
  @AtMost({ characters: LONGEST_LABEL, asUserError: true })
  @Field(() => String, { description: "Who uses the key; timelines show it." })
  label!: string;

  @Field(() => Scope, { description: "OPERATOR or ADMIN." })
  scope!: Scope;

  @AtMost({ items: MAX_BRANCHES, asUserError: true })
  @Field(() => [ID], { nullable: true, description: "Limits an OPERATOR key to these branches." })
  branchIds?: string[] | null;
}

@ObjectType({ simpleResolvers: true, description: "What createApiKey and revokeApiKey answer." })
export class ApiKeyPayload {
  @Field(() => ApiKey, {
    nullable: true,
    description: "The key as operators see it; null when `userErrors` says why nothing was done.",
  })
  apiKey?: ApiKey | null;

  @Field(() => String, {
    nullable: true,
    description: "The key itself, shown this once: only its hash is kept.",
  })
  secret?: string | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}
