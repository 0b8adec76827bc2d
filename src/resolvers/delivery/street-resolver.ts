import { Arg, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from "type-graphql";

import { type Context } from "../../context";
import { type FindStreets } from "../../services/delivery/find-streets";
import { LONGEST_TEXT, MOST_FOUND } from "../../services/delivery/street-limits";
import { AtMost } from "../schema/at-most";
import { rowsAsked } from "../schema/connection";

@ObjectType({
  simpleResolvers: true,
  description: "A street to which the POS of a branch knows how to deliver.",
})
export class Street {
  @Field(() => ID, {
    description: "The POS's id: pass it as `streetIdInPos` of the address, with the name.",
  })
  idInPos!: string;

  @Field(() => String, { description: "Its name as the POS has it, for example «Ленина ул»." })
  name!: string;

  @Field(() => String, { description: "The city that it is in." })
  city!: string;
}

/** The streets that exist, for everyone. */
@Resolver()
export class StreetResolver {
  constructor(private readonly useCases: { readonly findStreets: FindStreets }) {}

  @Query(() => [Street], {
    description:
      "Streets of the POS of a branch for a guest who is typing one, at most 100; empty where the branch offers none. The POS is not asked.",
  })
  async streets(
    @Ctx() { viewer }: Context,
    @Arg("branchId", () => ID, { description: "The branch that delivers: Branch.id." })
    branchId: string,
    @AtMost({ characters: LONGEST_TEXT })
    @Arg("text", () => String, {
      description:
        "Words of the name or their beginnings, in any order; case, ё/е and the kind of street do not matter. Empty text finds nothing.",
    })
    text: string,
    @Arg("first", () => Int, {
      defaultValue: 10,
      description: "Maximum number of streets, 0 to 100.",
    })
    first: number,
  ): Promise<Street[]> {
    const limit = Math.min(rowsAsked(first, null).limit - 1, MOST_FOUND);
    const found = await this.useCases.findStreets.execute(viewer, branchId, text, limit);
    return found.map(({ id, name, city }) => ({ idInPos: id, name, city }));
  }
}
