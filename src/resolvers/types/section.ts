import { Field, Int, ObjectType } from "type-graphql";

import { Node } from "../../entities/node";
import { connectionOf } from "./connection";
import { type Product } from "./product";
import { UserError } from "./user-error";

@ObjectType({ implements: Node, simpleResolvers: true, description: "A heading of the catalogue («раздел»)." })
export class Section extends Node {
  @Field(() => String)
  name!: string;

  @Field(() => String, { description: "The name as a part of a URL, unique in the branch." })
  slug!: string;

  @Field(() => Int, { description: "From 0." })
  position!: number;

  /** What `products` pages through. */
  allProducts!: readonly Product[];

  /** The same without what cannot be ordered now. */
  availableProducts!: readonly Product[];
}

export const SectionConnection = connectionOf("Section", Section);

@ObjectType({ simpleResolvers: true })
export class SectionPayload {
  @Field(() => Section, { nullable: true })
  section?: Section | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}
