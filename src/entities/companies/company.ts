import { Field, ID, ObjectType } from "type-graphql";
import { Check, Column, Entity, PrimaryColumn, Unique } from "typeorm";

import { Node } from "../node";

/** An operator of restaurants. Everything belongs to a company, mostly through its branch. */
@Entity("companies")
@Unique("companies_public_key", ["publicKey"])
@Check("companies_name_length", `char_length(name) between 1 and 100`)
@Check("companies_public_key_form", `public_key ~ '^rrp_[A-Za-z0-9_-]{32,64}$'`)
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    "A company with its branches. What belongs to one company does not exist for the keys and tokens of another.",
})
export class Company extends Node {
  @Field(() => ID, { description: "The id that arguments named companyId take." })
  @PrimaryColumn("uuid")
  override id!: string;

  @Field(() => String, { description: "Name of the company, as operators see it." })
  @Column("text")
  name!: string;

  @Field(() => String, {
    description:
      "The key by which storefronts name the company, in the header X-Company-Key. It is no secret and grants no access.",
  })
  @Column("text", { name: "public_key" })
  publicKey!: string;

  @Field(() => [String], {
    description:
      "The sites whose pages are the company's storefronts: they may call the gateway, and see this company alone.",
  })
  @Column("text", { array: true, default: "{}" })
  origins!: string[];

  /** Increases with each branch that is added or removed; a trigger maintains it. */
  @Column("integer", { name: "branches_version", default: 0 })
  branchesVersion!: number;

  /** The sequence from which its orders are numbered. */
  @Column("text", { name: "order_numbers", default: "order_numbers" })
  orderNumbers!: string;

  @Field(() => Date, { description: "When it was created." })
  @Column("timestamptz", { name: "created_at", default: () => "now()" })
  createdAt!: Date;
}
