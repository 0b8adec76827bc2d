import { Field, ID, InputType, ObjectType } from "type-graphql";

import { Scope } from "../../domain/access/viewer";
import { ApiKey } from "../../entities/access/api-key";
import { LONGEST_LABEL, MAX_BRANCHES } from "../../services/access/create-api-key";
import { AtMost } from "../schema/at-most";
import { IDEMPOTENCY_KEY, KEY_LENGTH } from "../schema/idempotency-key";
import { UserError } from "../schema/user-error-types";

@InputType({ description: "A key for an operator or a service." })
export class CreateApiKeyInput {
  @AtMost({ characters: LONGEST_LABEL, asUserError: true })
  @Field(() => String, { description: "Who uses the key. Shown in timelines as the actor." })
  label!: string;

  @Field(() => Scope, { description: "Scope of the key: OPERATOR or ADMIN." })
  scope!: Scope;

  @AtMost({ items: MAX_BRANCHES, asUserError: true })
  @Field(() => [ID], {
    nullable: true,
    description: "Limits a key with scope OPERATOR to these branches.",
  })
  branchIds?: string[] | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "The company of the key: Company.id. If omitted, the company of its branches or of your own key; for the administrator of the platform, the first company.",
  })
  companyId?: string | null;

  @AtMost(KEY_LENGTH)
  @Field(() => String, IDEMPOTENCY_KEY)
  idempotencyKey?: string | null;
}

@ObjectType({ simpleResolvers: true, description: "Result of createApiKey and revokeApiKey." })
export class ApiKeyPayload {
  @Field(() => ApiKey, {
    nullable: true,
    description: "The key as operators see it; null if `userErrors` explains why nothing was done.",
  })
  apiKey?: ApiKey | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The key itself, shown only this once: only its hash is stored. null if `replayed` is true.",
  })
  secret?: string | null;

  @Field(() => Boolean, {
    description:
      "Whether an earlier createApiKey with the same idempotency key made the key. Its secret cannot be shown again: if nobody has it, revoke the key and create another one with another idempotency key.",
  })
  replayed!: boolean;

  @Field(() => [UserError])
  userErrors!: UserError[];
}
