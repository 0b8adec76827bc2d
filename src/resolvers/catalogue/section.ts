import { Field, Int, ObjectType } from "type-graphql";

import { type SnapshotProduct } from "../../domain/catalogue/menu-snapshot";
import { Node } from "../../entities/node";
import { type MenuListing } from "../../services/catalogue/menu/menu-listing";
import { connectionOf } from "../schema/connection";
import { UserError } from "../schema/user-error-types";
import { type Product } from "./product";

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: "A section of the catalogue («раздел»).",
})
export class Section extends Node {
  @Field(() => String, { description: "Name shown to guests." })
  name!: string;

  @Field(() => String, { description: "The name in a form for URLs, unique in the branch." })
  slug!: string;

  @Field(() => Int, { description: "Position in the menu, from 0." })
  position!: number;

  /**
   * The products that the field `products` pages through: these, or those of `listing` that can be
   * ordered now, each as returned by `present`.
   */
  products!: readonly SnapshotProduct[];
  listing!: MenuListing;
  present!: (product: SnapshotProduct) => Product;
}

export const SectionConnection = connectionOf("Section", Section);

@ObjectType({ simpleResolvers: true, description: "Result of createSection." })
export class SectionPayload {
  @Field(() => Section, {
    nullable: true,
    description: "The new section; null if `userErrors` explains why none was created.",
  })
  section?: Section | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}
