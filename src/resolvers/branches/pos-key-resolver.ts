import { Arg, Authorized, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";

import { type Context } from "../../context";
import { Scope } from "../../domain/access/viewer";
import { type ListPosKeys } from "../../services/pos/list-pos-keys";
import { type ResumePosKey } from "../../services/pos/resume-pos-key";
import { payloadOf } from "../schema/user-error";
import { PosKeyPayload, PosKeyStatus, toPosKeyStatus } from "./pos-key-status";

interface UseCases {
  readonly listPosKeys: ListPosKeys;
  readonly resumePosKey: ResumePosKey;
}

@Resolver(() => PosKeyStatus)
export class PosKeyResolver {
  constructor(private readonly useCases: UseCases) {}

  @Query(() => [PosKeyStatus], {
    description:
      "POS keys of the branches that you may work on: whether they work, and how many calls are left.",
  })
  @Authorized(Scope.OPERATOR)
  async posKeys(@Ctx() { viewer, locale }: Context): Promise<PosKeyStatus[]> {
    return (await this.useCases.listPosKeys.execute(viewer)).map((key) =>
      toPosKeyStatus(key, locale),
    );
  }

  @Mutation(() => PosKeyPayload, {
    description:
      "Lets the gateway use a stopped key again, for every branch that uses it. Fix the cause first. Safe to repeat.",
  })
  @Authorized(Scope.OPERATOR)
  resumePosKey(
    @Ctx() { viewer, locale }: Context,
    @Arg("branchId", () => ID, { description: "A branch that uses the key: Branch.id." })
    branchId: string,
  ): Promise<PosKeyPayload> {
    return payloadOf(locale, async () => {
      const key = await this.useCases.resumePosKey.execute(viewer, branchId);
      return { posKey: key && toPosKeyStatus(key, locale) };
    });
  }
}
