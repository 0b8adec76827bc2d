import { Arg, Ctx, ID, Mutation, Resolver } from "type-graphql";

import { type Context } from "../../context";
import { type IssueChallenge } from "../../services/checkout/issue-challenge";
import { payloadOf } from "../schema/user-error";
import { CreateOrderChallengePayload } from "./order-challenge";

@Resolver()
export class OrderChallengeResolver {
  constructor(private readonly useCases: { readonly issueChallenge: IssueChallenge }) {}

  @Mutation(() => CreateOrderChallengePayload, {
    description:
      "Creates a challenge for one order of a guest who is not signed in. It is required where the branch demands it (CHALLENGE_REQUIRED), and lets a guest order despite TOO_MANY_OPEN_ORDERS. Valid for one branch and for ten minutes.",
  })
  createOrderChallenge(
    @Ctx() { viewer, locale }: Context,
    @Arg("branchId", () => ID, {
      description:
        "The branch that the order is for: Branch.id. The challenge is valid for no other branch.",
    })
    branchId: string,
  ): Promise<CreateOrderChallengePayload> {
    return payloadOf(locale, async () => ({
      challenge: await this.useCases.issueChallenge.execute(viewer, branchId),
    }));
  }
}
