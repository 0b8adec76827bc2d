import { Column, Entity, Index, PrimaryColumn } from "typeorm";

import { type TillAnswer } from "../../domain/delivery/pos-address";

/**
 * What an organization's POS has said about an address. The address itself is not stored: the key
 * is a keyed hash of it.
 */
@Entity("located_addresses")
@Index("located_addresses_by_time", ["askedAt"])
export class LocatedAddress {
  @PrimaryColumn("text", { name: "organization_id_in_pos" })
  organizationId!: string;

  @PrimaryColumn("text", { name: "address_key" })
  addressKey!: string;

  /** Degrees, WGS 84; null for both: the POS does not know the address. */
  @Column("double precision", { nullable: true })
  latitude!: number | null;

  @Column("double precision", { nullable: true })
  longitude!: number | null;

  /** Which of the organization's tills deliver there. */
  @Column("jsonb", { default: [] })
  tills!: TillAnswer[];

  @Column("timestamptz", { name: "asked_at" })
  askedAt!: Date;
}
