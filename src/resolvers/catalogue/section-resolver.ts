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
import { Scope } from "../../domain/access/viewer";
import { NO_SUCH_BRANCH } from "../../domain/errors/thrown-texts";
import { NotFound } from "../../errors";
import { requireOperated } from "../../services/catalogue/catalogue-error";
import { type CreateSection, LONGEST_SECTION_NAME } from "../../services/catalogue/create-section";
import { type ShownMenus } from "../../services/catalogue/menu/shown-menus";
import { AtMost, CURSOR } from "../schema/at-most";
import { type Connection, counted, pageOf } from "../schema/connection";
import { IDEMPOTENCY_KEY, KEY_LENGTH } from "../schema/idempotency-key";
import { payloadOf } from "../schema/user-error";
import { type Product, ProductConnection } from "./product";
import { publicMenuOf } from "./public-menu";
import { Section, SectionConnection, SectionPayload } from "./section";

@Resolver(() => Section)
export class SectionResolver {
  constructor(
    private readonly useCases: {
      readonly shownMenus: ShownMenus;
      readonly createSection: CreateSection;
    },
  ) {}

  @Query(() => SectionConnection, {
    description:
      "The sections of a branch's menu, in menu order. NOT_FOUND if there is no such branch.",
  })
  async sections(
    @Ctx() { viewer }: Context,
    @Arg("branchId", () => ID, { description: "The branch whose menu is read: Branch.id." })
    branchId: string,
    @Arg("first", () => Int, { defaultValue: 50 }) first: number,
    @AtMost(CURSOR) @Arg("after", () => String, { nullable: true }) after: string | null,
  ): Promise<Connection<Section>> {
    const shown = await this.useCases.shownMenus.shownTo(viewer, branchId);
    if (!shown) throw new NotFound(NO_SUCH_BRANCH);
    return pageOf(publicMenuOf(shown).sections, first, after);
  }

  @FieldResolver(() => ProductConnection, {
    description: "Products of the section, in menu order.",
  })
  products(
    @Root() section: Section,
    @Arg("first", () => Int, { defaultValue: 50 }) first: number,
    @AtMost(CURSOR) @Arg("after", () => String, { nullable: true }) after: string | null,
    @Arg("availableOnly", () => Boolean, {
      defaultValue: false,
      description: "Whether to omit products that cannot be ordered now.",
    })
    availableOnly: boolean,
  ): Connection<Product> & { totalCount: number } {
    const { products, listing, present } = section;
    const found = availableOnly ? listing.available(products) : products;
    return counted(found, pageOf(found, first, after, present));
  }

  @Mutation(() => SectionPayload, {
    description: "Creates a section. Without an idempotency key each call creates another section.",
  })
  @Authorized(Scope.OPERATOR)
  createSection(
    @Ctx() { viewer, locale }: Context,
    @Arg("branchId", () => ID, {
      description: "The branch whose catalogue gets the section: Branch.id.",
    })
    branchId: string,
    @AtMost({ characters: LONGEST_SECTION_NAME, asUserError: true })
    @Arg("name", () => String, { description: "Name of the section, as guests see it." })
    name: string,
    @Arg("position", () => Int, {
      nullable: true,
      description: "Position, from 0. If omitted, the section comes last.",
    })
    position: number | null,
    @AtMost(KEY_LENGTH)
    @Arg("idempotencyKey", () => String, IDEMPOTENCY_KEY)
    idempotencyKey?: string | null,
  ): Promise<SectionPayload> {
    const { createSection, shownMenus } = this.useCases;
    return payloadOf(locale, async () => {
      requireOperated(viewer, branchId, ["branchId"]);
      const { section, catalogueVersion } = await createSection.execute({
        branchId,
        name,
        position,
        idempotencyKey,
      });
      const shown = await shownMenus.get(branchId, catalogueVersion);
      const created = shown && publicMenuOf(shown).sections.find(({ id }) => id === section.id);
      return { section: created ?? null };
    });
  }
}
