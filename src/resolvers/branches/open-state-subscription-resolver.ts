import { Arg, ID, Resolver, Root, type SubscribeResolverData, Subscription } from "type-graphql";

import { type Context } from "../../context";
import { Branch } from "../../entities/branches/branch";

@Resolver()
export class OpenStateSubscriptionResolver {
  @Subscription(() => Branch, {
    description:
      "The branch as it is, then each time it opens, closes, is paused or taken up again, its till falls silent or answers, or its orders take another time, as in busy mode; within a few seconds. Select `openState`.",
    subscribe: ({
      args,
      context,
    }: SubscribeResolverData<unknown, Record<string, unknown>, Context>) => {
      const { branchId } = args as { branchId: string };
      return context.followOpenState.of(context.viewer, branchId);
    },
  })
  openStateChanged(
    @Root() branch: Branch,
    @Arg("branchId", () => ID, { description: "The branch to follow: Branch.id." })
    _branchId: string,
  ): Branch {
    return branch;
  }
}
