import { Field, Int, ObjectType } from "type-graphql";

import { type SnapshotProduct } from "../../domain/catalogue/menu-snapshot";
import { Node } from "../../entities/node";
import { type MenuListing } from "../../services/catalogue/menu/menu-listing";
import { connectionOf } from "../schema/connection";
import { type Product } from "./product";
import { UserError } from "../schema/user-error";

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: "A heading of the catalogue («раздел»).",
})
export class Section extends Node {
  @Field(() => String, { description: "What guests call it." })
  name!: string;

  @Field(() => String, { description: "The name as a part of a URL, unique in the branch." })
  slug!: string;

  @Field(() => Int, { description: "From 0." })
  position!: number;

  /**
   * What the field `products` pages through: these, those of `listing` that can be ordered now,
   * each as `present` has it.
   */
  products!: readonly SnapshotProduct[];
  listing!: MenuListing;
  present!: (product: SnapshotProduct) => Product;
}

export const SectionConnection = connectionOf("Section", Section);

@ObjectType({ simpleResolvers: true, description: "What createSection answers." })
export class SectionPayload {
  @Field(() => Section, {
    nullable: true,
    description: "The new section; null when `userErrors` says why none was made.",
  })
  section?: Section | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}
