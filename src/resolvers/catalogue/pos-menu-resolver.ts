import {
  Arg,
  Authorized,
  Ctx,
  FieldResolver,
  ID,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
} from "type-graphql";

import { type Context } from "../../context";
import { operatesBranch, Scope } from "../../domain/access/viewer";
import { type Locale } from "../../domain/texts/locale";
import { type PosMenuRow } from "../../entities/catalogue/pos-menu-row";
import { requireOperated } from "../../services/catalogue/catalogue-error";
import { LONGEST_SEARCH, MOST_WORDS } from "../../services/catalogue/menu/search-for";
import { type ShownMenus } from "../../services/catalogue/menu/shown-menus";
import { type DifferingItems } from "../../services/catalogue/plans/item-differences";
import { issuesByProduct } from "../../services/catalogue/pos-menu/catalogue-issues";
import { type FindCatalogueIssues } from "../../services/catalogue/pos-menu/find-catalogue-issues";
import { type FindPosMenu } from "../../services/catalogue/pos-menu/find-pos-menu";
import { type FindPosMenuBody } from "../../services/catalogue/pos-menu/find-pos-menu-body";
import { type RefreshPosMenu } from "../../services/catalogue/pos-menu/refresh-pos-menu";
import { AtMost, CURSOR } from "../schema/at-most";
import { type Connection, pageOf } from "../schema/connection";
import { payloadOf } from "../schema/user-error";
import { CatalogueIssue, toCatalogueIssue } from "./catalogue-issue";
import {
  PosMenu,
  PosMenuBody,
  type PosMenuItem,
  PosMenuItemConnection,
  PosMenuPayload,
} from "./pos-menu";
import { itemsOf, toPosMenu, toPosMenuBody, toPosMenuItem } from "./public-pos-menu";

interface UseCases {
  readonly findCatalogueIssues: FindCatalogueIssues;
  readonly findPosMenu: FindPosMenu;
  readonly findPosMenuBody: FindPosMenuBody;
  readonly refreshPosMenu: RefreshPosMenu;
  readonly shownMenus: ShownMenus;
  readonly differingItems: DifferingItems;
}

const SEARCH = `Parts of the name or article: up to ${MOST_WORDS} different words in any order.`;

@Resolver(() => PosMenu)
export class PosMenuResolver {
  constructor(private readonly useCases: UseCases) {}

  @Query(() => PosMenu, {
    nullable: true,
    description:
      "The POS menu of a branch; null if it was never refreshed or you may not work on the branch.",
  })
  @Authorized(Scope.OPERATOR)
  async posMenu(
    @Ctx() { viewer }: Context,
    @Arg("branchId", () => ID, { description: "The branch whose POS menu it is: Branch.id." })
    branchId: string,
  ): Promise<PosMenu | null> {
    if (!operatesBranch(viewer, branchId)) return null;
    return this.present(await this.useCases.findPosMenu.execute(branchId));
  }

  @Mutation(() => PosMenuPayload, {
    description:
      "«Обновить данные»: reads the POS menu now, and the stop list within seconds. The catalogue does not change. Safe to repeat.",
  })
  @Authorized(Scope.OPERATOR)
  refreshPosMenu(
    @Ctx() { viewer, locale }: Context,
    @Arg("branchId", () => ID, { description: "The branch whose POS menu is read: Branch.id." })
    branchId: string,
    @Arg("acceptShrunken", () => Boolean, {
      defaultValue: false,
      description: "Accepts a menu that lost more than half of its products, see MENU_HELD_BACK.",
    })
    acceptShrunken: boolean,
  ): Promise<PosMenuPayload> {
    return payloadOf(locale, async () => {
      requireOperated(viewer, branchId, ["branchId"]);
      await this.useCases.refreshPosMenu.execute(branchId, { acceptShrunken });
      return { posMenu: await this.present(await this.useCases.findPosMenu.execute(branchId)) };
    });
  }

  @Query(() => [CatalogueIssue], {
    description:
      "Problems between the POS menu and the catalogue, most serious first, at most 500.",
  })
  @Authorized(Scope.OPERATOR)
  async catalogueIssues(
    @Ctx() { viewer, locale }: Context,
    @Arg("branchId", () => ID, {
      description: "The branch: Branch.id. Empty for a branch that your key may not work on.",
    })
    branchId: string,
  ): Promise<CatalogueIssue[]> {
    return operatesBranch(viewer, branchId) ? this.issuesOf(branchId, locale) : [];
  }

  @FieldResolver(() => [CatalogueIssue], { description: "The same as catalogueIssues." })
  issues(@Root() { row }: PosMenu, @Ctx() { locale }: Context): Promise<CatalogueIssue[]> {
    return this.issuesOf(row.branchId, locale);
  }

  @FieldResolver(() => PosMenuBody, {
    nullable: true,
    description: "The original answer of the POS, for troubleshooting.",
  })
  async rawBody(
    @Root() { row }: PosMenu,
    @Arg("heldBack", () => Boolean, {
      defaultValue: false,
      description: "Whether to return the menu that waits to be accepted instead.",
    })
    heldBack: boolean,
  ): Promise<PosMenuBody | null> {
    const body = await this.useCases.findPosMenuBody.execute(row.branchId, heldBack);
    return body && toPosMenuBody(body);
  }

  @FieldResolver(() => PosMenuItemConnection, {
    description:
      "Products of the menu. Each product appears once, even if several categories list it.",
  })
  async items(
    @Root() posMenu: PosMenu,
    @Arg("first", () => Int, { defaultValue: 50 }) first: number,
    @AtMost(CURSOR) @Arg("after", () => String, { nullable: true }) after: string | null,
    @Arg("categoryId", () => ID, {
      nullable: true,
      description: "Only products of this category: PosMenuCategory.id. If omitted, all.",
    })
    categoryId: string | undefined,
    @AtMost({ characters: LONGEST_SEARCH })
    @Arg("search", () => String, { nullable: true, description: SEARCH })
    search: string | undefined,
    @Arg("inCatalogue", () => Boolean, {
      nullable: true,
      description:
        "«Наличие в CRM»: only products that are (true) or are not (false) in the catalogue. If omitted, all.",
    })
    inCatalogue: boolean | undefined,
    @Arg("differs", () => Boolean, {
      nullable: true,
      description:
        "true: only products of ours that an import would change, locked fields included; else all.",
    })
    differs: boolean | undefined,
  ): Promise<Connection<PosMenuItem> & { totalCount: number }> {
    const { row, shown } = posMenu;
    const among = differs
      ? await this.useCases.differingItems.of(row.categories, shown.catalogue)
      : undefined;
    const found = itemsOf(posMenu, { categoryId, search, inCatalogue, among });
    const page = pageOf(found, first, after);
    const issuesOf = issuesByProduct(posMenu.row, posMenu.shown.catalogue);
    const nodes = page.nodes.map((listed) => toPosMenuItem(listed, posMenu, issuesOf));
    const edges = nodes.map((node, index) => ({ cursor: page.edges[index]?.cursor ?? "", node }));
    return { nodes, edges, pageInfo: page.pageInfo, totalCount: found.length };
  }

  private async issuesOf(branchId: string, locale: Locale): Promise<CatalogueIssue[]> {
    const issues = await this.useCases.findCatalogueIssues.execute(branchId);
    return issues.map((issue) => toCatalogueIssue(issue, locale));
  }

  private async present(row: PosMenuRow | null): Promise<PosMenu | null> {
    const shown = row && (await this.useCases.shownMenus.get(row.branchId));
    return row && shown ? toPosMenu(row, shown) : null;
  }
}
