import { Field, ObjectType } from "type-graphql";

import { type SnapshotProduct } from "../../domain/catalogue/menu-snapshot";
import { type MenuListing } from "../../services/catalogue/menu/menu-listing";
import { DateTime } from "../schema/scalars";
import { type Product } from "./product";
import { Section } from "./section";

@ObjectType({
  simpleResolvers: true,
  description:
    "The menu for a storefront: a branch's catalogue with its availability. It never waits for the POS: while the POS is down, the last known state is returned, marked as `stale`.",
})
export class Menu {
  /** Read by `branch`. */
  branchId!: string;

  @Field(() => [Section], { description: "All sections of the menu, in menu order." })
  sections!: Section[];

  @Field(() => String, {
    description: "Changes with every change of the catalogue or of availability.",
  })
  revision!: string;

  @Field(() => DateTime, {
    description:
      "When the POS last confirmed it; without a POS, when it was read from the catalogue.",
  })
  asOf!: Date;

  @Field(() => Boolean, {
    description:
      "Whether the POS has not reported its stop list for three minutes, or its menu could not be read.",
  })
  stale!: boolean;

  /** Read by `products`. */
  listing!: MenuListing;

  /** Returns a product of the catalogue as clients see it; the same object each time. */
  present!: (product: SnapshotProduct) => Product;
}
