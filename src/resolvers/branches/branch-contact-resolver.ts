import { Arg, Authorized, Ctx, ID, Int, Query, Resolver } from "type-graphql";

import { type Context } from "../../context";
import { Scope } from "../../domain/access/viewer";
import { type FindBranchContacts } from "../../services/branches/find-branch-contacts";
import { AtMost } from "../schema/at-most";
import { entriesAsked } from "../schema/entries-asked";
import { channelName } from "../schema/vendor-kinds";
import { BranchContact } from "./branch-contact";

@Resolver()
export class BranchContactResolver {
  constructor(private readonly useCases: { readonly findBranchContacts: FindBranchContacts }) {}

  @Query(() => [BranchContact], {
    description:
      "When the gateway last heard from the POS, the tills and the staff channels of the branches, by the ids of the branches. It queries neither a POS nor a channel; Branch.health does.",
  })
  @Authorized(Scope.OPERATOR)
  async branchContacts(
    @Ctx() { viewer, locale }: Context,
    @AtMost({ items: 5000 })
    @Arg("branchIds", () => [ID], {
      nullable: true,
      description: "Only these branches. If omitted, all branches of the key.",
    })
    branchIds: string[] | null,
    @Arg("first", () => Int, { defaultValue: 100 }) first: number,
    @Arg("after", () => ID, {
      nullable: true,
      description:
        "BranchContact.branchId of the last entry of the previous page. If omitted, the list starts from the beginning.",
    })
    after: string | null,
  ): Promise<BranchContact[]> {
    const asked = Object.assign({ branchIds: branchIds ?? null }, entriesAsked(first, after));
    const found = await this.useCases.findBranchContacts.execute(viewer, asked);
    return found.map((contact) => {
      const channels = contact.channels.map((channel) => {
        return Object.assign({}, channel, { label: channelName(channel.kind, locale) });
      });
      return Object.assign({}, contact, { channels });
    });
  }
}
