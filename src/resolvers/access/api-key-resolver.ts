import { Arg, Authorized, Ctx, ID, Int, Mutation, Query, Resolver } from "type-graphql";

import { type Context } from "../../context";
import { Scope } from "../../domain/access/viewer";
import { type Locale } from "../../domain/texts/locale";
import { ApiKey } from "../../entities/access/api-key";
import { type CreateApiKey } from "../../services/access/create-api-key";
import { type ListApiKeys } from "../../services/access/list-api-keys";
import { type RevokeApiKey } from "../../services/access/revoke-api-key";
import { entriesAsked } from "../schema/entries-asked";
import { payloadOf } from "../schema/user-error";
import { ApiKeyPayload, CreateApiKeyInput } from "./api-key-payload";

interface UseCases {
  readonly listApiKeys: ListApiKeys;
  readonly createApiKey: CreateApiKey;
  readonly revokeApiKey: RevokeApiKey;
}

@Resolver(() => ApiKey)
export class ApiKeyResolver {
  constructor(private readonly useCases: UseCases) {}

  @Query(() => [ApiKey], { description: "API keys, newest first, including revoked ones." })
  @Authorized(Scope.ADMIN)
  apiKeys(
    @Ctx() { viewer }: Context,
    @Arg("first", () => Int, { defaultValue: 100 }) first: number,
    @Arg("after", () => ID, {
      nullable: true,
      description: "ApiKey.id of the last key of the previous page. If omitted, the newest come.",
    })
    after: string | null,
  ): Promise<ApiKey[]> {
    return this.useCases.listApiKeys.execute(viewer, entriesAsked(first, after));
  }

  @Mutation(() => ApiKeyPayload, {
    description:
      "Creates an API key. The key itself is returned only here, and only by the first call with an idempotency key; only its hash is stored.",
  })
  @Authorized(Scope.ADMIN)
  createApiKey(
    @Ctx() { viewer, locale }: Context,
    @Arg("input", () => CreateApiKeyInput, { description: "Label, scope and branches of the key." })
    input: CreateApiKeyInput,
  ): Promise<ApiKeyPayload> {
    return apiKeyPayload(locale, () => this.useCases.createApiKey.execute(viewer, input));
  }

  @Mutation(() => ApiKeyPayload, {
    description: "Revokes the key; it is refused from the next request on. Safe to repeat.",
  })
  @Authorized(Scope.ADMIN)
  revokeApiKey(
    @Ctx() { viewer, locale }: Context,
    @Arg("id", () => ID, { description: "The key: ApiKey.id." }) id: string,
  ): Promise<ApiKeyPayload> {
    return apiKeyPayload(locale, async () => ({
      apiKey: await this.useCases.revokeApiKey.execute(viewer, id),
    }));
  }
}

async function apiKeyPayload(
  locale: Locale,
  run: () => Promise<Partial<ApiKeyPayload>>,
): Promise<ApiKeyPayload> {
  return Object.assign({ replayed: false }, await payloadOf(locale, run));
}
