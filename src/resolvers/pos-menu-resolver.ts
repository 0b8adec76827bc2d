import { Arg, Authorized, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql";

import { type Context } from "../context";
import { operatesBranch, Scope } from "../domain/viewer";
import { type PosMenuRow } from "../entities/pos-menu-row";
import { requireOperated } from "../services/catalogue/catalogue-fault";
import { type FindPosMenu } from "../services/catalogue/find-pos-menu";
import { type MenuSnapshots } from "../services/catalogue/menu-snapshots";
import { type RefreshPosMenu } from "../services/catalogue/refresh-pos-menu";
import { itemsOf, toPosMenu, toPosMenuItem } from "./public-pos-menu";
import { type Connection, pageOf } from "./types/connection";
import { PosMenu, type PosMenuItem, PosMenuItemConnection, PosMenuPayload } from "./types/pos-menu";
import { payloadOf } from "./types/user-error";

interface UseCases {
  readonly findPosMenu: FindPosMenu;
  readonly refreshPosMenu: RefreshPosMenu;
  readonly menuSnapshots: MenuSnapshots;
}

@Resolver(() => PosMenu)
export class PosMenuResolver {
  constructor(private readonly useCases: UseCases) {}

  @Query(() => PosMenu, { nullable: true, description: "null: never refreshed, or no branch that you operate." })
  @Authorized(Scope.OPERATOR)
  async posMenu(@Ctx() { viewer }: Context, @Arg("branchId", () => ID) branchId: string): Promise<PosMenu | null> {
    if (!operatesBranch(viewer, branchId)) return null;
    return this.present(await this.useCases.findPosMenu.execute(branchId));
  }

  @Mutation(() => PosMenuPayload, {
    description: "«Обновить данные»: reads the POS menu now. The catalogue does not change. Safe to repeat.",
  })
  @Authorized(Scope.OPERATOR)
  refreshPosMenu(
    @Ctx() { viewer, locale }: Context,
    @Arg("branchId", () => ID) branchId: string,
  ): Promise<PosMenuPayload> {
    return payloadOf(locale, async () => {
      requireOperated(viewer, branchId, ["branchId"]);
      return { posMenu: await this.present(await this.useCases.refreshPosMenu.execute(branchId)) };
    });
  }

  @FieldResolver(() => PosMenuItemConnection, { description: "Each product once, however many categories list it." })
  items(
    @Root() posMenu: PosMenu,
    @Arg("first", () => Int, { defaultValue: 50 }) first: number,
    @Arg("after", () => String, { nullable: true }) after: string | null,
    @Arg("categoryId", () => ID, { nullable: true }) categoryId: string | undefined,
    @Arg("search", () => String, { nullable: true, description: "A part of the name or article." })
    search: string | undefined,
    @Arg("inCatalogue", () => Boolean, { nullable: true, description: "«Наличие в CRM»." })
    inCatalogue: boolean | undefined,
  ): Connection<PosMenuItem> & { totalCount: number } {
    const found = itemsOf(posMenu, { categoryId, search, inCatalogue });
    const page = pageOf(found, first, after);
    const nodes = page.nodes.map((listed) => toPosMenuItem(listed, posMenu.catalogue));
    const edges = nodes.map((node, index) => ({ cursor: page.edges[index]?.cursor ?? "", node }));
    return { nodes, edges, pageInfo: page.pageInfo, totalCount: found.length };
  }

  private async present(row: PosMenuRow | null): Promise<PosMenu | null> {
    const catalogue = row && (await this.useCases.menuSnapshots.of(row.branchId));
    return row && catalogue ? toPosMenu(row, catalogue) : null;
  }
}
