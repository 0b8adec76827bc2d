import { Field, ObjectType } from "type-graphql";

import { type Product } from "./product";
import { DateTime } from "./scalars";
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

  @Field(() => [Section])
  sections!: Section[];

  @Field(() => String, { description: "Another one after every change of the catalogue or of what is available." })
  revision!: string;

  @Field(() => DateTime, { description: "When the POS last confirmed it; without a POS, when it was read." })
  asOf!: Date;

  @Field(() => Boolean, {
    description: "For three minutes the POS has not told what it lacks, or its menu could not be read.",
  })
  stale!: boolean;

  /** In menu order. */
  products!: readonly Product[];

  productByArticle!: ReadonlyMap<string, Product>;

  /** The names of `products` as searches compare them. */
  foldedNames!: readonly string[];
}
