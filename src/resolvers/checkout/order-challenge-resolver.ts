import { Arg, Ctx, ID, Mutation, Resolver } from "type-graphql";

import { type Context } from "../../context";
import { type IssueChallenge } from "../../services/checkout/issue-challenge";
import { CreateOrderChallengePayload } from "./order-challenge";
import { payloadOf } from "../schema/user-error";

@Resolver()
export class OrderChallengeResolver {
  constructor(private readonly useCases: { readonly issueChallenge: IssueChallenge }) {}

  @Mutation(() => CreateOrderChallengePayload, {
    description:
      "A challenge for one order of a guest who is not signed in: needed where the branch asks for it (CHALLENGE_REQUIRED), and a way past TOO_MANY_OPEN_ORDERS everywhere. Bound to the branch; good for ten minutes.",
  })
  createOrderChallenge(
    @Ctx() { viewer, locale }: Context,
    @Arg("branchId", () => ID, {
      description:
        "The branch that the order is for: Branch.id. The challenge is good for no other.",
    })
    branchId: string,
  ): Promise<CreateOrderChallengePayload> {
    return payloadOf(locale, async () => ({
      challenge: await this.useCases.issueChallenge.execute(viewer, branchId),
    }));
  }
}
