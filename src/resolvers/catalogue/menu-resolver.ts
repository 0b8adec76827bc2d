import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";

import { type Context } from "../../context";
import { NO_SUCH_BRANCH_ANY_MORE } from "../../domain/errors/thrown-texts";
import { Branch } from "../../entities/branches/branch";
import { NotFound } from "../../errors";
import { type FindBranch } from "../../services/branches/find-branch";
import { type ShownMenus } from "../../services/catalogue/menu/shown-menus";
import { Menu } from "./menu";
import { publicMenuOf } from "./public-menu";

@Resolver(() => Menu)
export class MenuResolver {
  constructor(
    private readonly useCases: { readonly shownMenus: ShownMenus; readonly findBranch: FindBranch },
  ) {}

  @Query(() => Menu, {
    nullable: true,
    description:
      "The current menu of a branch; null if there is no such branch or your key may not work on it.",
  })
  async menu(
    @Ctx() { viewer }: Context,
    @Arg("branchId", () => ID, { description: "The branch whose menu it is: Branch.id." })
    branchId: string,
  ): Promise<Menu | null> {
    const shown = await this.useCases.shownMenus.shownTo(viewer, branchId);
    return shown ? publicMenuOf(shown) : null;
  }

  @FieldResolver(() => Branch, { description: "The branch whose menu it is." })
  async branch(@Ctx() { viewer }: Context, @Root() { branchId }: Menu): Promise<Branch> {
    const branch = await this.useCases.findBranch.execute(viewer, branchId);
    if (!branch) throw new NotFound(NO_SUCH_BRANCH_ANY_MORE);
    return branch;
  }
}
