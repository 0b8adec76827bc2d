import { Arg, Authorized, Ctx, ID, Query, Resolver } from "type-graphql";

import { type Context } from "../../context";
import { Scope } from "../../domain/access/viewer";
import { type FindBranchContacts } from "../../services/branches/find-branch-contacts";
import { AtMost } from "../schema/at-most";
import { BranchContact } from "./branch-contact";

@Resolver()
export class BranchContactResolver {
  constructor(private readonly useCases: { readonly findBranchContacts: FindBranchContacts }) {}

  @Query(() => [BranchContact], {
    description:
      "How the branches are heard: their POS, their tills and the ways to their staff. Asks neither a POS nor a channel; Branch.health does.",
  })
  @Authorized(Scope.OPERATOR)
  branchContacts(
    @Ctx() { viewer }: Context,
    @AtMost({ items: 5000 })
    @Arg("branchIds", () => [ID], {
      nullable: true,
      description: "Of these branches; left out: of all branches the key is for.",
    })
    branchIds?: string[] | null,
  ): Promise<BranchContact[]> {
    return this.useCases.findBranchContacts.execute(viewer, branchIds ?? null);
  }
}
