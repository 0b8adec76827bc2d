import { Field, ObjectType } from "type-graphql";

import { type SnapshotProduct } from "../../domain/catalogue/menu-snapshot";
import { type MenuListing } from "../../services/catalogue/menu/menu-listing";
import { type Product } from "./product";
import { DateTime } from "../schema/scalars";
import { Section } from "./section";

@ObjectType({
  simpleResolvers: true,
  description:
    "What a storefront shows: a branch's catalogue with its availability. Never waits for the POS: while that is down, " +
    "this is the last that was known, and `stale`.",
})
export class Menu {
  /** What `branch` reads. */
  branchId!: string;

  @Field(() => [Section], { description: "All headings of the menu, in menu order." })
  sections!: Section[];

  @Field(() => String, {
    description: "Another one after every change of the catalogue or of what is available.",
  })
  revision!: string;

  @Field(() => DateTime, {
    description: "When the POS last confirmed it; without a POS, when it was read.",
  })
  asOf!: Date;

  @Field(() => Boolean, {
    description:
      "For three minutes the POS has not told what it lacks, or its menu could not be read.",
  })
  stale!: boolean;

  /** What `products` looks into. */
  listing!: MenuListing;

  /** A product of the catalogue as clients see it; the same object each time. */
  present!: (product: SnapshotProduct) => Product;
}
