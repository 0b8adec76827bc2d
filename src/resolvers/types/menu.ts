import { Field, ObjectType } from "type-graphql";

import { type Product } from "./product";
import { DateTime } from "./scalars";
import { Section } from "./section";

@ObjectType({
  simpleResolvers: true,
  description: "What a storefront shows: a branch's catalogue. Never waits for the POS.",
})
export class Menu {
  /** What `branch` reads. */
  branchId!: string;

  @Field(() => [Section])
  sections!: Section[];

  @Field(() => String, { description: "Another one after every change of the catalogue." })
  revision!: string;

  @Field(() => DateTime)
  asOf!: Date;

  /** In menu order. */
  products!: readonly Product[];

  productByArticle!: ReadonlyMap<string, Product>;

  /** The names of `products` as searches compare them. */
  foldedNames!: readonly string[];
}
