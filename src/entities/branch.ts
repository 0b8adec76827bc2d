import { Field, ID, Int, ObjectType } from "type-graphql";
import { Check, Column, Entity, PrimaryColumn } from "typeorm";

import { Node } from "./node";

/** A restaurant as Result.Rest knows it. */
@Entity("branches")
@Check("branches_name_length", `char_length(name) between 1 and 100`)
@Check("branches_currency_code_iso", `currency_code ~ '^[A-Z]{3}$'`)
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: "A restaurant as Result.Rest knows it («филиал»).",
})
export class Branch extends Node {
  @Field(() => ID)
  @PrimaryColumn("uuid")
  override id!: string;

  @Field(() => String)
  @Column("text")
  name!: string;

  @Field(() => String, {
    description: "IANA zone, for example Europe/Moscow. The POS speaks this zone's wall-clock time.",
  })
  @Column("text", { name: "time_zone" })
  timeZone!: string;

  /** ISO 4217. */
  @Column("text", { name: "currency_code", default: "RUB" })
  currencyCode!: string;

  @Field(() => Boolean)
  @Column("boolean", { name: "accepting_delivery", default: true })
  acceptingDelivery!: boolean;

  @Field(() => Boolean)
  @Column("boolean", { name: "accepting_pickup", default: true })
  acceptingPickup!: boolean;

  @Field(() => Int, { description: "Grows with every saved change of the settings; saveBranchSettings expects it." })
  @Column("integer", { default: 1 })
  version!: number;

  /** Grows with every change of sections, products, sizes or options; plans and menu snapshots carry it. */
  @Column("integer", { name: "catalogue_version", default: 0 })
  catalogueVersion!: number;

  @Column("timestamptz", { name: "created_at", default: () => "now()" })
  createdAt!: Date;
}
