import { Arg, Authorized, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql";

import { type Context } from "../context";
import { Scope, seesBranch } from "../domain/viewer";
import { NotFound } from "../errors";
import { requireOperated } from "../services/catalogue/catalogue-fault";
import { type CreateSection } from "../services/catalogue/create-section";
import { type MenuSnapshots } from "../services/catalogue/menu-snapshots";
import { publicMenuOf } from "./public-menu";
import { type Connection, pageOf } from "./types/connection";
import { type Product, ProductConnection } from "./types/product";
import { Section, SectionConnection, SectionPayload } from "./types/section";
import { payloadOf } from "./types/user-error";

@Resolver(() => Section)
export class SectionResolver {
  constructor(
    private readonly useCases: { readonly menuSnapshots: MenuSnapshots; readonly createSection: CreateSection },
  ) {}

  @Query(() => SectionConnection)
  async sections(
    @Ctx() { viewer }: Context,
    @Arg("branchId", () => ID) branchId: string,
    @Arg("first", () => Int, { defaultValue: 50 }) first: number,
    @Arg("after", () => String, { nullable: true }) after: string | null,
  ): Promise<Connection<Section>> {
    const snapshot = seesBranch(viewer, branchId) && (await this.useCases.menuSnapshots.of(branchId));
    if (!snapshot) throw new NotFound("There is no such branch");
    return pageOf(publicMenuOf(snapshot).sections, first, after);
  }

  @FieldResolver(() => ProductConnection)
  products(
    @Root() section: Section,
    @Arg("first", () => Int, { defaultValue: 50 }) first: number,
    @Arg("after", () => String, { nullable: true }) after: string | null,
  ): Connection<Product> {
    return pageOf(section.allProducts, first, after);
  }

  @Mutation(() => SectionPayload, { description: "Not safe to repeat: each call makes a section." })
  @Authorized(Scope.OPERATOR)
  createSection(
    @Ctx() { viewer, locale }: Context,
    @Arg("branchId", () => ID) branchId: string,
    @Arg("name", () => String, { description: "1 to 100 characters." }) name: string,
    @Arg("position", () => Int, { nullable: true, description: "From 0; last when left out." }) position: number | null,
  ): Promise<SectionPayload> {
    const { createSection, menuSnapshots } = this.useCases;
    return payloadOf(locale, async () => {
      requireOperated(viewer, branchId, ["branchId"]);
      const { section, catalogueVersion } = await createSection.execute({ branchId, name, position });
      const snapshot = await menuSnapshots.of(branchId, catalogueVersion);
      const created = snapshot && publicMenuOf(snapshot).sections.find(({ id }) => id === section.id);
      return { section: created ?? null };
    });
  }
}
